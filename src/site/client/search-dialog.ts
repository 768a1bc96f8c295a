import { make } from './make-element.ts';
import { readFacets } from './search-filters.ts';
import { SearchPanel } from './search-panel.ts';

let dialog: HTMLDialogElement | undefined;
let panel: SearchPanel | undefined;

/** Opens the search above the page. Escape or the button closes it, and focus goes back to where it was. */
export function openSearchDialog(root: string, facets: string | undefined): void {
  if (dialog?.open) return;
  const before = document.activeElement;
  if (!dialog || !panel) {
    const close = make('button', { class: 'search-close', type: 'button' }, 'Close');
    panel = new SearchPanel({ root, facets: readFacets(facets), question: { words: '', chosen: new Map() }, open: matchMedia('(min-width: 46rem)').matches, beside: close });
    dialog = make('dialog', { class: 'search-dialog', 'aria-label': 'Search' }, panel.element);
    const own = dialog;
    close.addEventListener('click', () => own.close());
    own.addEventListener('click', (event) => {
      if (event.target === own) own.close();
    });
    // A search input keeps Escape for itself when it holds text.
    own.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      own.close();
    });
    document.body.append(own);
    panel.ask();
  }
  const shown = dialog;
  shown.addEventListener('close', () => before instanceof HTMLElement && before.focus(), { once: true });
  shown.showModal();
  panel.input.focus();
  panel.input.select();
}
