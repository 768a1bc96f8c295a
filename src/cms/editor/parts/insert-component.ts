import type { EditorView } from '@codemirror/view';
import { componentNamed, components, type Component } from '#garden/safe-mdx/components.ts';
import { openDialog } from '../../dialog/open-dialog.ts';
import { insertBlock } from '../commands/insert-block.ts';
import { insertInline } from '../commands/insert-inline.ts';
import { selectedLines } from '../commands/selected-lines.ts';
import type { EditorHost } from '../editor-host.ts';
import { middleChange } from '../text/middle-change.ts';
import { askComponent } from './component-dialog.ts';
import { componentBlock } from './component-block.ts';
import { componentWords } from './component-name.ts';
import { openComponents, tagAtCursor } from './tag-at.ts';
import { changeTag, newTag, tagValues } from './write-tag.ts';

/** Lets the person choose a component and inserts it; with the cursor in a tag, edits that tag. */
export async function insertPart(view: EditorView, host: EditorHost): Promise<void> {
  if (tagAtCursor(view.state)) return editTag(view, host);
  const component = await chooseComponent(openComponents(view.state, view.state.selection.main.from));
  if (component) await insertComponent(view, host, component.name);
}

/** Inserts a component; with the cursor in a tag of the same name, edits that tag. */
export async function insertComponent(view: EditorView, host: EditorHost, name: string): Promise<void> {
  const component = componentNamed(name);
  if (!component) return;
  if (tagAtCursor(view.state)?.component === component) return editTag(view, host);
  const filled = await askComponent(component, host);
  if (filled) {
    const { state } = view;
    if (component.display === 'inline') {
      view.dispatch(insertInline(state, newTag(component.name, filled.values, true)));
    } else if (state.selection.main.empty || component.children === 'none') {
      view.dispatch(insertBlock(state, componentBlock(component, filled.values, { answer: filled.answer })));
    } else {
      const lines = selectedLines(state);
      const place = { from: lines[0]!.from, to: lines.at(-1)!.to };
      view.dispatch(insertBlock(state, componentBlock(component, filled.values, { answer: filled.answer, content: state.sliceDoc(place.from, place.to) }), place));
    }
  }
  view.focus();
}

async function editTag(view: EditorView, host: EditorHost): Promise<void> {
  const tag = tagAtCursor(view.state);
  if (!tag) return;
  const filled = await askComponent(tag.component, host, tagValues(tag.raw));
  // The text may have changed below the dialog.
  if (filled && view.state.sliceDoc(tag.from, tag.to) === tag.raw) {
    const change = middleChange(tag.raw, changeTag(tag.raw, filled.values));
    if (change) view.dispatch({ changes: { from: tag.from + change.from, to: tag.from + change.to, insert: change.insert }, userEvent: 'input' });
  }
  view.focus();
}

async function chooseComponent(open: readonly string[]): Promise<Component | undefined> {
  const list = document.createElement('ul');
  let chosen: Component | undefined;
  list.className = 'garden-choices';
  for (const component of components) {
    // An answer outside of an exercise is a fault: it is offered where it may stand.
    if (component.inside && !open.includes(component.inside)) continue;
    const item = document.createElement('li');
    const button = document.createElement('button');
    const name = document.createElement('strong');
    const about = document.createElement('span');
    button.type = 'submit';
    button.formNoValidate = true;
    name.textContent = componentWords(component.name);
    about.textContent = component.about;
    button.append(name, ' ', about);
    button.addEventListener('click', () => (chosen = component));
    item.append(button);
    list.append(item);
  }
  await openDialog({ title: 'Add a part', content: [list], actions: [{ value: 'close', label: 'Close', anyway: true }] });
  return chosen;
}
