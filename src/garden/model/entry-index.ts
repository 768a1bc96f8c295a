import type { Heading } from '../entry/body-facts.ts';
import { KIND_NAMES, type KindName } from '../schema/index.ts';
import { nearest } from '../text/nearest.ts';
import type { Address } from './garden.ts';
import { pagePath } from './page-path.ts';

/** What the rules and the links of one entry need to know of every other: small enough for a browser. */
export interface IndexedEntry {
  readonly kind: KindName;
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly draft: boolean;
  readonly headings: readonly Pick<Heading, 'id' | 'text'>[];
}

/** How a name in a link or field resolves. */
export type Resolution = { readonly entry: IndexedEntry } | { readonly entry?: never; readonly ambiguous?: readonly Address[]; readonly near?: string | undefined };

/** All entries by address and by id. */
export interface EntryIndex {
  readonly entries: ReadonlyMap<string, IndexedEntry>;
  readonly ids: ReadonlyMap<string, readonly IndexedEntry[]>;
}

/** Makes the index from its entries. */
export function entryIndex(entries: Iterable<IndexedEntry>): EntryIndex {
  const byAddress = new Map<string, IndexedEntry>();
  const ids = new Map<string, IndexedEntry[]>();
  for (const entry of entries) {
    byAddress.set(`${entry.kind}/${entry.id}`, entry);
    const same = ids.get(entry.id);
    if (same) same.push(entry);
    else ids.set(entry.id, [entry]);
  }
  return { entries: byAddress, ids };
}

/** Finds the entry that `id` or `kind/id` names. A bare id in several kinds is the first in menu order, unless both are written at length. */
export function resolveTarget(index: EntryIndex, target: string, kinds: readonly string[] = KIND_NAMES): Resolution {
  if (target.includes('/')) {
    const entry = index.entries.get(target);
    if (entry && kinds.includes(entry.kind)) return { entry };
  } else {
    const found = (index.ids.get(target) ?? []).filter((entry) => kinds.includes(entry.kind));
    if (found.length === 1) return { entry: found[0]! };
    if (found.length > 1) return { ambiguous: found.map((entry): Address => `${entry.kind}/${entry.id}`) };
  }
  // Looking for a near name takes long, and most who ask do not want it.
  const candidates = () => (target.includes('/') ? [...index.entries.keys()] : [...index.entries.values()].filter((entry) => kinds.includes(entry.kind)).map((entry) => entry.id));
  return {
    get near() {
      return nearest(target, candidates());
    },
  };
}

/** The site path of an indexed entry. */
export function indexedPath(entry: IndexedEntry): string {
  return pagePath(entry.kind, entry.id);
}
