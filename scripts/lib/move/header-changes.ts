import type { ParsedHeader } from '../../../src/garden/entry/parse-header.ts';
import { changeWithin, type Change, type Found, type Left } from './change.ts';
import type { Targets } from './targets.ts';

/** What changes in a header: every field that names the moved entry. `text` is the normalised text of the file. */
export function headerChanges(header: ParsedHeader, text: string, rules: Targets): Found {
  const changes: Change[] = [];
  const left: Left[] = [];
  for (const { value, kinds, vocabulary, line, column, length } of header.references) {
    const now = vocabulary ? undefined : rules.reference(value, kinds);
    if (now === undefined) continue;
    const start = offsetOf(text, line) + column - 1;
    const written = text.slice(start, start + (length ?? 0));
    const at = written.indexOf(value);
    if (now === null || at === -1) left.push({ offset: start, was: value });
    else changes.push(changeWithin(start, written, at, value, now));
  }
  return { changes, left };
}

function offsetOf(text: string, line: number): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) start = text.indexOf('\n', start) + 1;
  return start;
}
