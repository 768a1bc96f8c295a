import { writeEntry } from '../../../src/garden/entry/write-entry.ts';
import { readDraft } from '../../../src/garden/entry/read-draft.ts';
import { addressOf, type Move } from './move.ts';

/**
 * The raw text of the moved entry with the old addresses it has from now on: the one it had, unless `keep` says that
 * nobody can have linked it, and no longer the one it gets. Throws an Error of one plain sentence when its header
 * cannot be read.
 */
export function newAliases(raw: string, { from, to }: Move, keep: boolean): string {
  const { fields, body } = readDraft(raw);
  const before = oldAddressesIn(raw);
  const long = (alias: string) => (alias.includes('/') ? alias : `${to.kind}/${alias}`);
  const after = before.filter((alias) => long(alias) !== addressOf(to));
  if (keep && !after.some((alias) => long(alias) === addressOf(from))) after.push(from.kind === to.kind ? from.id : addressOf(from));
  if (after.length === before.length && after.every((alias, index) => alias === before[index])) return raw;
  return writeEntry({ kind: to.kind, fields: { ...fields, aliases: after }, body, opened: raw });
}

/** The old addresses that an entry names, as written. */
export function oldAddressesIn(raw: string): string[] {
  const { aliases } = readDraft(raw).fields;
  return Array.isArray(aliases) ? aliases.filter((alias): alias is string => typeof alias === 'string' && alias !== '') : [];
}
