import type { EditorView } from '@codemirror/view';
import { insertInline } from '../commands/insert-inline.ts';
import type { EditorHost } from '../editor-host.ts';
import { insertComponent } from '../parts/insert-component.ts';
import { tagAtCursor } from '../parts/tag-at.ts';
import { newTag } from '../parts/write-tag.ts';
import { chooseSource } from './choose-source.ts';

/** Lets the person find a source and cites it after the selection; with the cursor in a citation, edits that one. */
export async function insertCitation(view: EditorView, host: EditorHost): Promise<void> {
  if (tagAtCursor(view.state)?.component.name === 'Cite') return insertComponent(view, host, 'Cite');
  const chosen = await chooseSource(host.index, { page: true });
  if (chosen) view.dispatch(insertInline(view.state, newTag('Cite', { source: chosen.source, page: chosen.page }, true)));
  view.focus();
}
