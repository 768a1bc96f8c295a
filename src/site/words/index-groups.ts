import type { AnyEntry, Garden } from '#garden/model/garden.ts';
import type { KindName } from '#garden/schema/index.ts';
import { groupEntries, type EntryGroup } from './group-entries.ts';
import { FAMILY, VOICE } from './labels.ts';

/** The groups by which readers choose from all entries of a kind, in order: guides by their first topic, sessions by course, skills by family, sources by voice. None when the kind has no groups; an entry that fits into none stands in a last one. */
export function indexGroups(kind: KindName, garden: Garden): readonly EntryGroup[] {
  const entries: readonly AnyEntry[] = garden.byKind[kind];
  const groups = grouped(kind, entries, garden);
  const shown = new Set(groups.flatMap((group) => group.entries));
  const others = entries.filter((entry) => !shown.has(entry));
  return groups.length === 0 || others.length === 0 ? groups : [...groups, { label: 'Others', entries: others }];
}

function grouped(kind: KindName, entries: readonly AnyEntry[], garden: Garden): readonly EntryGroup[] {
  switch (kind) {
    case 'guides':
      return groupEntries(entries, garden.vocabularies.topics.items, (entry) => (entry.kind === 'guides' && entry.fields.topics?.[0]) || false);
    case 'sessions':
      return garden.byKind.curricula.map(({ id, title }) => ({ label: title, entries: garden.plans.get(id)?.modules.flatMap(({ sessions }) => sessions) ?? [] }));
    case 'capabilities':
      return groupEntries(
        entries,
        Object.entries(FAMILY).map(([id, label]) => ({ id, label })),
        (entry) => entry.kind === 'capabilities' && entry.fields.category,
      );
    case 'sources':
      return groupEntries(
        entries,
        Object.entries(VOICE).map(([id, { label, about }]) => ({ id, label, about })),
        (entry) => entry.kind === 'sources' && entry.fields.voice,
      );
    default:
      return [];
  }
}
