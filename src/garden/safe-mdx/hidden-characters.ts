import type { BodySource } from './body-source.ts';

const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Whether a text has a character that nobody sees and that can change what it says. */
export function hasHidden(text: string): boolean {
  HIDDEN.lastIndex = 0;
  return HIDDEN.test(text);
}

/** Reports characters that nobody sees and that can change what a text says; returns the text with a mark in their place. */
export function replaceHidden(source: BodySource): string {
  if (!hasHidden(source.text)) return source.text;
  return source.text.replace(HIDDEN, (sign: string, offset: number) => {
    const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const turns = /[\u202a-\u202e\u2066-\u2069]/.test(sign);
    source.error(
      'broken-markup',
      offset,
      1,
      turns ? `A hidden character (U+${code}) here turns the direction of the text around.` : `A hidden or broken character (U+${code}) stands here.`,
      'Delete it: type the words around it again.',
    );
    return '\ufffd';
  });
}
