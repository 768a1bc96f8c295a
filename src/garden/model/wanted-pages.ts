import type { AnyEntry, WantedPage } from './garden.ts';

/** Pages that links ask for with `[[?Title]]`, by how many pages want them, then by title. */
export function wantedPages(entries: readonly AnyEntry[]): WantedPage[] {
  const found = new Map<string, { title: string; from: Set<AnyEntry> }>();
  for (const entry of entries) {
    for (const wikilink of entry.body.wikilinks) {
      if (!wikilink.wanted) continue;
      const key = wikilink.target.toLowerCase();
      const page = found.get(key) ?? { title: wikilink.target, from: new Set() };
      page.from.add(entry);
      found.set(key, page);
    }
  }
  return [...found.values()].map(({ title, from }) => ({ title, from: [...from] })).sort((a, b) => b.from.length - a.from.length || (a.title < b.title ? -1 : 1));
}
