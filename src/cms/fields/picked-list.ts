import type { IndexedEntry } from '#garden/model/entry-index.ts';
import { makeElement } from './make-element.ts';
import { entryLines } from './option-list.ts';

/** One chosen value: its entry, or what is wrong with it. */
export interface PickedItem {
  readonly name: string;
  readonly entry: IndexedEntry | undefined;
  readonly problem: string | undefined;
}

/** What can be done with a chosen value. */
export type PickedAction = 'remove' | 'up' | 'down';

/** The chosen values in their order, with buttons to move and remove each. */
export interface PickedList {
  readonly element: HTMLElement;
  show(items: readonly PickedItem[]): void;
  /** Puts the focus on a button of an item, or on the one beside it when there is nothing for it to do; false without items. */
  focus(index: number, action: PickedAction): boolean;
}

/** Makes the list; `act` is told which button of which item was pressed. */
export function createPickedList(act: (index: number, action: PickedAction) => void): PickedList {
  const element = makeElement('ol', { class: 'garden-picked', 'aria-label': 'Chosen, in this order', hidden: true });
  element.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-action]') : null;
    const item = button?.closest('li');
    if (button && item) act([...element.children].indexOf(item), button.dataset['action'] as PickedAction);
  });
  return {
    element,
    show(items) {
      element.hidden = items.length === 0;
      element.replaceChildren(...items.map((item, index) => row(item, index, items.length)));
    },
    focus(index, action) {
      const item = element.children[Math.min(index, element.children.length - 1)];
      const other = action === 'up' ? 'down' : action === 'down' ? 'up' : 'remove';
      const button = item?.querySelector<HTMLButtonElement>(`[data-action=${action}]:not(:disabled)`) ?? item?.querySelector<HTMLButtonElement>(`[data-action=${other}]:not(:disabled)`);
      button?.focus();
      return button !== undefined && button !== null;
    },
  };
}

function row({ name, entry, problem }: PickedItem, index: number, count: number): HTMLElement {
  const text = makeElement('div', { class: 'garden-picked-text' }, ...(entry ? entryLines(entry) : [makeElement('span', { class: 'garden-picker-title' }, name)]));
  if (problem) text.append(makeElement('span', { class: 'garden-field-problem' }, ` ${problem}`));
  const buttons = makeElement('div', { class: 'garden-picked-buttons' });
  if (count > 1) {
    buttons.append(button('up', `Move ${name} up`, '↑', index === 0), button('down', `Move ${name} down`, '↓', index === count - 1));
  }
  buttons.append(button('remove', `Remove ${name}`, '×', false));
  return makeElement('li', {}, text, buttons);
}

function button(action: PickedAction, label: string, sign: string, disabled: boolean): HTMLButtonElement {
  return makeElement(
    'button',
    { type: 'button', class: 'garden-field-icon', 'data-action': action, 'aria-label': label, title: label, disabled },
    makeElement('span', { 'aria-hidden': 'true' }, sign),
  );
}
