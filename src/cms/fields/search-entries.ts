import type { IndexedEntry } from '#garden/model/entry-index.ts';
import { foldText } from '#garden/text/fold-text.ts';

/** The first entries that fit, and how many more there are. */
export interface FoundEntries {
  readonly shown: readonly IndexedEntry[];
  readonly more: number;
}

/** Makes a search over titles and ids: every word must stand in one of them, macrons and case do not matter,
 *  and titles that start with what was typed come first. No words find everything. */
export function searchEntries(entries: readonly IndexedEntry[], limit = 30): (words: string, without?: ReadonlySet<IndexedEntry>) => FoundEntries {
  const known = entries.map((entry) => ({ entry, title: foldText(entry.title).trim(), id: foldText(entry.id) })).sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
  return (words, without) => {
    const typed = foldText(words).trim().replace(/\s+/g, ' ');
    const parts = typed === '' ? [] : typed.split(' ');
    const fit = known.filter(({ entry, title, id }) => !without?.has(entry) && parts.every((part) => title.includes(part) || id.includes(part)));
    const first = typed === '' ? [] : fit.filter(({ title }) => title.startsWith(typed));
    const rest = first.length === 0 ? fit : fit.filter(({ title }) => !title.startsWith(typed));
    const all = [...first, ...rest].map(({ entry }) => entry);
    return { shown: all.slice(0, limit), more: Math.max(0, all.length - limit) };
  };
}
