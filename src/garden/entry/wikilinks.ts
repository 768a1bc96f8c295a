import type { Wikilink } from './body-facts.ts';

/** A `[[link]]` in a string: what it says, and where it stands there. */
export interface FoundLink {
  readonly start: number;
  readonly end: number;
  readonly link: Omit<Wikilink, 'line' | 'column' | 'length' | 'excerpt'>;
}

const LINK = /\[\[([^[\]\n|#]{0,200})(?:#([^[\]\n|]{0,200}))?(?:\|([^[\]\n]{0,300}))?\]\]/g;

/** Finds the `[[links]]` in a string. `isPlain` says whether the sign at an index stands there as itself, not escaped. */
export function findWikilinks(text: string, isPlain: (index: number) => boolean): FoundLink[] {
  const found: FoundLink[] = [];
  for (const match of text.matchAll(LINK)) {
    const start = match.index;
    if (!isPlain(start) || !isPlain(start + 1)) continue;
    const raw = (match[1] ?? '').trim();
    const wanted = raw.startsWith('?');
    const target = wanted ? raw.slice(1).trim() : raw;
    const heading = match[2]?.trim();
    const label = match[3]?.trim();
    if (target === '' && !heading) continue;
    found.push({ start, end: start + match[0].length, link: { target, wanted, ...(heading ? { heading } : {}), ...(label ? { label } : {}) } });
  }
  return found;
}
