import type { Garden } from '#garden/model/garden.ts';
import { browsePlaces, flatPlaces, type BrowsePlace } from './vocabulary.ts';

/** The vocabularies that readers browse by, in the order of menus. */
const BROWSE_NAMES = ['topics', 'habitats', 'regions'] as const;
export type BrowseName = (typeof BROWSE_NAMES)[number];

/** All of a vocabulary that has entries, as a tree. */
export function browse(garden: Garden, name: BrowseName): BrowsePlace[] {
  const entries = { regions: garden.byRegion, habitats: garden.byHabitat, topics: garden.byTopic }[name];
  return browsePlaces(garden.vocabularies[name].items, entries);
}

/** The vocabularies to browse that this garden has, with the title that it gives them. */
export function browseLists(garden: Garden): { readonly name: BrowseName; readonly title: string }[] {
  return BROWSE_NAMES.filter((name) => garden.vocabularies[name].items.length > 0).map((name) => ({ name, title: garden.vocabularies[name].title }));
}

/** The pages of a vocabulary: its index, and one for each place that has entries. None when the garden has no such list. */
export function browsePaths(garden: Garden, name: BrowseName): { params: { id: string | undefined } }[] {
  if (garden.vocabularies[name].items.length === 0) return [];
  return [undefined, ...flatPlaces(browse(garden, name)).map(({ item }) => item.id)].map((id) => ({ params: { id } }));
}
