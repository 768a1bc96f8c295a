import type { AnyEntry } from '#garden/model/garden.ts';

/** One group of a list. */
export interface EntryGroup {
  readonly label: string;
  readonly about?: string;
  readonly entries: readonly AnyEntry[];
}

/** Entries in the groups given, in that order; empty groups are left out. */
export function groupEntries(
  entries: readonly AnyEntry[],
  groups: readonly { readonly id: string; readonly label: string; readonly about?: string }[],
  groupOf: (entry: AnyEntry) => string | false,
): EntryGroup[] {
  return groups.map(({ id, label, about }) => ({ label, ...(about ? { about } : {}), entries: entries.filter((entry) => groupOf(entry) === id) })).filter((group) => group.entries.length > 0);
}
