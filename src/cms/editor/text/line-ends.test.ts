import { history, redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import { EditorState, type TransactionSpec } from '@codemirror/state';
import { expect, test } from 'vitest';
import { lineEnds, readLineEnds, setLineEnds, wholeText } from './line-ends.ts';

function open(text: string): EditorState {
  return EditorState.create({ doc: text, extensions: [history(), lineEnds(text)] });
}

function change(state: EditorState, spec: TransactionSpec): EditorState {
  return state.update(spec).state;
}

test.each(['', 'a', 'a\n', 'a\nb', 'a\r\nb\r\n', 'a\r\nb\nc\r\n\r\n', '\r\n\n\r\n', 'a\rb\nc', '\n\n\na\r\n'])('the text %j comes back as it was', (text) => {
  expect(wholeText(open(text))).toBe(text);
});

test('a letter typed in a mixed text changes its own line only', () => {
  const state = open('one\r\ntwo\nthree\r\nfour');
  const at = state.doc.line(2).to;
  expect(wholeText(change(state, { changes: { from: at, insert: 's' } }))).toBe('one\r\ntwos\nthree\r\nfour');
});

test('a new line takes the end that most lines have', () => {
  const state = open('one\r\ntwo\nthree\r\n');
  expect(wholeText(change(state, { changes: { from: 0, insert: 'zero\n' } }))).toBe('zero\r\none\r\ntwo\nthree\r\n');
});

test('a line that is taken away takes its end with it', () => {
  const state = open('one\r\ntwo\nthree\r\n');
  const line = state.doc.line(2);
  expect(wholeText(change(state, { changes: { from: line.from, to: line.to + 1 } }))).toBe('one\r\nthree\r\n');
});

test('undo gives a line back with the end it had', () => {
  const text = 'one\r\ntwo\nthree\r\n';
  let state = open(text);
  const line = state.doc.line(2);
  state = change(state, { changes: { from: line.from, to: line.to + 1 } });
  undo({ state, dispatch: (transaction) => (state = transaction.state) });
  expect(wholeText(state)).toBe(text);
});

test('a text from outside brings its own ends, and undo takes them back', () => {
  let state = open('one\r\ntwo\r\n');
  state = change(state, { effects: setLineEnds.of(readLineEnds('one\ntwo\n')) });
  expect(wholeText(state)).toBe('one\ntwo\n');
  undo({ state, dispatch: (transaction) => (state = transaction.state) });
  expect(wholeText(state)).toBe('one\r\ntwo\r\n');
});

test('whatever is written, undo gives back every line end, and redo what was written', () => {
  const text = Array.from({ length: 40 }, (_, index) => `line ${index}${['\r\n', '\n', '\r\n', '\r'][index % 4]}`).join('');
  let state = open(text);
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  for (let round = 0; round < 300; round += 1) {
    const from = random(state.doc.length + 1);
    const to = Math.min(state.doc.length, from + random(12));
    state = change(state, { changes: { from, to, insert: ['', 'x', 'two\nlines', '\n'][random(4)]! } });
  }
  const written = wholeText(state);
  const dispatch = (transaction: { state: EditorState }) => (state = transaction.state);
  while (undoDepth(state) > 0) undo({ state, dispatch });
  expect(wholeText(state)).toBe(text);
  while (redoDepth(state) > 0) redo({ state, dispatch });
  expect(wholeText(state).replace(/\r\n?/g, '\n')).toBe(written.replace(/\r\n?/g, '\n'));
});
