import type { Problem } from '#garden/checks/problem.ts';

/** A change that puts a problem right, within the text that the problem is about. */
export interface QuickFix {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

const MEANT = /^Did you mean (?:\[\[([^\]]+)\]\]|"([^"]+)"|#([^\s?]+)|<([A-Za-z]+)>)\?/;

/** The change that a message proposes, if what it quotes stands once in `text`, so that it is clear what to replace. */
export function quickFix({ message, suggestion = '' }: Pick<Problem, 'message' | 'suggestion'>, text: string): QuickFix | undefined {
  const [, page, words, heading, tag] = MEANT.exec(suggestion) ?? [];
  const insert = page ?? words ?? heading ?? tag;
  // The name of a page in the address of an ordinary link would make another broken link.
  if (insert === undefined || (page !== undefined && !text.startsWith('[['))) return undefined;
  const quoted = Array.from(message.matchAll(/"([^"]+)"/g), ([, quote]) => quote!).filter((quote) => quote !== insert);
  // A message names the wrong thing first.
  const found = quoted.map((quote) => places(text, quote, heading !== undefined)).find((all) => all.length > 0) ?? [];
  return found.length === 1 ? { ...found[0]!, insert } : undefined;
}

/** Where a name stands by itself, not as a part of another. */
function places(text: string, name: string, isHeading: boolean): { from: number; to: number }[] {
  const found = [];
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const before = text[at - 1] ?? '';
    const after = text[at + name.length] ?? '';
    if (/[\w-]/.test(before) || /[\w-]/.test(after) || (isHeading && before !== '#')) continue;
    found.push({ from: at, to: at + name.length });
  }
  return found;
}
