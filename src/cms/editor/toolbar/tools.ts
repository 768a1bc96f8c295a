import { redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import type { EditorState, StateCommand } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { startCompletion } from '@codemirror/autocomplete';
import { insertCitation } from '../cite/insert-citation.ts';
import { indentList, outdentList } from '../commands/indent-list.ts';
import { insertLink } from '../commands/insert-link.ts';
import { haveLineMark, toggleLines, type LineMark } from '../commands/toggle-lines.ts';
import { BOLD, hasMark, ITALIC, toggleMark, type InlineMark } from '../commands/toggle-mark.ts';
import type { EditorHost } from '../editor-host.ts';
import { insertFootnote } from '../notes/insert-footnote.ts';
import { insertComponent, insertPart } from '../parts/insert-component.ts';
import { insertPicture } from '../pictures/take-pictures.ts';
import { editTable } from '../tables/edit-table.ts';
import type { IconName } from './icon.ts';

/** One button of the toolbar, and its key. */
export interface Tool {
  readonly name: string;
  /** As CodeMirror writes keys. */
  readonly key?: string;
  /** Letters, or the name of a drawing. */
  readonly face: { readonly letters: string; readonly class?: string } | { readonly icon: IconName };
  run(view: EditorView): void;
  /** Whether what it does holds for the selection; for tools that can be on. */
  isOn?(state: EditorState): boolean;
  /** Whether it can do anything now. */
  isReady?(state: EditorState): boolean;
}

/** The groups of the toolbar, in their order. */
export function toolGroups(host: EditorHost): readonly (readonly Tool[])[] {
  return [
    [
      lineTool('Heading H2', 'heading-2', { letters: 'H2' }, 'Mod-Alt-2'),
      lineTool('Smaller heading H3', 'heading-3', { letters: 'H3' }, 'Mod-Alt-3'),
      markTool('Bold', BOLD, { letters: 'B', class: 'garden-face-bold' }, 'Mod-b'),
      markTool('Italic', ITALIC, { letters: 'I', class: 'garden-face-italic' }, 'Mod-i'),
    ],
    [
      lineTool('List', 'bullet', { icon: 'bullets' }, 'Mod-Shift-8'),
      lineTool('Numbered list', 'number', { icon: 'numbers' }, 'Mod-Shift-7'),
      lineTool('List to tick off', 'task', { icon: 'tasks' }, 'Mod-Shift-9'),
      { ...commandTool('Move list item out', outdentList, 'outdent'), key: 'Mod-[' },
      { ...commandTool('Move list item in', indentList, 'indent'), key: 'Mod-]' },
      lineTool('Quote', 'quote', { icon: 'quote' }),
    ],
    [
      { name: 'Link to a page of the garden', face: { icon: 'page' }, run: startPageLink },
      { ...commandTool('Link to another site', insertLink, 'link'), key: 'Mod-k' },
      { name: 'Cite a source', face: { icon: 'cite' }, run: (view) => void insertCitation(view, host) },
      { name: 'Footnote', face: { icon: 'footnote' }, run: (view) => void insertFootnote(view) },
    ],
    [
      { name: 'Picture', face: { icon: 'picture' }, run: (view) => void insertPicture(view, host) },
      { name: 'Table', face: { icon: 'table' }, run: (view) => void editTable(view) },
      { name: 'Callout', face: { icon: 'callout' }, run: (view) => void insertComponent(view, host, 'Callout') },
      { name: 'Other parts', face: { icon: 'part' }, run: (view) => void insertPart(view, host) },
    ],
    [
      { ...commandTool('Undo', undo, 'undo'), key: 'Mod-z', isReady: (state) => undoDepth(state) > 0 },
      { ...commandTool('Redo', redo, 'redo'), key: 'Mod-Shift-z', isReady: (state) => redoDepth(state) > 0 },
    ],
  ];
}

function lineTool(name: string, mark: LineMark, face: Tool['face'], key?: string): Tool {
  return { name, face, ...(key ? { key } : {}), run: run(toggleLines(mark)), isOn: (state) => haveLineMark(state, mark) };
}

function markTool(name: string, mark: InlineMark, face: Tool['face'], key: string): Tool {
  return { name, face, key, run: run(toggleMark(mark)), isOn: (state) => hasMark(state, mark) };
}

function commandTool(name: string, command: StateCommand, icon: IconName): Tool {
  return { name, face: { icon }, run: run(command) };
}

function run(command: StateCommand): Tool['run'] {
  return (view) => {
    command(view);
    view.focus();
  };
}

/** Opens the brackets of a page link and lists the pages; selected words become what it says. */
function startPageLink(view: EditorView): void {
  const { from, to } = view.state.selection.main;
  const words = view.state.sliceDoc(from, to);
  view.dispatch({ changes: { from, to, insert: words === '' ? '[[]]' : `[[|${words}]]` }, selection: { anchor: from + 2 }, userEvent: 'input', scrollIntoView: true });
  view.focus();
  startCompletion(view);
}
