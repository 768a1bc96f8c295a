import { EditorState, type StateCommand } from '@codemirror/state';
import { ensureSyntaxTree } from '@codemirror/language';
import { describe, expect, test } from 'vitest';
import { gardenMarkdown } from '../markdown/garden-markdown.ts';
import { indentList, outdentList } from './indent-list.ts';
import { insertBlock } from './insert-block.ts';
import { insertInline } from './insert-inline.ts';
import { insertLink } from './insert-link.ts';
import { toggleLines, type LineMark } from './toggle-lines.ts';
import { BOLD, ITALIC, toggleMark } from './toggle-mark.ts';

/** A state from a text in which `‹` and `›` stand around the selection, or `‸` at the cursor. */
function open(marked: string): EditorState {
  const anchor = marked.search(/[‹‸]/);
  const head = marked.includes('›') ? marked.indexOf('›') - 1 : anchor;
  const state = EditorState.create({ doc: marked.replace(/[‹›‸]/g, ''), selection: { anchor, head }, extensions: gardenMarkdown() });
  ensureSyntaxTree(state, state.doc.length, 1000);
  return state;
}

function shown(state: EditorState): string {
  const { from, to, empty } = state.selection.main;
  const text = state.doc.toString();
  return empty ? `${text.slice(0, from)}‸${text.slice(from)}` : `${text.slice(0, from)}‹${text.slice(from, to)}›${text.slice(to)}`;
}

function run(command: StateCommand, marked: string): string {
  let state = open(marked);
  command({ state, dispatch: (transaction) => (state = transaction.state) });
  return shown(state);
}

describe('bold and italic', () => {
  test.each([
    ['set around chosen words', 'A ‹fine› day', 'A **‹fine›** day'],
    ['leave out the space beside chosen words', 'A‹ fine › day', 'A **‹fine›**  day'],
    ['set around the word at the cursor', 'A fi‸ne day', 'A **fi‸ne** day'],
    ['taken off with the words inside chosen', 'A **‹fine›** day', 'A ‹fine› day'],
    ['taken off with the marks chosen', 'A ‹**fine**› day', 'A ‹fine› day'],
    ['taken off at the cursor', 'A **fi‸ne** day', 'A fi‸ne day'],
    ['opened where there is no word', 'A ‸ day', 'A **‸** day'],
    ['closed again when nothing was written', 'A **‸** day', 'A ‸ day'],
    ['set on each line of a list', '‹- one\n- two›', '- **‹one**\n- **two›**'],
  ])('bold is %s', (_name, before, after) => {
    expect(run(toggleMark(BOLD), before)).toBe(after);
  });

  test('italic and bold stand inside each other', () => {
    expect(run(toggleMark(ITALIC), 'A **‹fine›** day')).toBe('A **_‹fine›_** day');
    expect(run(toggleMark(ITALIC), 'A **_‹fine›_** day')).toBe('A **‹fine›** day');
  });
});

describe('marks of lines', () => {
  test.each<[string, LineMark, string, string]>([
    ['a heading of a line', 'heading-2', 'Why‸', '## Why‸'],
    ['words of a heading', 'heading-2', '## Why‸', 'Why‸'],
    ['a smaller heading of a heading', 'heading-3', '## Why‸', '### Why‸'],
    ['a list of several lines', 'bullet', '‹one\ntwo›', '- ‹one\n- two›'],
    ['words of a list', 'bullet', '‹- one\n- two›', '‹one\ntwo›'],
    ['a numbered list of a list', 'number', '‹- one\n- two›', '1. ‹one\n2. two›'],
    ['tasks of a numbered list', 'task', '‹1. one\n2. two›', '- [ ] ‹one\n- [ ] two›'],
    ['a list of tasks', 'bullet', '- [x] one‸', '- one‸'],
    ['items that keep their level', 'number', '‹- one\n  - two›', '1. ‹one\n  2. two›'],
    ['a quote with its blank line', 'quote', '‹one\n\ntwo›', '> ‹one\n> \n> two›'],
    ['an item where nothing stands yet', 'bullet', '‸', '- ‸'],
  ])('the tool makes %s', (_name, mark, before, after) => {
    expect(run(toggleLines(mark), before)).toBe(after);
  });

  test('a line below a selection that ends at its start is left alone', () => {
    expect(run(toggleLines('bullet'), '‹one\n›two')).toBe('- ‹one\n›two');
  });
});

describe('levels of a list', () => {
  test.each([
    ['below a bullet by two', '- one\n- two‸', '- one\n  - two‸'],
    ['below a number by three', '1. one\n2. two‸', '1. one\n   2. two‸'],
    ['with its own items', '- one\n- two‸\n  - three', '- one\n  - two‸\n    - three'],
    ['not without an item before it', '- one‸', '- one‸'],
    ['not twice', '- one\n  - two‸', '- one\n  - two‸'],
  ])('an item moves in %s', (_name, before, after) => {
    expect(run(indentList, before)).toBe(after);
  });

  test('an item moves out to the level of the one above', () => {
    expect(run(outdentList, '1. one\n   - two\n     - three‸')).toBe('1. one\n   - two\n   - three‸');
  });
});

test('chosen words become a link with the cursor at its address', () => {
  expect(run(insertLink, 'See ‹here›.')).toBe('See [here](‸).');
  expect(run(insertLink, '‹https://example.org/›')).toBe('[‸](https://example.org/)');
});

test.each([
  ['So it is‸.', 'So it is TAG‸.'],
  ['So it is ‸.', 'So it is TAG‸.'],
  ['‸So', 'TAG‸ So'],
  ['So ‹it› is', 'So it TAG‸ is'],
])('what goes into the sentence %j stands apart from its words', (before, after) => {
  const state = open(before);
  expect(shown(state.update(insertInline(state, 'TAG')).state)).toBe(after);
});

test.each([
  ['in an empty text', '‸', 'BLOCK‸'],
  ['after the words at the cursor', 'one ‸two\nthree', 'one two\n\nBLOCK‸\n\nthree'],
  ['on a blank line', 'one\n‸\ntwo', 'one\n\nBLOCK‸\n\ntwo'],
  ['between blank lines', 'one\n\n‸\n\ntwo', 'one\n\nBLOCK‸\n\ntwo'],
  ['at the end of a text without a final line end', 'one‸', 'one\n\nBLOCK‸'],
  ['at the end of a text with one', 'one\n‸', 'one\n\nBLOCK‸'],
])('a block stands on lines of its own %s', (_name, before, after) => {
  const state = open(before);
  expect(shown(state.update(insertBlock(state, { text: 'BLOCK' })).state)).toBe(after);
});
