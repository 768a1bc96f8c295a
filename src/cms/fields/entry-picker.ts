import { entryIndex, resolveTarget, type IndexedEntry } from '#garden/model/entry-index.ts';
import { kindWords } from './kind-words.ts';
import { makeElement } from './make-element.ts';
import { createOptionList } from './option-list.ts';
import { createPickedList, type PickedAction, type PickedItem } from './picked-list.ts';
import { searchEntries, type FoundEntries } from './search-entries.ts';

/** What an entry picker needs. */
export interface EntryPickerOptions {
  readonly parent: HTMLElement;
  /** Id of the box. */
  readonly id: string;
  /** Id of the element that names the field. */
  readonly labelledBy: string;
  readonly entries: readonly IndexedEntry[];
  /** Only entries of these kinds can be picked. */
  readonly kinds: readonly string[];
  /** Whether a value is written `kind/id` instead of `id`. */
  readonly withKind: boolean;
  readonly multiple: boolean;
  readonly value: string | readonly string[];
  /** A list with `multiple`, else a text, which is empty when nothing is chosen. */
  onChange(value: string | string[]): void;
}

/** A field that picks entries. */
export interface EntryPicker {
  /** Shows another value, without a call of `onChange`. */
  setValue(value: string | readonly string[]): void;
  focus(): void;
  destroy(): void;
}

/** How long nobody must type before the number of hits is read out. */
const PAUSE = 600;

/** Makes a field that picks entries by their title or id: a combobox with a list box. Only entries that exist can be picked;
 *  a stored value without an entry stays as it is until the person changes it. */
