import { loadPagefind, type Counts, type Filters, type PagefindAnswer, type PagefindApi } from './pagefind-api.ts';

/** What a reader asks for: words, and chosen values by facet. */
export interface Question {
  readonly words: string;
  readonly chosen: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface Answer {
  readonly results: PagefindAnswer['results'];
  /** For each facet and value: how many results a tick there leads to. */
  readonly counts: Counts;
}

/** Asks Pagefind so that values of one facet mean "any of these", facets mean "all of these", and nothing found stays nothing. */
export class SearchEngine {
  private readonly api: Promise<PagefindApi>;

  constructor(root: string) {
    this.api = loadPagefind(root);
  }

  /** All facets with all their values. */
  async facets(): Promise<Counts> {
    return (await this.api).filters();
  }

  async ask({ words, chosen }: Question): Promise<Answer> {
    const api = await this.api;
    const query = words.trim() || null;
    const facets = [...chosen].filter(([, values]) => values.size > 0);
    if (!query && facets.length === 0) return { results: [], counts: await api.filters() };
    const filters = (but?: string): Filters => Object.fromEntries(facets.filter(([facet]) => facet !== but).map(([facet, values]) => [facet, { any: [...values] }]));
    const answer = await api.search(query, { filters: filters() });
    if (query && !(await answersWords(answer, query))) return { results: [], counts: {} };
    const counts: Counts = { ...answer.filters };
    for (const [facet] of facets) {
      // A further tick in a facet widens it, so its numbers are those without its own ticks.
      const others = filters(facet);
      const wider = !query && Object.keys(others).length === 0 ? await api.filters() : (await api.search(query, { filters: others })).filters;
      counts[facet] = wider[facet] ?? {};
    }
    return { results: answer.results, counts };
  }
}

/** How many letters of a word must be on a page for it to be an answer. */
const LETTERS = 3;

/** Whether the best result really answers: for a word that stands nowhere Pagefind falls back to pages with its first letter. */
async function answersWords({ results }: PagefindAnswer, query: string): Promise<boolean> {
  const [best] = results;
  if (!best) return false;
  const { content, meta } = await best.data();
  const text = ` ${fold(`${meta['title'] ?? ''} ${content}`)}`;
  return fold(query).split(' ').some((word) => word !== '' && text.includes(` ${word.slice(0, LETTERS)}`));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
