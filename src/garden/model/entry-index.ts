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
  /** Its old addresses, `kind/id`. */
  readonly aliases?: readonly string[];
  /** Its headings that were renamed: what stood after `#` in links, and what stands there now. */
  readonly movedHeadings?: readonly { readonly from: string; readonly to: string }[];
  /** It is kept only for those who still come to it. */
  readonly retired?: true;
  /** The entry to read instead, `kind/id`. */
  readonly supersededBy?: string;
  /** A term of te reo Māori that texts mark. */
  readonly marked?: true;
  /** All its names, when it is a term for something whose places stay vague. */
  readonly sensitive?: readonly string[];
}

/** How a name in a link or field resolves. */
export type Resolution =
  | { readonly entry: IndexedEntry; /** Whether it was named by an old address. */ readonly moved?: true }
  | { readonly entry?: never; readonly ambiguous?: readonly Address[]; readonly near?: string | undefined };

/** All entries by address and by id. */
export interface EntryIndex {
  readonly entries: ReadonlyMap<string, IndexedEntry>;
  readonly ids: ReadonlyMap<string, readonly IndexedEntry[]>;
  /** Entries by their old addresses and by their old ids. A living entry wins over an old name. */
  readonly old: ReadonlyMap<string, readonly IndexedEntry[]>;
}

/** Makes the index from its entries. */
export function entryIndex(entries: Iterable<IndexedEntry>): EntryIndex {
  const byAddress = new Map<string, IndexedEntry>();
  const ids = new Map<string, IndexedEntry[]>();
  const old = new Map<string, IndexedEntry[]>();
  for (const entry of entries) {
    byAddress.set(`${entry.kind}/${entry.id}`, entry);
    add(ids, entry.id, entry);
    for (const alias of new Set(entry.aliases)) {
      add(old, alias, entry);
      add(old, alias.slice(alias.indexOf('/') + 1), entry);
    }
  }
  return { entries: byAddress, ids, old };
}

function add(map: Map<string, IndexedEntry[]>, key: string, entry: IndexedEntry): void {
  const same = map.get(key);
  if (!same) map.set(key, [entry]);
  else if (!same.includes(entry)) same.push(entry);
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
  const moved = (index.old.get(target) ?? []).filter((entry) => kinds.includes(entry.kind));
  if (moved.length === 1) return { entry: moved[0]!, moved: true };
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
