import type { EditorView } from '@codemirror/view';
import { openDialog } from '../../dialog/open-dialog.ts';
import { nextFootnote } from './next-footnote.ts';

/** Asks the words of a footnote, puts its mark after the selection and the words at the end of the text. */
export async function insertFootnote(view: EditorView): Promise<void> {
  const label = document.createElement('label');
  const words = document.createElement('textarea');
  label.className = 'garden-field';
  words.rows = 4;
  words.required = true;
  words.lang = view.contentDOM.lang;
  label.append('Words of the footnote', words);
  const done = await openDialog({
    title: 'Add a footnote',
    content: [label],
    actions: [
      { value: 'add', label: 'Add', main: true },
      { value: 'close', label: 'Close', anyway: true },
    ],
  });
  if (done === 'add' && words.value.trim() !== '') {
    const { doc, selection } = view.state;
    const { mark, note } = nextFootnote(doc.toString(), words.value);
    const at = selection.main.to;
    view.dispatch({
      changes: [
        { from: at, insert: mark },
        { from: doc.length, insert: note },
      ],
      selection: { anchor: at + mark.length },
      userEvent: 'input',
      scrollIntoView: true,
    });
  }
  view.focus();
}