export function createEntryPicker({ parent, id, labelledBy, entries, kinds, withKind, multiple, value, onChange }: EntryPickerOptions): EntryPicker {
  const index = entryIndex(entries);
  const search = searchEntries(entries.filter((entry) => kinds.includes(entry.kind)));
  let values = listOf(value);
  let leftOver = false;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const input = makeElement('input', {
    type: 'text',
    id,
    role: 'combobox',
    class: 'garden-field-box',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    placeholder: 'Search by title',
    'aria-labelledby': labelledBy,
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': `${id}-list`,
    'aria-describedby': `${id}-note`,
  });
  const clear = makeElement('button', { type: 'button', class: 'garden-field-icon', 'aria-label': 'Clear', 'aria-describedby': labelledBy }, makeElement('span', { 'aria-hidden': 'true' }, '×'));
  const note = makeElement('p', { id: `${id}-note`, class: 'garden-field-problem', 'aria-live': 'polite' });
  const status = makeElement('p', { class: 'garden-field-status', role: 'status' });
  const list = createOptionList(input, id, pick);
  const picked = createPickedList(act);
  const box = makeElement('div', { class: 'garden-picker-box' }, input, clear, list.element);
  const root = makeElement('div', { class: 'garden-picker' }, ...(multiple ? [picked.element] : []), box, note, status);

  const entryOf = (text: string) => resolveTarget(index, text, kinds).entry;
  const nameOf = (text: string) => entryOf(text)?.title ?? text;
  const settled = () => (multiple || values[0] === undefined ? '' : nameOf(values[0]));
  const problemOf = (text: string) => {
    const found = resolveTarget(index, text, kinds);
    if (found.entry) return undefined;
    return 'ambiguous' in found && found.ambiguous ? 'Several pages have this id. Choose one from the list.' : `There is no such ${kindWords(kinds)}.`;
  };

  function emit(next: string[]): void {
    values = next;
    onChange(multiple ? [...values] : (values[0] ?? ''));
  }

  function say(words: string): void {
    clearTimeout(pause);
    status.textContent = words;
  }

  function showNote(): void {
    const stored = !multiple && values[0] !== undefined && input.value === settled() ? problemOf(values[0]) : undefined;
    note.textContent = leftOver ? 'Choose one from the list, or clear this.' : (stored ?? '');
    if (note.textContent === '') input.removeAttribute('aria-invalid');
    else input.setAttribute('aria-invalid', 'true');
    clear.hidden = input.value === '';
  }

  function show(): void {
    leftOver = false;
    input.value = settled();
    picked.show(values.map((text): PickedItem => ({ name: nameOf(text), entry: entryOf(text), problem: problemOf(text) })));
    showNote();
  }

  function open(): FoundEntries {
    // The title of what is chosen is no search.
    const typed = input.value === settled() ? '' : input.value.trim();
    const found = search(typed, multiple ? new Set(values.flatMap((text) => entryOf(text) ?? [])) : undefined);
    list.show(found, typed);
    return found;
  }

  function pick(entry: IndexedEntry): void {
    const written = withKind ? `${entry.kind}/${entry.id}` : entry.id;
    emit(multiple ? [...values, written] : [written]);
    list.hide();
    show();
    say(multiple ? `Added “${entry.title}”. ${values.length} chosen.` : `Chosen: “${entry.title}”.`);
  }

  function act(at: number, action: PickedAction): void {
    const moved = values[at];
    if (moved === undefined) return;
    const rest = values.filter((_, other) => other !== at);
    const to = action === 'up' ? at - 1 : at + 1;
    const typed = input.value;
    emit(action === 'remove' ? rest : rest.toSpliced(to, 0, moved));
    show();
    input.value = typed;
    showNote();
    say(action === 'remove' ? `Removed “${nameOf(moved)}”. ${values.length === 0 ? 'None' : values.length} chosen.` : `“${nameOf(moved)}” is now ${to + 1} of ${values.length}.`);
    if (!picked.focus(action === 'remove' ? at : to, action)) input.focus();
  }

  function clearAll(): void {
    if (!multiple && values.length > 0) emit([]);
    leftOver = false;
    input.value = '';
    list.hide();
    showNote();
  }

  function leave(): void {
    list.hide();
    clearTimeout(pause);
    leftOver = input.value.trim() !== '' && input.value !== settled();
    if (input.value.trim() === '') input.value = '';
    // What is seen and what is saved must not differ.
    if (!multiple && values.length > 0 && input.value !== settled()) emit([]);
    showNote();
  }

  function key(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const moves = { ArrowDown: 'next', ArrowUp: 'previous', Home: 'first', End: 'last' } as const;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (event.altKey && event.key === 'ArrowUp') return list.hide();
      if (!list.isOpen) open();
      if (!event.altKey) list.move(moves[event.key]);
    } else if ((event.key === 'Home' || event.key === 'End') && list.active && !event.shiftKey) {
      event.preventDefault();
      list.move(moves[event.key]);
    } else if (event.key === 'Enter') {
      // A box in a form would send it.
      event.preventDefault();
      const only = list.isOpen && list.active === undefined && input.value !== settled() ? open().shown : [];
      const entry = list.active ?? (only.length === 1 ? only[0] : undefined);
      if (entry) pick(entry);
    } else if (event.key === 'Escape' && (list.isOpen || input.value !== settled())) {
      // A dialog around the field would close too.
      event.preventDefault();
      event.stopPropagation();
      if (list.isOpen) return list.hide();
      show();
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') list.leave();
  }

  input.addEventListener('input', () => {
    leftOver = false;
    const found = open();
    if (!multiple && input.value === '' && values.length > 0) emit([]);
    showNote();
    clearTimeout(pause);
    const count = found.shown.length + found.more;
    pause = setTimeout(() => say(count === 0 ? 'Nothing found.' : found.more > 0 ? `${count} found, the first ${found.shown.length} are listed.` : `${count} found.`), PAUSE);
  });
  input.addEventListener('click', () => (list.isOpen ? list.hide() : void open()));
  input.addEventListener('keydown', key);
  clear.addEventListener('click', () => {
    clearAll();
    say('Cleared.');
    input.focus();
  });
  root.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node && root.contains(event.relatedTarget))) leave();
    else if (event.target === input) list.hide();
  });

  show();
  parent.append(root);
  return {
    setValue(next) {
      const wanted = listOf(next);
      if (wanted.length === values.length && wanted.every((text, at) => text === values[at])) return;
      values = wanted;
      list.hide();
      show();
    },
    focus: () => input.focus(),
    destroy() {
      clearTimeout(pause);
      root.remove();
    },
  };
}

function listOf(value: string | readonly string[]): string[] {
  return (typeof value === 'string' ? [value] : [...value]).filter((text) => text !== '');
}
