import type { AnyEntry, Garden } from '#garden/model/garden.ts';

/** Entries by the day they last changed, else were written, newest first; those of one day stay in their order. */
export function newestFirst(garden: Garden, entries: readonly AnyEntry[]): AnyEntry[] {
  const day = (entry: AnyEntry) => garden.history.get(entry.file)?.first ?? entry.fields.created ?? '';
  return [...entries].sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0));
}
