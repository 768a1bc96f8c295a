import { alignLists } from './align-lists.ts';
import { canonicalBody } from './canonical-body.ts';

interface Line {
  readonly text: string;
  readonly end: string;
}

/**
 * The body as it is stored when it was opened as `opened`: lines that did not change keep every byte, their line ends
 * too; lines that did are written as standard MDX. A line end at the very end is not added or taken away by itself.
 */
export function keepLines(opened: string, body: string): string {
  const before = linesOf(opened);
  const given = linesOf(body);
  if (opened === body || sameLines(before, given) || (opened !== '' && sameLines([...before, { text: '', end: '' }], given))) return opened;
  if (body.trim() === '') return opened.trim() === '' ? opened : '';
  const known = before.map((line) => line.text);
  const usual = /\r\n|\r|\n/.exec(opened)?.[0] ?? '\n';
  const matched = alignLists(
    known,
    given.map((line) => line.text),
  );
  const kept = new Set(matched.flatMap((at, index) => (at === -1 ? [] : [index + 1])));
  const composed = given.map((line, index) => (kept.has(index + 1) ? line.text : line.text.normalize('NFC'))).join('\n');
  return canonicalBody(composed, kept)
    .split('\n')
    .map((text, index) => {
      const old = before[matched[index] ?? -1];
      const last = index === given.length - 1;
      // Only the last line of a file may have no end, and only when nobody changed it.
      if (old && (old.end !== '' || last)) return text + old.end;
      return text + usual;
    })
    .join('');
}

function linesOf(text: string): Line[] {
  return [...text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)].flatMap(([whole, line = '', end = '']) => (whole === '' ? [] : [{ text: line, end }]));
}

/** Whether two texts are the same but for their line ends and one at the very end. */
function sameLines(a: readonly Line[], b: readonly Line[]): boolean {
  return a.length === b.length && a.every((line, index) => line.text === b[index]?.text);
}
