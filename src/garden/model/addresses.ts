import type { IndexedEntry } from './entry-index.ts';
import type { Address } from './garden.ts';
import { nearestEntries } from './nearest-entries.ts';
import type { Past } from './past-address.ts';

/** What the addresses of a garden are made from: its entries, each with its old addresses written at length. */
export type AddressedEntry = Pick<IndexedEntry, 'kind' | 'id' | 'title' | 'aliases' | 'retired' | 'supersededBy'>;

/** What an old address does: it leads on to an entry, or says that the page has gone and what is nearest. */
export type OldAddress =
  | {
      readonly type: 'moved';
      readonly to: Address;
      /** Whether the entry names the address among its aliases; else only git knows. */
      readonly said: boolean;
    }
  | { readonly type: 'gone'; readonly last: string; readonly near: readonly Address[] };

/**
 * What each old address does, by `kind/id`: an alias before what git knows of a new name. Every target lives, so that
 * no address leads to one that leads on; an address with a living page is none of these. Of several claims the first counts.
 */
export function oldAddresses(entries: readonly AddressedEntry[], past: Past): ReadonlyMap<Address, OldAddress> {
  const living = new Set<string>(entries.map(addressOf));
  const found = new Map<Address, OldAddress>();
  for (const [alias, [claimant]] of aliasClaims(entries)) if (claimant && !living.has(alias)) found.set(alias, { type: 'moved', to: addressOf(claimant), said: true });
  const near = nearestEntries(entries);
  for (const [address, { last, movedTo }] of past) {
    if (living.has(address) || found.has(address as Address)) continue;
    found.set(address as Address, movedTo !== undefined && living.has(movedTo) ? { type: 'moved', to: movedTo as Address, said: false } : { type: 'gone', last, near: near(address) });
  }
  return found;
}

/** Who names each old address among its aliases, in the order of the entries. More than one is one too many. */
export function aliasClaims<Entry extends Pick<AddressedEntry, 'aliases'>>(entries: Iterable<Entry>): ReadonlyMap<Address, readonly Entry[]> {
  const claims = new Map<Address, Entry[]>();
  for (const entry of entries) {
    for (const alias of new Set(entry.aliases)) {
      const claimants = claims.get(alias as Address);
      if (claimants) claimants.push(entry);
      else claims.set(alias as Address, [entry]);
    }
  }
  return claims;
}

function addressOf({ kind, id }: Pick<AddressedEntry, 'kind' | 'id'>): Address {
  return `${kind}/${id}`;
}
