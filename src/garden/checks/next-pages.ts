import type { EntryIndex } from '../model/entry-index.ts';

/** Where each living entry sends its readers: what replaced it, and the pages that claim its address as an old one of theirs. */
export function nextPages(index: EntryIndex): Map<string, readonly string[]> {
  const next = new Map<string, readonly string[]>();
  for (const [address, entry] of index.entries) {
    const claimed = (index.old.get(address) ?? []).map((other) => `${other.kind}/${other.id}`);
    const to = [...(entry.supersededBy ? [entry.supersededBy] : []), ...claimed].filter((other) => other !== address && index.entries.has(other));
    next.set(address, to);
  }
  return next;
}
