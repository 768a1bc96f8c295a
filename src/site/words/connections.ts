import type { Address, AnyEntry, Entry, Garden, Relation } from '#garden/model/garden.ts';
import type { KindName } from '#garden/schema/index.ts';

/** An entry that a page leads to, with a word on why. */
export interface Connection {
  readonly entry: AnyEntry;
  readonly note?: string;
  readonly excerpt?: string;
}

/** Entries that mention this one in their text, with the sentence around it. */
export function linkedFrom(garden: Garden, entry: AnyEntry, but: readonly AnyEntry[] = []): Connection[] {
  const links = garden.linksTo.get(entry.address) ?? [];
  return links
    .filter((link) => link.relation === 'mentions' && !but.includes(link.from))
    .map(({ from, excerpt }) => ({ entry: from, ...(excerpt ? { excerpt: withTitles(garden, from, excerpt) } : {}) }));
}

/** An excerpt with titles where the text links by id alone. */
function withTitles(garden: Garden, from: AnyEntry, excerpt: string): string {
  const bare = new Set(from.body.wikilinks.filter(({ label, wanted }) => !label && !wanted).map(({ target }) => target));
  const targets = [...(garden.linksFrom.get(from.address) ?? [])].map(({ to }) => to);
  return targets.reduce((text, to) => {
    const written = [to.address, to.id].find((name) => bare.has(name));
    return written ? text.split(written).join(to.title) : text;
  }, excerpt);
}

/** Entries of a kind that point here for one reason. */
export function pointingHere<K extends KindName>(garden: Garden, entry: AnyEntry, relation: Relation, kind: K): Entry<K>[] {
  const links = garden.linksTo.get(entry.address) ?? [];
  return links.flatMap(({ from, relation: why }) => (why === relation && from.kind === kind ? [from as unknown as Entry<K>] : []));
}

/** The entries with these addresses; those that do not exist are left out. */
export function entriesAt(garden: Garden, addresses: readonly string[] = []): AnyEntry[] {
  return addresses.flatMap((address) => garden.entries.get(address as Address) ?? []);
}

/** The same for ids of one kind. */
export function entriesOf(garden: Garden, kind: KindName, ids: readonly string[] = []): AnyEntry[] {
  return entriesAt(
    garden,
    ids.map((id) => `${kind}/${id}`),
  );
}

/** Entries as connections without a note. */
export function asConnections(entries: readonly AnyEntry[]): Connection[] {
  return [...new Set(entries)].map((entry) => ({ entry }));
}

/** Sessions that use a guide or case, then the curricula that hold those sessions. */
export function taughtIn(garden: Garden, entry: AnyEntry): Connection[] {
  const sessions = pointingHere(garden, entry, 'uses', 'sessions');
  const curricula = sessions.flatMap((session) => pointingHere(garden, session as AnyEntry, 'teaches', 'curricula'));
  return asConnections([...(curricula as AnyEntry[]), ...(sessions as AnyEntry[])]);
}
