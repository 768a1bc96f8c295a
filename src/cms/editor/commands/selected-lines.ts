import type { EditorState, Line } from '@codemirror/state';

/** The lines that the main selection touches. A selection that ends before the first letter of a line does not touch it. */
export function selectedLines(state: EditorState): readonly Line[] {
  const { from, to, empty } = state.selection.main;
  const first = state.doc.lineAt(from);
  const last = state.doc.lineAt(to);
  const end = !empty && to === last.from && last.number > first.number ? last.number - 1 : last.number;
  return Array.from({ length: end - first.number + 1 }, (_, index) => state.doc.line(first.number + index));
}
