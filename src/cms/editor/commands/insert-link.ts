import { EditorSelection, type StateCommand } from '@codemirror/state';

/** Makes the selected words a link and puts the cursor where its address goes; a selected address becomes the target. */
export const insertLink: StateCommand = ({ state, dispatch }) => {
  const spec = state.changeByRange((range) => {
    const chosen = state.sliceDoc(range.from, range.to);
    const isAddress = /^https?:\/\/\S+$/.test(chosen);
    const insert = isAddress ? `[](${chosen})` : `[${chosen}]()`;
    const cursor = isAddress || chosen === '' ? range.from + 1 : range.from + insert.length - 1;
    return { changes: { from: range.from, to: range.to, insert }, range: EditorSelection.cursor(cursor) };
  });
  dispatch(state.update(spec, { userEvent: 'input', scrollIntoView: true }));
  return true;
};
