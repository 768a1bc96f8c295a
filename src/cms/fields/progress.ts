import { dropEmpty } from '#garden/entry/drop-empty.ts';
import { makeElement } from './make-element.ts';

/** A field by its name in the header and by what people call it. */
export interface NamedField {
  readonly name: string;
  readonly label: string;
}

/** How much of one part is filled. */
export interface PartProgress {
  readonly done: number;
  readonly all: number;
  readonly missing: readonly NamedField[];
}

/** How much is filled of what everybody writes first, and of the rest. */
export interface Progress {
  readonly first: PartProgress;
  readonly full: PartProgress;
}

/** Counts the fields that are filled; an empty text, list or group counts as not filled. */
export function progress(data: Record<string, unknown>, first: readonly NamedField[], full: readonly NamedField[]): Progress {
  return { first: part(data, first), full: part(data, full) };
}

function part(data: Record<string, unknown>, fields: readonly NamedField[]): PartProgress {
  const missing = fields.filter(({ name }) => !Object.hasOwn(data, name) || dropEmpty(data[name]).value === undefined);
  return { done: fields.length - missing.length, all: fields.length, missing };
}

/** What a progress meter needs. */
export interface ProgressOptions {
  readonly parent: HTMLElement;
  /** The names of the two parts. */
  readonly names?: { readonly first: string; readonly full: string };
  /** Leads to the field that is named as the next; without it the name is plain text. */
  onPick?(field: NamedField): void;
}

/** Two meters in words and bars, and the next field to fill. */
export interface ProgressMeter {
  show(progress: Progress): void;
  destroy(): void;
}

/** Makes two meters: one for what everybody writes first, one for the rest. Every number stands in words too. */
export function createProgress({ parent, names = { first: 'Short case', full: 'Full case' }, onPick }: ProgressOptions): ProgressMeter {
  const rows = { first: meter(names.first), full: meter(names.full) };
  const next = makeElement('p', { class: 'garden-progress-next' });
  const root = makeElement('div', { class: 'garden-progress' }, rows.first.element, rows.full.element, next);
  let shown: string | undefined;
  parent.append(root);

  function showNext(field: NamedField | undefined): void {
    const name = field?.name ?? '';
    // Drawn again only when it changes, so that the focus stays on it.
    if (shown === name) return;
    shown = name;
    if (!field) return next.replaceChildren('Everything is filled.');
    if (!onPick) return next.replaceChildren(`Next: ${field.label}`);
    const button = makeElement('button', { type: 'button', class: 'garden-field-link' }, field.label);
    button.addEventListener('click', () => onPick(field));
    next.replaceChildren('Next: ', button);
  }

  return {
    show({ first, full }) {
      rows.first.show(first);
      rows.full.show(full);
      showNext(first.missing[0] ?? full.missing[0]);
    },
    destroy: () => root.remove(),
  };
}

function meter(name: string): { element: HTMLElement; show(progress: PartProgress): void } {
  const words = makeElement('span', { class: 'garden-progress-words' });
  const bar = makeElement('progress', {});
  // A label around both names the bar by the words beside it.
  const element = makeElement('label', { class: 'garden-progress-row' }, words, bar);
  return {
    element,
    show({ done, all }) {
      const text = `${name}: ${done} of ${all}`;
      if (words.textContent !== text) words.textContent = text;
      bar.max = Math.max(1, all);
      bar.value = all === 0 ? 1 : done;
      element.classList.toggle('garden-progress-done', done === all);
    },
  };
}
