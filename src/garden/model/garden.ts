import type { BodyFacts } from '../entry/body-facts.ts';
import type { Fields, KindName } from '../schema/index.ts';
import type { Site } from '../schema/site.ts';
import type { Vocabularies, VocabularyItem } from '../schema/vocabularies.ts';
import type { OldAddress } from './addresses.ts';

/** `kind/id`: the name of an entry everywhere but in page addresses. */
export type Address = `${KindName}/${string}`;

/** One file of content, checked and typed. */
export interface Entry<K extends KindName = KindName> {
  readonly kind: K;
  /** File name without `.mdx`; never changes. */
  readonly id: string;
  readonly address: Address;
  /** `content/<kind>/<id>.mdx`. */
  readonly file: string;
  readonly fields: Fields<K>;
  readonly body: BodyFacts;
  /** Site-absolute path of its page without the base: `/guides/x/`, or `/about/` for pages. */
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly draft: boolean;
}

/** An entry whose kind is told by its `kind`. */
export type AnyEntry = { [K in KindName]: Entry<K> }[KindName];

/** Why one entry points at another. */
export type Relation = 'mentions' | 'applies' | 'requires' | 'follows' | 'teaches' | 'uses' | 'cites' | 'builds' | 'related' | 'replaces';

/** An arrow from one entry to another. */
export interface Link {
  readonly from: AnyEntry;
  readonly to: AnyEntry;
  readonly relation: Relation;
  /** The sentence around it, when it stands in running text. */
  readonly excerpt?: string;
}

/** One case study that put a guide to use. */
export interface Trial {
  readonly study: Entry<'case-studies'>;
  readonly how: 'as-written' | 'adapted' | 'partly';
  readonly changes?: string;
  /** How it went for this guide: its own outcome, else that of the whole case. */
  readonly outcome: VocabularyItem;
}

/** Where a guide was tried and how it went. */
export interface GuideEvidence {
  /** Failures first by nothing: newest start first, whatever the outcome. */
  readonly trials: readonly Trial[];
  /** Outcomes that occur, in the order of the vocabulary, with their numbers. */
  readonly counts: readonly { readonly outcome: VocabularyItem; readonly count: number }[];
}

/** A curriculum with its sessions resolved. */
export interface Plan {
  readonly curriculum: Entry<'curricula'>;
  readonly modules: readonly { readonly title: string; readonly aim?: string; readonly sessions: readonly Entry<'sessions'>[]; readonly minutes: number }[];
  /** Sum of all sessions in minutes. */
  readonly minutes: number;
  /** Everything to know first, nearest last, without the course's own sessions. */
  readonly prerequisites: readonly AnyEntry[];
}

/** A page that somebody wants and nobody has written. */
export interface WantedPage {
  readonly title: string;
  readonly from: readonly AnyEntry[];
}

/** When a file last changed and who changed it, from git. Days are plain dates. */
export interface FileHistory {
  readonly first: string;
  readonly last: string;
  readonly people: readonly string[];
}

/** Everything the garden knows, resolved both ways; built once and frozen. */
export interface Garden {
  readonly site: Site;
  /** The day of the build, `YYYY-MM-DD`. */
  readonly today: string;
  readonly vocabularies: Vocabularies;
  readonly entries: ReadonlyMap<Address, AnyEntry>;
  /** Entries of a kind, by title. */
  readonly byKind: { readonly [K in KindName]: readonly Entry<K>[] };
  readonly linksFrom: ReadonlyMap<Address, readonly Link[]>;
  readonly linksTo: ReadonlyMap<Address, readonly Link[]>;
  /** By guide id. Every guide has an item. */
  readonly evidence: ReadonlyMap<string, GuideEvidence>;
  /** By curriculum id. */
  readonly plans: ReadonlyMap<string, Plan>;
  readonly wanted: readonly WantedPage[];
  readonly byRegion: ReadonlyMap<string, readonly AnyEntry[]>;
  readonly byHabitat: ReadonlyMap<string, readonly AnyEntry[]>;
  readonly byTopic: ReadonlyMap<string, readonly AnyEntry[]>;
  readonly byCapability: ReadonlyMap<string, readonly AnyEntry[]>;
  /** History by file; empty when git cannot know. */
  readonly history: ReadonlyMap<string, FileHistory>;
  /** What each address does that was one of a page and is none now. */
  readonly old: ReadonlyMap<Address, OldAddress>;
}
