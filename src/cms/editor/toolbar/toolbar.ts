import type { EditorView, KeyBinding } from '@codemirror/view';
import { icon } from './icon.ts';
import { keyWords } from './key-words.ts';
import type { Tool } from './tools.ts';

/** The row of buttons above a text. */
export interface Toolbar {
  readonly element: HTMLElement;
  /** The keys of its tools, and the one that leads to it. */
  readonly keys: readonly KeyBinding[];
  /** Shows what holds for the selection now. */
  update(view: EditorView): void;
}

/** Makes a toolbar of which Tab reaches one button; the arrow keys go along it, Escape goes back to the text. */
export function toolbar(groups: readonly (readonly Tool[])[], view: () => EditorView): Toolbar {
  const element = document.createElement('div');
  const isMac = /Mac|iP(?:hone|ad)/.test(navigator.platform);
  element.className = 'garden-toolbar';
  element.setAttribute('role', 'toolbar');
  element.setAttribute('aria-label', 'Tools for the text');
  const buttons: { readonly tool: Tool; readonly button: HTMLButtonElement }[] = [];
  for (const group of groups) {
    const box = document.createElement('div');
    box.className = 'garden-toolbar-group';
    for (const tool of group) {
      const button = toolButton(tool, isMac, view);
      buttons.push({ tool, button });
      box.append(button);
    }
    element.append(box);
  }
  let current = 0;
  moveTo(0, false);

  function moveTo(index: number, focus: boolean): void {
    current = (index + buttons.length) % buttons.length;
    for (const [at, { button }] of buttons.entries()) button.tabIndex = at === current ? 0 : -1;
    if (focus) buttons[current]!.button.focus();
  }

  element.addEventListener('focusin', (event) => {
    const at = buttons.findIndex(({ button }) => button === event.target);
    if (at !== -1 && at !== current) moveTo(at, false);
  });
  element.addEventListener('keydown', (event) => {
    const to = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === 'Escape') view().focus();
    else if (to === undefined) return;
    else moveTo(to, true);
    event.preventDefault();
  });

  const keys = buttons.flatMap(({ tool }): KeyBinding[] => (tool.key ? [{ key: tool.key, preventDefault: true, run: (target) => (tool.run(target), true) }] : []));
  return {
    element,
    keys: [...keys, { key: 'Alt-F10', preventDefault: true, run: () => (moveTo(current, true), true) }],
    update({ state }) {
      for (const { tool, button } of buttons) {
        if (tool.isOn) button.setAttribute('aria-pressed', String(tool.isOn(state)));
        // Disabled in words only: the focus must not fall out of a button that was just pressed.
        if (tool.isReady) button.setAttribute('aria-disabled', String(!tool.isReady(state)));
      }
    },
  };
}

function toolButton(tool: Tool, isMac: boolean, view: () => EditorView): HTMLButtonElement {
  const button = document.createElement('button');
  const key = tool.key && keyWords(tool.key, isMac);
  button.type = 'button';
  button.setAttribute('aria-label', tool.name);
  button.title = key ? `${tool.name}: ${key}` : tool.name;
  if (tool.key) button.setAttribute('aria-keyshortcuts', tool.key.replace('Mod', isMac ? 'Meta' : 'Control').replaceAll('-', '+'));
  if ('icon' in tool.face) button.append(icon(tool.face.icon));
  else {
    const letters = document.createElement('span');
    letters.setAttribute('aria-hidden', 'true');
    letters.textContent = tool.face.letters;
    if (tool.face.class) letters.className = tool.face.class;
    button.append(letters);
  }
  // The text keeps its focus and selection when a mouse or finger presses a tool.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-disabled') !== 'true') tool.run(view());
  });
  return button;
}
