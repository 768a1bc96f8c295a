import type { Garden } from '#garden/model/garden.ts';
import { browsePlaces, type BrowsePlace } from './vocabulary.ts';

/** The vocabularies that readers browse by. */
export type BrowseName = 'regions' | 'habitats' | 'topics';

/** All of a vocabulary that has entries, as a tree. */
export function browse(garden: Garden, name: BrowseName): BrowsePlace[] {
  const entries = { regions: garden.byRegion, habitats: garden.byHabitat, topics: garden.byTopic }[name];
  return browsePlaces(garden.vocabularies[name].items, entries);
}
