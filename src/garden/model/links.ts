import { resolveTarget, type EntryIndex } from './entry-index.ts';
import type { Address, AnyEntry, Link, Relation } from './garden.ts';
import { siteLink } from './site-link.ts';

/** Every arrow that leaves an entry: from its fields, its links and its citations. One arrow for each pair and relation. */
export function links(entry: AnyEntry, entries: ReadonlyMap<Address, AnyEntry>, index: EntryIndex, siteUrl: string): Link[] {
  const found = new Map<string, Link>();
  const add = (target: string, relation: Relation, excerpt?: string) => {
    const to = entries.get(target as Address);
    const key = `${relation} ${target}`;
    if (!to || to === entry || found.has(key)) return;
    found.set(key, { from: entry, to, relation, ...(excerpt ? { excerpt } : {}) });
  };
  for (const [kind, ids, relation] of fieldArrows(entry)) for (const id of ids ?? []) add(kind ? `${kind}/${id}` : id, relation);
  for (const wikilink of entry.body.wikilinks) {
    if (wikilink.wanted) continue;
    const { entry: to } = resolveTarget(index, wikilink.target);
    if (to) add(`${to.kind}/${to.id}`, 'mentions', wikilink.excerpt);
  }
  for (const link of entry.body.links) {
    const target = siteLink(link.url, entry.kind, siteUrl);
    if (target.type !== 'entry') continue;
    const { entry: to } = resolveTarget(index, target.target);
    if (to) add(`${to.kind}/${to.id}`, 'mentions');
  }
  for (const citation of entry.body.citations) add(`sources/${citation.source}`, 'cites');
  return [...found.values()];
}

type Arrow = readonly [kind: string, ids: readonly string[] | undefined, relation: Relation];

function fieldArrows(entry: AnyEntry): Arrow[] {
  const replaced: Arrow[] = 'superseded_by' in entry.fields && entry.fields.superseded_by ? [['', [entry.fields.superseded_by], 'replaces']] : [];
  const skills: Arrow[] = 'capabilities' in entry.fields ? [['capabilities', entry.fields.capabilities?.map((item) => item.capability), 'builds']] : [];
  const cited: Arrow[] = 'sources' in entry.fields ? [['sources', entry.fields.sources, 'cites']] : [];
  return [...replaced, ...skills, ...cited, ...ownArrows(entry)];
}

function ownArrows(entry: AnyEntry): Arrow[] {
  switch (entry.kind) {
    case 'guides':
      return [
        ['guides', entry.fields.requires, 'requires'],
        ['guides', entry.fields.follow_ups, 'follows'],
        ['sources', entry.fields.evidence.sources, 'cites'],
      ];
    case 'case-studies':
      return [
        ['guides', entry.fields.applied.map((item) => item.guide), 'applies'],
        ['sources', entry.fields.measures?.flatMap((item) => item.source ?? []), 'cites'],
      ];
    case 'curricula':
      return [
        ['sessions', entry.fields.modules.flatMap((module) => module.sessions), 'teaches'],
        ['', entry.fields.requires, 'requires'],
      ];
    case 'sessions':
      return [
        ['guides', entry.fields.uses_guides, 'uses'],
        ['case-studies', entry.fields.uses_cases, 'uses'],
        ['', entry.fields.requires, 'requires'],
      ];
    case 'capabilities':
      return [['capabilities', entry.fields.related, 'related']];
    case 'glossary':
      return [['glossary', entry.fields.see, 'related']];
    default:
      return [];
  }
}
