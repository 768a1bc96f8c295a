import type { IndexedEntry } from '#garden/model/entry-index.ts';
import { kindWords } from './kind-words.ts';
import { makeElement } from './make-element.ts';
import type { FoundEntries } from './search-entries.ts';

/** The list that drops down below a box, and which of its options is active. */
export interface OptionList {
  readonly element: HTMLElement;
  readonly isOpen: boolean;
  /** The option that Enter would pick. */
  readonly active: IndexedEntry | undefined;
  show(found: FoundEntries, typed: string): void;
  hide(): void;
  /** Makes another option active: by one up or down, or the first or last one. Going past an end comes round. */
  move(to: 'next' | 'previous' | 'first' | 'last'): void;
  /** No option is active any more, so that the keys belong to the text. */
  leave(): void;
}

/** Makes the list box of a combobox and ties it to `input`, which keeps the focus. */
export function createOptionList(input: HTMLInputElement, id: string, pick: (entry: IndexedEntry) => void): OptionList {
  const listbox = makeElement('div', { role: 'listbox', id: `${id}-list`, 'aria-label': 'Pages to choose from', class: 'garden-picker-list' });
  const more = makeElement('p', { class: 'garden-picker-more' });
  const element = makeElement('div', { class: 'garden-picker-popup', hidden: true }, listbox, more);
  let shown: readonly IndexedEntry[] = [];
  let at = -1;

  // The focus stays in the box, so that a press on the list is no end of typing.
  element.addEventListener('mousedown', (event) => event.preventDefault());
  listbox.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    const entry = option ? shown[[...listbox.children].indexOf(option)] : undefined;
    if (entry) pick(entry);
  });

  function activate(index: number): void {
    listbox.children[at]?.setAttribute('aria-selected', 'false');
    at = index;
    const option = listbox.children[at];
    option?.setAttribute('aria-selected', 'true');
    if (!(option instanceof HTMLElement)) return input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-activedescendant', option.id);
    // scrollIntoView would also move the page.
    const { top, bottom } = option.getBoundingClientRect();
    const seen = listbox.getBoundingClientRect();
    if (top < seen.top) listbox.scrollTop -= Math.ceil(seen.top - top);
    else if (bottom > seen.bottom) listbox.scrollTop += Math.ceil(bottom - seen.bottom);
  }

  function setOpen(open: boolean): void {
    element.hidden = !open;
    listbox.hidden = shown.length === 0;
    input.setAttribute('aria-expanded', String(open && shown.length > 0));
  }

  return {
    element,
    get isOpen() {
      return !element.hidden;
    },
    get active() {
      return shown[at];
    },
    show(found, typed) {
      activate(-1);
      shown = found.shown;
      listbox.replaceChildren(...shown.map((entry, index) => optionElement(entry, `${id}-option-${index}`)));
      more.textContent =
        shown.length === 0 ? (typed === '' ? 'There is nothing to choose from yet.' : `Nothing found for “${typed}”.`) : found.more > 0 ? `… and ${found.more} more, type further` : '';
      more.hidden = more.textContent === '';
      setOpen(true);
      listbox.scrollTop = 0;
    },
    hide() {
      activate(-1);
      setOpen(false);
    },
    move(to) {
      const last = shown.length - 1;
      if (last < 0) return;
      activate(to === 'first' ? 0 : to === 'last' ? last : to === 'next' ? (at >= last ? 0 : at + 1) : at <= 0 ? last : at - 1);
    },
    leave: () => activate(-1),
  };
}

function optionElement(entry: IndexedEntry, id: string): HTMLElement {
  return makeElement('div', { role: 'option', id, 'aria-selected': 'false', class: 'garden-picker-option' }, ...entryLines(entry));
}

/** An entry in two lines: its title, then in small what it is and its id. */
export function entryLines(entry: IndexedEntry): HTMLElement[] {
  const title = makeElement('span', { class: 'garden-picker-title' }, makeElement('span', { lang: entry.lang }, entry.title));
  if (entry.draft) title.append(' ', makeElement('span', { class: 'garden-picker-draft' }, 'draft'));
  return [title, makeElement('span', { class: 'garden-picker-id' }, ` ${kindWords([entry.kind])} · ${entry.id}`)];
}
