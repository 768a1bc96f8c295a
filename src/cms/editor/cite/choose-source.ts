import type { FormIndex } from '#garden/outputs/form-index.ts';
import { openDialog } from '../../dialog/open-dialog.ts';
import { findEntries } from './find-entries.ts';

/** A source that was chosen, and the page in it if one was named. */
export interface ChosenSource {
  readonly source: string;
  readonly page: string;
}

/** So many sources are listed at once; more letters make the list shorter. */
const MOST_LISTED = 60;

/** Lets the person find a source by its title or file name; undefined when they gave up. */
export async function chooseSource(index: FormIndex, { page: asksPage }: { readonly page: boolean }): Promise<ChosenSource | undefined> {
  const sources = index.entries.filter((entry) => entry.kind === 'sources');
  const search = textField('Find a source', 'search');
  const page = textField('Page (if you like)', 'text');
  const list = document.createElement('fieldset');
  const legend = document.createElement('legend');
  const rows = document.createElement('div');
  const count = document.createElement('p');
  let chosen = '';
  search.input.placeholder = 'A word of its title, or its file name';
  list.className = 'garden-sources';
  legend.textContent = 'Sources';
  rows.className = 'garden-scroll';
  count.setAttribute('role', 'status');
  count.className = 'garden-hint';
  page.input.maxLength = 40;
  list.append(legend, rows);

  function show(): void {
    const query = search.input.value;
    const found = findEntries(sources, query);
    const listed = found.slice(0, MOST_LISTED);
    if (!listed.some((entry) => entry.id === chosen)) chosen = query.trim() === '' ? '' : (listed[0]?.id ?? '');
    rows.replaceChildren(
      ...listed.map((entry) => {
        const label = document.createElement('label');
        const radio = document.createElement('input');
        const title = document.createElement('span');
        const id = document.createElement('code');
        radio.type = 'radio';
        radio.name = 'garden-source';
        radio.required = true;
        radio.value = entry.id;
        radio.checked = entry.id === chosen;
        radio.addEventListener('change', () => (chosen = entry.id));
        title.textContent = entry.title;
        title.lang = entry.lang;
        id.textContent = entry.id;
        label.append(radio, title, id);
        return label;
      }),
    );
    rows.scrollTop = 0;
    count.textContent =
      found.length === 0
        ? sources.length === 0
          ? 'There are no sources yet.'
          : 'No source has these words.'
        : found.length > listed.length
          ? `${listed.length} of ${found.length} sources. Write more letters to find the right one.`
          : `${found.length} ${found.length === 1 ? 'source' : 'sources'}.`;
  }

  search.input.addEventListener('input', show);
  search.input.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    const radio = rows.querySelector<HTMLInputElement>('input:checked') ?? rows.querySelector<HTMLInputElement>('input');
    radio?.focus();
    if (radio && !radio.checked) radio.click();
  });
  show();
  const action = await openDialog({
    title: 'Cite a source',
    content: [search.element, list, count, ...(asksPage ? [page.element] : [])],
    actions: [
      { value: 'cite', label: asksPage ? 'Cite' : 'Choose', main: true },
      { value: 'close', label: 'Close', anyway: true },
    ],
  });
  return action === 'cite' && chosen !== '' ? { source: chosen, page: page.input.value.trim() } : undefined;
}

function textField(words: string, type: string): { element: HTMLElement; input: HTMLInputElement } {
  const element = document.createElement('label');
  const input = document.createElement('input');
  element.className = 'garden-field';
  input.type = type;
  input.autocomplete = 'off';
  element.append(words, input);
  return { element, input };
}
