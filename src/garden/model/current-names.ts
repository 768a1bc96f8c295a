import type { BodyFacts } from '../entry/body-facts.ts';
import { renameReferences } from '../entry/field-references.ts';
import type { ParsedHeader } from '../entry/parse-header.ts';
import { KINDS } from '../schema/index.ts';
import { resolveTarget, type EntryIndex } from './entry-index.ts';

interface Naming {
  readonly header: ParsedHeader;
  readonly body: BodyFacts;
}

/** An entry whose fields and citations call every other by the name it has today, also where the file has an old one; the entry itself when there is none. Places stay. */
export function currentNames<Entry extends Naming>(entry: Entry, index: EntryIndex): Entry {
  const { header, body } = entry;
  const isOld = (name: string) => index.old.has(name);
  const named = header.references.some(({ kinds, value }) => kinds.length > 0 && isOld(value));
  const cited = body.citations.some(({ source }) => isOld(source));
  if (!named && !cited) return entry;
  const today = (name: string, kinds: readonly string[]) => currentName(index, name, kinds) ?? name;
  return {
    ...entry,
    header: {
      ...header,
      references: header.references.map((reference) => (reference.kinds.length > 0 ? { ...reference, value: today(reference.value, reference.kinds) } : reference)),
      fields: header.fields && (renameReferences(header.fields, KINDS[header.kind].fields, today) as ParsedHeader['fields']),
    },
    body: { ...body, citations: body.citations.map((citation) => ({ ...citation, source: today(citation.source, ['sources']) })) },
  };
}

/** What an entry that is named by an old name is called today, as `id` or `kind/id` like the old; undefined when the name is not an old one, or nobody's. */
export function currentName(index: EntryIndex, name: string, kinds?: readonly string[]): string | undefined {
  const { entry, moved } = { moved: undefined, ...resolveTarget(index, name, kinds) };
  if (!entry || !moved) return undefined;
  // A bare name must not be one that several entries have.
  const bare = !name.includes('/') && resolveTarget(index, entry.id, kinds).entry === entry;
  return bare ? entry.id : `${entry.kind}/${entry.id}`;
}
