import type { Text } from 'mdast';
import { alignText } from './align-text.ts';
import type { BodySource } from './body-source.ts';
import { componentNamed } from './components.ts';
import { isHtmlTag } from './html-advice.ts';

/** A text node, its value and where each of its characters stands in the source. */
export interface PlacedText {
  readonly value: string;
  /** The offset in the body of the character at an index. */
  offset(index: number): number;
  /** Whether the character at an index stands in the source as itself: not escaped and not as an entity. */
  isPlain(index: number): boolean;
}

/** Places a text node in the source. The work is done when it is first asked for. */
export function placeText(node: Text, source: BodySource, text: string): PlacedText {
  let offsets: number[] | undefined;
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const exact = end - start === node.value.length;
  const offset = (index: number): number => {
    if (exact) return start + index;
    offsets ??= alignText(node.value, text, start, end);
    return offsets[index] ?? end;
  };
  return {
    value: node.value,
    offset,
    isPlain: (index) => {
      const at = offset(index);
      return text[at] === node.value[index] && (at === start || source.text[at - 1] !== '\\' || isEscapedBackslash(text, at - 1, start));
    },
  };
}

/** Reports what reads as plain text but was meant as something else: open tags, open comments, bold that does not close. */
export function checkText(texts: readonly PlacedText[], source: BodySource): void {
  const bold: { offset: number; opens: boolean; closes: boolean }[] = [];
  for (const text of texts) {
    const { value } = text;
    if (value.includes('<')) checkTags(text, source);
    if (value.includes('{/*')) report(text, value.indexOf('{/*'), '{/*', source);
    if (value.includes('[[') || value.includes(']]')) checkLinks(text, source);
    if (value.includes('](')) checkAddresses(text, source);
    for (let at = value.indexOf('**'); at !== -1; at = value.indexOf('**', at + 2)) {
      if (!text.isPlain(at) || value[at + 2] === '*' || value[at - 1] === '*') continue;
      const [before, after] = [value[at - 1], value[at + 2]];
      bold.push({ offset: text.offset(at), opens: after !== undefined && /\S/.test(after), closes: before !== undefined && /\S/.test(before) });
    }
  }
  checkBold(bold, source);
}

function checkBold(marks: readonly { offset: number; opens: boolean; closes: boolean }[], source: BodySource): void {
  for (let index = 0; index < marks.length; index += 1) {
    const [mark, next] = [marks[index], marks[index + 1]];
    if (!mark?.opens) continue;
    if (next?.closes) {
      source.warn(
        'broken-markup',
        next.offset,
        2,
        'This bold does not close; add a space after it.',
        'Put a space after these two asterisks, or move the full stop or bracket before them out of the bold.',
      );
      index += 1;
    } else if (!mark.closes) {
      source.warn('broken-markup', mark.offset, 2, 'This bold does not close.', 'Put two asterisks after the last bold word, or write "\\*\\*" if you mean the signs.');
    }
  }
}

function checkTags(text: PlacedText, source: BodySource): void {
  for (const match of text.value.matchAll(/<(?:(\/?)([A-Za-z][\w-]*)([^<]{0,40})|!--|\/>|[!?][A-Za-z[])/g)) {
    if (!text.isPlain(match.index)) continue;
    const offset = text.offset(match.index);
    const [whole, , name, rest] = match;
    if (whole === '<!--') report(text, match.index, '<!--', source);
    else if (name === undefined) source.error('unsafe-mdx', offset, whole.length, `"${whole}" reads as code.`, 'Leave it out, or write "\\<" if you mean the sign.');
    else if (opensTag(name, rest ?? '')) {
      const active = isHtmlTag(name) && !componentNamed(name);
      source.error(
        active ? 'unsafe-mdx' : 'broken-markup',
        offset,
        name.length + 1,
        `The tag that starts with "<${match[1]}${name}" does not end.`,
        'End it with ">" and close all quotes in it, or write "\\<" if you mean the sign.',
      );
    }
  }
}

/** Whether `<name` in a text was meant as a tag: a name that exists, or something shaped like an attribute after it. */
function opensTag(name: string, rest: string): boolean {
  if (/^\s+[\w:.@-]+\s*=\s*["'{]/.test(rest) || /^\s*\{\s*\.\.\./.test(rest) || /^[^\s]*\s+on[a-z]+\s*=/i.test(rest)) return true;
  return (name.length > 2 || componentNamed(name) !== undefined) && (componentNamed(name) !== undefined || isHtmlTag(name));
}

function checkLinks(text: PlacedText, source: BodySource): void {
  const at = text.value.indexOf('[[');
  if (at === -1 || !text.isPlain(at) || !text.isPlain(at + 1) || text.value[at + 2] === ']') return;
  if (!/[\p{L}?]/u.test(text.value[at + 2] ?? '')) return;
  source.warn('broken-markup', text.offset(at), 2, 'This link to a page does not close.', 'Write [[page]] or [[page|words]], on one line and with plain words; in a table write [[page\\|words]].');
}

const IN_BRACKETS = /\(((?:[^()<>\n]|\([^()<>\n]{0,100}\)){1,300})\)/y;
const ADDRESS = /^(?:\.{0,2}\/|#|www\.|(?:https?|mailto|tel):)|\.[a-z][a-z\d]{1,4}(?:[#?]\S*)?$/i;

/** Reports links and pictures that Markdown takes for words, because their address has spaces in it. */
function checkAddresses(text: PlacedText, source: BodySource): void {
  for (let at = text.value.indexOf(']('); at !== -1; at = text.value.indexOf('](', at + 2)) {
    if (!text.isPlain(at)) continue;
    const close = text.offset(at);
    IN_BRACKETS.lastIndex = close + 1;
    const inside = IN_BRACKETS.exec(source.text)?.[1];
    const open = Math.max(source.text.lastIndexOf('[', close), source.text.lastIndexOf('\n', close) + 1);
    if (inside === undefined || source.text[open] !== '[' || !isEscapedBackslash(source.text, open - 1, 0)) continue;
    const start = source.text[open - 1] === '!' ? open - 1 : open;
    const address = inside.replace(/\s"[^"]*"\s*$/, '').trim();
    if (!/\s/.test(address) || !(start < open || ADDRESS.test(address))) continue;
    const what = start < open ? 'picture' : 'link';
    const mended = `${source.text.slice(start, close)}](${inside.replace(address, () => `<${address}>`).trim()})`;
    source.error('broken-markup', start, close + inside.length + 3 - start, `This ${what} does not work, because its address has spaces in it.`, `Write it as ${mended}`);
  }
}

function report(text: PlacedText, index: number, opening: string, source: BodySource): void {
  if (!text.isPlain(index)) return;
  source.error(
    'broken-markup',
    text.offset(index),
    opening.length,
    `The comment that starts with "${opening}" does not end.`,
    `End it with "${opening === '<!--' ? '-->' : '*/}'}", with nothing after it on the line and no blank line in it.`,
  );
}

/** Whether the backslash at `at` is itself escaped, so that it does not escape what follows. */
function isEscapedBackslash(text: string, at: number, start: number): boolean {
  let count = 0;
  for (let index = at; index >= start && text[index] === '\\'; index -= 1) count += 1;
  return count % 2 === 0;
}
