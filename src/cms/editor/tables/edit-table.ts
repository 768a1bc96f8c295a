import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { insertBlock } from '../commands/insert-block.ts';
import { editGrid, askSize } from './table-dialog.ts';
import { emptyGrid, gridLines, gridOf } from './table-grid.ts';
import { linePrefix, readTable, type Table } from './table-lines.ts';

/** A table in the text, and the lines it stands on. */
interface FoundTable {
  readonly table: Table;
  readonly first: number;
  readonly last: number;
  /** What stands before it on its first line and is no part of it, such as the mark of a list. */
  readonly lead: string;
}

/** The table at the cursor. */
export function tableAtCursor(state: EditorState): FoundTable | undefined {
  const at = state.selection.main.head;
  const tree = ensureSyntaxTree(state, at, 200) ?? syntaxTree(state);
  for (const side of [1, -1] as const) {
    let node: ReturnType<typeof tree.resolveInner> | null = tree.resolveInner(at, side);
    while (node && node.name !== 'Table') node = node.parent;
    if (!node) continue;
    const start = state.doc.lineAt(node.from);
    const first = start.number;
    const last = state.doc.lineAt(node.to).number;
    const before = start.text.slice(0, node.from - start.from);
    const lead = linePrefix(before) === before ? '' : before;
    const table = readTable(Array.from({ length: last - first + 1 }, (_, index) => state.doc.line(first + index).text.slice(index === 0 ? lead.length : 0)));
    if (table) return { table, first, last, lead };
  }
  return undefined;
}

/** Edits the table at the cursor as a grid, or makes a new one. */
export async function editTable(view: EditorView): Promise<void> {
  const found = tableAtCursor(view.state);
  if (found) await changeTable(view, found);
  else await addTable(view);
  view.focus();
}

async function addTable(view: EditorView): Promise<void> {
  const size = await askSize();
  const grid = size && (await editGrid(emptyGrid(size.columns, size.rows), 'Fill in the table'));
  if (grid) view.dispatch(insertBlock(view.state, { text: gridLines(grid).join('\n') }));
}

async function changeTable(view: EditorView, found: FoundTable): Promise<void> {
  const before = view.state.doc;
  const grid = await editGrid(gridOf(found.table), 'Edit the table');
  // The text may have changed below the dialog.
  if (!grid || view.state.doc !== before) return;
  const changes = tableChanges(view.state, found, gridLines(grid, found.table));
  if (changes.length > 0) view.dispatch({ changes, userEvent: 'input' });
}

/** Changes line by line, so that lines that stay are not touched. */
function tableChanges({ doc }: EditorState, { first, last, lead, table }: FoundTable, lines: string[]): { from: number; to: number; insert: string }[] {
  if (lead !== '' && lines[0] !== table.head.raw) lines[0] = lines[0]!.slice(linePrefix(lines[0]!).length);
  const old = Array.from({ length: last - first + 1 }, (_, index) => {
    const { from, to, text } = doc.line(first + index);
    const skip = index === 0 ? lead.length : 0;
    return { from: from + skip, to, text: text.slice(skip) };
  });
  let same = 0;
  while (same < Math.min(old.length, lines.length) && old.at(-1 - same)!.text === lines.at(-1 - same)) same += 1;
  const shared = Math.min(old.length, lines.length) - same;
  const changes = old.slice(0, shared).flatMap(({ from, to, text }, index) => (text === lines[index] ? [] : [{ from, to, insert: lines[index]! }]));
  const above = old[shared - 1]?.to ?? old[0]!.from;
  const added = lines.slice(shared, lines.length - same);
  const removed = old.slice(shared, old.length - same);
  if (added.length > 0) changes.push({ from: above, to: above, insert: `\n${added.join('\n')}` });
  if (removed.length > 0) changes.push({ from: above, to: removed.at(-1)!.to, insert: '' });
  return changes;
}
