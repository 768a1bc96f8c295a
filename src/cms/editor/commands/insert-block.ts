import type { EditorState, TransactionSpec } from '@codemirror/state';

/** A block to insert, and which part of it is to be selected afterwards. */
export interface NewBlock {
  readonly text: string;
  /** From and to, in `text`; without it the cursor goes to the end. */
  readonly select?: readonly [number, number];
}

/**
 * The change that puts a block on lines of its own, with a blank line before and after it: in place of `from` to `to`,
 * whole lines, or after the line of the cursor when that one has words.
 */
export function insertBlock(state: EditorState, { text, select }: NewBlock, place?: { readonly from: number; readonly to: number }): TransactionSpec {
  const { doc } = state;
  const cursor = doc.lineAt(state.selection.main.to);
  const { from, to } = place ?? (cursor.text.trim() === '' ? cursor : { from: cursor.to, to: cursor.to });
  const before = doc.sliceString(Math.max(0, from - 2), from);
  const after = doc.sliceString(to, to + 2);
  const above = from === 0 || before === '\n\n' || (from === 1 && before === '\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const below = to === doc.length ? '' : after === '\n\n' || after === '\n' ? '' : '\n';
  const start = from + above.length;
  const [selectFrom, selectTo] = select ?? [text.length, text.length];
  return { changes: { from, to, insert: above + text + below }, selection: { anchor: start + selectFrom, head: start + selectTo }, userEvent: 'input', scrollIntoView: true };
}
