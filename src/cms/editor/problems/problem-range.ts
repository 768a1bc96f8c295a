import type { Text } from '@codemirror/state';
import type { Problem } from '#garden/checks/problem.ts';

/** Where a problem stands in the text, kept within it: the text may be another by now. */
export function problemRange(doc: Text, { line, column, length }: Pick<Problem, 'line' | 'column' | 'length'>): { readonly from: number; readonly to: number } {
  const { from, to } = doc.line(Math.min(Math.max(1, line), doc.lines));
  const start = Math.min(from + Math.max(0, column - 1), to);
  const end = length === undefined ? to : Math.min(start + Math.max(1, length), to);
  // A mark needs a letter to stand below.
  return start < end ? { from: start, to: end } : { from: Math.max(from, start - 1), to: Math.max(start, Math.min(to, start + 1)) };
}
