import { KIND_NAMES, type KindName } from '../schema/index.ts';
import type { Site } from '../schema/site.ts';
import type { Vocabularies } from '../schema/vocabularies.ts';
import { foldText } from '../text/fold-text.ts';
import { oldAddresses } from './addresses.ts';
import { guideEvidence } from './evidence.ts';
import { entryIndex } from './entry-index.ts';
import { indexedEntry } from './indexed-entry.ts';
import type { Address, AnyEntry, Entry, FileHistory, Garden, Link } from './garden.ts';
import { links } from './links.ts';
import type { Past } from './past-address.ts';
import { plan } from './plan.ts';
import { wantedPages } from './wanted-pages.ts';

/** What a garden is built from. */
export interface GardenParts {
  readonly entries: readonly AnyEntry[];
  readonly vocabularies: Vocabularies;
  readonly site: Site;
  /** The day it is built for, `YYYY-MM-DD`. */
  readonly today: string;
  readonly history?: ReadonlyMap<string, FileHistory>;
  /** Addresses that the content once had and has no more. */
  readonly past?: Past;
}

/** Builds the garden: resolves every reference both ways, once. Things that do not resolve are left out; the checks name them. */
export function buildGarden(parts: GardenParts): Garden {
  const sorted = [...parts.entries].sort((a, b) => collate(a.title, b.title) || collate(a.id, b.id));
  const entries = new Map<Address, AnyEntry>(sorted.map((entry) => [entry.address, entry]));
  const byKind = Object.fromEntries(KIND_NAMES.map((kind) => [kind, sorted.filter((entry) => entry.kind === kind)])) as unknown as { [K in KindName]: Entry<K>[] };
  const indexed = sorted.map((entry) => indexedEntry(entry, entry.body.headings));
  const index = entryIndex(indexed);
  const arrows = sorted.flatMap((entry) => links(entry, entries, index, parts.site.url));
  const studies = studiesByGuide(byKind['case-studies']);
  const find = (address: string) => entries.get(address as Address);
  return Object.freeze({
    site: parts.site,
    today: parts.today,
    vocabularies: parts.vocabularies,
    entries,
    byKind,
    linksFrom: group(arrows, (link) => link.from.address),
    linksTo: group(arrows, (link) => link.to.address),
    evidence: new Map(byKind.guides.map((guide) => [guide.id, guideEvidence(guide.id, studies.get(guide.id) ?? [], parts.vocabularies.outcomes)])),
    plans: new Map(byKind.curricula.map((curriculum) => [curriculum.id, plan(curriculum, find)])),
    wanted: wantedPages(sorted),
    byRegion: facet(sorted, (entry) => withPlace(entry, 'regions' in entry.fields ? entry.fields.regions : undefined)),
    byHabitat: facet(sorted, (entry) => ('habitats' in entry.fields ? entry.fields.habitats : [])),
    byTopic: facet(sorted, (entry) => ('topics' in entry.fields ? entry.fields.topics : [])),
    byCapability: facet(sorted, (entry) => ('capabilities' in entry.fields ? entry.fields.capabilities?.map((item) => item.capability) : [])),
    history: parts.history ?? new Map(),
    old: oldAddresses(indexed, parts.past ?? new Map()),
  });
}

/** Case studies by each guide they applied, so that no guide has to look at all of them. */
function studiesByGuide(studies: readonly Entry<'case-studies'>[]): Map<string, Entry<'case-studies'>[]> {
  const found = new Map<string, Entry<'case-studies'>[]>();
  for (const study of studies) {
    for (const guide of new Set(study.fields.applied.map((item) => item.guide))) {
      const list = found.get(guide);
      if (list) list.push(study);
      else found.set(guide, [study]);
    }
  }
  return found;
}

function withPlace(entry: AnyEntry, regions: readonly string[] | undefined): string[] {
  const place = entry.kind === 'case-studies' ? [entry.fields.place.region] : [];
  return [...new Set([...(regions ?? []), ...place])];
}

function facet(entries: readonly AnyEntry[], values: (entry: AnyEntry) => readonly string[] | undefined): Map<string, AnyEntry[]> {
  const found = new Map<string, AnyEntry[]>();
  for (const entry of entries) {
    for (const value of new Set(values(entry))) {
      const list = found.get(value);
      if (list) list.push(entry);
      else found.set(value, [entry]);
    }
  }
  return found;
}

function group(arrows: readonly Link[], key: (link: Link) => Address): Map<Address, Link[]> {
  const found = new Map<Address, Link[]>();
  for (const link of arrows) {
    const list = found.get(key(link));
    if (list) list.push(link);
    else found.set(key(link), [link]);
  }
  return found;
}

/** Order of titles for people: macrons and case do not matter, and the machine's language neither. */
function collate(a: string, b: string): number {
  const left = foldText(a);
  const right = foldText(b);
  return left < right ? -1 : left > right ? 1 : 0;
}
