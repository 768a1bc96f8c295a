import type { ChangeSpec, EditorState, Line, StateCommand } from '@codemirror/state';
import { selectedLines } from './selected-lines.ts';

const ITEM = /^(\s*)((?:[-*+]|\d+[.)])\s+)/;

function width(text: string): number {
  return /^\s*/.exec(text)?.[0].length ?? 0;
}

/** Moves the selected items of a list, with what belongs to them, one level in: below the item before them. */
export const indentList: StateCommand = ({ state, dispatch }) => move(state, dispatch, 1);

/** Moves the selected items of a list, with what belongs to them, one level out. */
export const outdentList: StateCommand = ({ state, dispatch }) => move(state, dispatch, -1);

function move(state: EditorState, dispatch: Parameters<StateCommand>[0]['dispatch'], direction: 1 | -1): boolean {
  const lines = selectedLines(state);
  const first = lines[0];
  const own = first && ITEM.exec(first.text)?.[1]?.length;
  // The key is ours on every line: what the browser does with it would leave the page.
  if (!first || own === undefined) return true;
  const target = direction === 1 ? levelIn(state, first, own) : levelOut(state, first, own);
  const by = target - own;
  if (by === 0) return true;
  const changes = withChildren(state, lines, own).flatMap((line): ChangeSpec[] => {
    if (line.text.trim() === '') return [];
    return by > 0 ? [{ from: line.from, insert: ' '.repeat(by) }] : [{ from: line.from, to: line.from + Math.min(-by, width(line.text)) }];
  });
  dispatch(state.update({ changes, userEvent: by > 0 ? 'input.indent' : 'delete.dedent' }));
  return true;
}

function itemsBefore(state: EditorState, line: Line): { indent: number; marker: number }[] {
  const found: { indent: number; marker: number }[] = [];
  for (let number = line.number - 1; number >= 1; number -= 1) {
    const { text } = state.doc.line(number);
    const item = ITEM.exec(text);
    if (item) found.push({ indent: item[1]!.length, marker: item[2]!.length });
    else if (text.trim() !== '' && width(text) === 0) break;
  }
  return found;
}

function levelIn(state: EditorState, line: Line, own: number): number {
  const before = itemsBefore(state, line).find((item) => item.indent <= own);
  return before && before.indent === own ? own + before.marker : own;
}

function levelOut(state: EditorState, line: Line, own: number): number {
  return itemsBefore(state, line).find((item) => item.indent < own)?.indent ?? 0;
}

/** The lines and what stands deeper below the last of them. */
function withChildren(state: EditorState, lines: readonly Line[], own: number): Line[] {
  const all = [...lines];
  for (let number = lines.at(-1)!.number + 1; number <= state.doc.lines; number += 1) {
    const line = state.doc.line(number);
    if (line.text.trim() !== '' && width(line.text) <= own) break;
    all.push(line);
  }
  return all;
}
