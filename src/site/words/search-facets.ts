import type { AnyEntry, Garden } from '#garden/model/garden.ts';
import { KINDS } from '#garden/schema/index.ts';
import type { VocabularyName } from '#garden/schema/vocabularies.ts';
import { LANGUAGE } from './labels.ts';
import { sentenceCase } from './sentence-case.ts';
import { itemLabel, withWider } from './vocabulary.ts';

/** One way to narrow a search to a page. */
export interface SearchFacet {
  readonly facet: 'kind' | 'topic' | 'habitat' | 'region' | 'outcome' | 'language';
  readonly value: string;
  /** Whether a result shows it beside its title. */
  readonly shown?: boolean;
}

/** The titles above the choices of a search, by facet and in their order, as JSON for the page: those of lists are the garden's own. */
export function facetTitles({ vocabularies }: Garden): string {
  const own = (['topics', 'habitats', 'regions'] as const).filter((name) => vocabularies[name].items.length > 0).map((name) => [name.slice(0, -1), vocabularies[name].title]);
  return JSON.stringify([['kind', 'Kind of page'], ...own, ['outcome', 'How it went']]);
}

/** By what a search can narrow to an entry, in words that readers see. A region brings the wider ones that hold it. */
export function entryFacets(garden: Garden, entry: AnyEntry): SearchFacet[] {
  const fields = entry.fields as { topics?: string[]; habitats?: string[]; regions?: string[] };
  const of = (facet: SearchFacet['facet'], vocabulary: VocabularyName, ids: readonly string[] = []): SearchFacet[] => ids.map((id) => ({ facet, value: itemLabel(garden, vocabulary, id) }));
  const regions = [...(fields.regions ?? []), ...(entry.kind === 'case-studies' ? [entry.fields.place.region] : [])];
  const outcome: SearchFacet[] = entry.kind === 'case-studies' ? of('outcome', 'outcomes', [entry.fields.outcome]).map((facet) => ({ ...facet, shown: true })) : [];
  const language: SearchFacet[] = entry.kind !== 'glossary' && entry.fields.lang !== 'en' ? [{ facet: 'language', value: LANGUAGE[entry.fields.lang], shown: true }] : [];
  return [
    { facet: 'kind', value: sentenceCase(KINDS[entry.kind].one), shown: true },
    ...of('topic', 'topics', fields.topics),
    ...of('habitat', 'habitats', fields.habitats),
    ...of('region', 'regions', withWider(garden, 'regions', regions)),
    ...outcome,
    ...language,
  ];
}
