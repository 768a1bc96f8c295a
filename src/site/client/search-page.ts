import { readFacets, type FacetTitles } from './search-filters.ts';
import { SearchPanel } from './search-panel.ts';
import type { Question } from './search-engine.ts';

/** Reads a question from the address: `?q=bait&topic=Learning`. */
function readQuestion(search: string, facets: FacetTitles): Question {
  const parameters = new URLSearchParams(search);
  return { words: parameters.get('q') ?? '', chosen: new Map([...facets.keys()].map((facet) => [facet, new Set(parameters.getAll(facet))])) };
}

/** Writes a question into the address, so that it can be sent on. */
function writeQuestion({ words, chosen }: Question): void {
  const parameters = new URLSearchParams();
  if (words.trim()) parameters.set('q', words.trim());
  for (const [facet, values] of chosen) for (const value of values) parameters.append(facet, value);
  const query = parameters.toString();
  history.replaceState(history.state, '', `${location.pathname}${query ? `?${query}` : ''}`);
}

const place = document.querySelector<HTMLElement>('[data-search-page]');
if (place) {
  const facets = readFacets(place.dataset['facets']);
  const panel = new SearchPanel({ root: place.dataset['root']!, facets, question: readQuestion(location.search, facets), open: matchMedia('(min-width: 46rem)').matches, onQuestion: writeQuestion });
  place.append(panel.element);
  panel.ask();
  panel.input.focus({ preventScroll: true });
}
