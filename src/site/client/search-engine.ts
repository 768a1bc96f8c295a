import { plausibleMatch } from './plausible-match.ts';
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
    if (query) {
      const unfiltered = facets.length > 0 ? await api.search(query, { filters: {} }) : answer;
      if (!(await answers(query, unfiltered))) return { results: [], counts: {} };
    }
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

/** Whether the best result holds what was asked for; when it does not, none does. */
async function answers(query: string, { results }: PagefindAnswer): Promise<boolean> {
  const best = await results[0]?.data();
  if (!best) return false;
  const words = best.content.split(/\s+/);
  return plausibleMatch(query, [...best.locations.map((location) => words[location] ?? ''), best.meta['title'] ?? '']);
}
