import type { AnyEntry, Garden } from '#garden/model/garden.ts';
import type { VocabularyItem, VocabularyName } from '#garden/schema/vocabularies.ts';

/** The item of a vocabulary with this id. */
export function vocabularyItem(garden: Garden, vocabulary: VocabularyName, id: string): VocabularyItem | undefined {
  return garden.vocabularies[vocabulary].items.find((item) => item.id === id);
}

/** What readers see for an id of a vocabulary. */
export function itemLabel(garden: Garden, vocabulary: VocabularyName, id: string): string {
  return vocabularyItem(garden, vocabulary, id)?.label ?? id;
}

/** The ids and all wider ids that hold them, each once. */
export function withWider(garden: Garden, vocabulary: VocabularyName, ids: readonly string[]): string[] {
  const found = new Set<string>();
  for (let id of ids) {
    while (id && !found.has(id)) {
      found.add(id);
      id = vocabularyItem(garden, vocabulary, id)?.within ?? '';
    }
  }
  return [...found];
}

/** A place in a vocabulary that readers can browse: its own entries and the narrower places that have any. */
export interface BrowsePlace {
  readonly item: VocabularyItem;
  readonly entries: readonly AnyEntry[];
  readonly narrower: readonly BrowsePlace[];
}

/** The top of a vocabulary with all that has entries below it; what has none is left out. */
export function browsePlaces(items: readonly VocabularyItem[], entries: ReadonlyMap<string, readonly AnyEntry[]>, within?: string): BrowsePlace[] {
  return items
    .filter((item) => item.within === within)
    .map((item) => ({ item, entries: entries.get(item.id) ?? [], narrower: browsePlaces(items, entries, item.id) }))
    .filter((place) => place.entries.length > 0 || place.narrower.length > 0);
}

/** All places of a tree, one after the other. */
export function flatPlaces(places: readonly BrowsePlace[]): BrowsePlace[] {
  return places.flatMap((place) => [place, ...flatPlaces(place.narrower)]);
}
