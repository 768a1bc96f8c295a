import type { EditorState, TransactionSpec } from '@codemirror/state';

/** The change that puts something after the selection, within its sentence: a space stands between it and the words beside it. */
export function insertInline(state: EditorState, text: string): TransactionSpec {
  const at = state.selection.main.to;
  const before = state.sliceDoc(Math.max(0, at - 1), at);
  const after = state.sliceDoc(at, at + 1);
  const insert = (/\S/.test(before) ? ' ' : '') + text;
  return { changes: { from: at, insert: insert + (/[\p{L}\p{N}]/u.test(after) ? ' ' : '') }, selection: { anchor: at + insert.length }, userEvent: 'input', scrollIntoView: true };
}
