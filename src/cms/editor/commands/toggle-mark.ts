import { syntaxTree } from '@codemirror/language';
import { EditorSelection, type EditorState, type SelectionRange, type StateCommand } from '@codemirror/state';

/** A mark on both sides of words, and what the syntax calls them. */
export interface InlineMark {
  readonly sign: string;
  readonly node: 'StrongEmphasis' | 'Emphasis';
}

export const BOLD: InlineMark = { sign: '**', node: 'StrongEmphasis' };
export const ITALIC: InlineMark = { sign: '_', node: 'Emphasis' };

/** Makes a command that sets a mark around the selection, or around the word at the cursor; and takes it off where it stands. */
export function toggleMark(mark: InlineMark): StateCommand {
  return ({ state, dispatch }) => {
    const spec = state.changeByRange((range) => off(state, range, mark) ?? on(state, range, mark));
    dispatch(state.update(spec, { userEvent: 'input', scrollIntoView: true }));
    return true;
  };
}

/** Whether the selection stands inside this mark. */
export function hasMark(state: EditorState, { node }: InlineMark): boolean {
  return markAround(state, state.selection.main, node) !== undefined;
}

function markAround(state: EditorState, { from, to }: SelectionRange, name: string): { from: number; to: number } | undefined {
  for (const side of [1, -1] as const) {
    for (let node: ReturnType<ReturnType<typeof syntaxTree>['resolveInner']> | null = syntaxTree(state).resolveInner(from, side); node; node = node.parent) {
      if (node.name === name && node.from <= from && node.to >= to) return { from: node.from, to: node.to };
    }
  }
  return undefined;
}

function off(state: EditorState, range: SelectionRange, { sign, node }: InlineMark) {
  const found = markAround(state, range, node);
  const length = sign.length;
  // Nothing between the marks is no emphasis to the syntax yet.
  const empty = range.empty && state.sliceDoc(range.from - length, range.from) === sign && state.sliceDoc(range.from, range.from + length) === sign;
  const around = found ?? (empty ? { from: range.from - length, to: range.from + length } : undefined);
  if (!around) return undefined;
  const changes = state.changes([
    { from: around.from, to: around.from + length },
    { from: around.to - length, to: around.to },
  ]);
  return { changes, range: range.map(changes) };
}

function on(state: EditorState, range: SelectionRange, { sign }: InlineMark) {
  const word = range.empty ? state.wordAt(range.head) : null;
  const chosen = state.sliceDoc(range.from, range.to);
  const from = word?.from ?? range.from + (chosen.length - chosen.trimStart().length);
  const to = word?.to ?? Math.max(from, range.to - (chosen.length - chosen.trimEnd().length));
  // A mark does not reach over a blank line or the mark of a list: each line gets its own.
  const stretches = linesBetween(state, from, to);
  const changes = state.changes(
    stretches.flatMap((stretch) => [
      { from: stretch.from, insert: sign },
      { from: stretch.to, insert: sign },
    ]),
  );
  if (range.empty) return { changes, range: EditorSelection.cursor(range.head + sign.length) };
  const start = stretches[0]?.from ?? from;
  const end = stretches.at(-1)?.to ?? to;
  return { changes, range: EditorSelection.range(changes.mapPos(start, 1), changes.mapPos(end, -1)) };
}

function linesBetween(state: EditorState, from: number, to: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let at = from; ;) {
    const line = state.doc.lineAt(at);
    const start = Math.max(from, line.from);
    const marker = start === line.from ? (/^\s*(?:(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?|#{1,6}\s+|>\s*)?/.exec(line.text)?.[0].length ?? 0) : 0;
    const end = Math.min(to, line.to);
    const text = state.sliceDoc(start + marker, end);
    if (text.trim() !== '' || from === to) found.push({ from: start + marker, to: end - (text.length - text.trimEnd().length) });
    if (line.to >= to) return found;
    at = line.to + 1;
  }
}
