import type { EditorState, StateCommand } from '@codemirror/state';
import { selectedLines } from './selected-lines.ts';

/** What may stand at the start of lines. */
export type LineMark = 'bullet' | 'number' | 'task' | 'quote' | 'heading-2' | 'heading-3';

const LIST = /^(\s*)(?:([-*+])\s+(\[[ xX]\]\s+)?|(\d+)[.)]\s+)/;
const HEADING = /^(#{1,6})\s+/;
const QUOTE = /^(\s*)>\s?/;

/** Which mark a line has. */
function markOf(text: string): LineMark | undefined {
  const list = LIST.exec(text);
  if (list) return list[4] !== undefined ? 'number' : list[3] !== undefined ? 'task' : 'bullet';
  if (QUOTE.test(text)) return 'quote';
  const level = HEADING.exec(text)?.[1]?.length;
  return level === 2 ? 'heading-2' : level === 3 ? 'heading-3' : undefined;
}

/** Whether all selected lines have the mark. */
export function haveLineMark(state: EditorState, mark: LineMark): boolean {
  const lines = selectedLines(state).filter((line) => line.text.trim() !== '');
  return lines.length > 0 && lines.every((line) => markOf(line.text) === mark);
}

/** Makes a command that puts a mark at the start of every selected line, in place of a mark of its kind; or takes it off when all have it. */
export function toggleLines(mark: LineMark): StateCommand {
  return ({ state, dispatch }) => {
    const off = haveLineMark(state, mark);
    const all = selectedLines(state);
    const lines = all.length === 1 ? all : all.filter((line) => line.text.trim() !== '' || mark === 'quote');
    let number = 0;
    const changes = lines.map((line) => {
      const indent = /^\s*/.exec(line.text)?.[0] ?? '';
      const old = replaced(mark, line.text);
      number += 1;
      const insert = off ? '' : mark === 'number' ? `${number}. ` : mark === 'bullet' ? '- ' : mark === 'task' ? '- [ ] ' : mark === 'quote' ? '> ' : mark === 'heading-2' ? '## ' : '### ';
      const from = line.from + (mark === 'quote' && !off ? 0 : indent.length);
      const to = line.from + Math.max(from - line.from, old);
      return { from, to, insert };
    });
    const changed = state.changes(changes);
    // A cursor at the start of a line, or in its old mark, belongs after the new one.
    const moved = (at: number) => changed.mapPos(changes.find(({ from, to }) => from <= at && at <= to)?.to ?? at, 1);
    const { anchor, head } = state.selection.main;
    dispatch(state.update({ changes: changed, selection: { anchor: moved(anchor), head: moved(head) }, userEvent: 'input', scrollIntoView: true }));
    return true;
  };
}

/** Where the mark ends that the new one takes the place of; a quote goes around any other. */
function replaced(mark: LineMark, text: string): number {
  if (mark === 'quote') return QUOTE.exec(text)?.[0].length ?? 0;
  return Math.max(LIST.exec(text)?.[0].length ?? 0, HEADING.exec(text)?.[0].length ?? 0);
}
