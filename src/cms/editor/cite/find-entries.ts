import type { IndexedEntry } from '#garden/model/entry-index.ts';
import { foldText } from '#garden/text/fold-text.ts';

/** Entries whose title or id holds every word of the query, without regard to macrons and capitals; those that start with it come first. */
export function findEntries(entries: readonly IndexedEntry[], query: string): readonly IndexedEntry[] {
  const wanted = foldText(query).trim();
  const words = wanted.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return entries;
  const rated = entries.flatMap((entry) => {
    const title = foldText(entry.title);
    const text = `${title} ${entry.kind}/${entry.id}`;
    if (!words.every((word) => text.includes(word))) return [];
    return [{ entry, rank: entry.id.startsWith(wanted) || title.startsWith(wanted) ? 0 : title.includes(` ${wanted}`) ? 1 : 2 }];
  });
  return rated.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}
