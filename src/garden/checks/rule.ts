import type { BodyFacts } from '../entry/body-facts.ts';
import type { ParsedHeader } from '../entry/parse-header.ts';
import type { EntryIndex } from '../model/entry-index.ts';
import type { Past, PastAddress } from '../model/past-address.ts';
import type { Site } from '../schema/site.ts';
import type { Vocabularies } from '../schema/vocabularies.ts';
import type { FileFacts } from './file-facts.ts';
import type { Problem } from './problem.ts';

/** One entry as the rules see it. */
export interface CheckedEntry {
  readonly header: ParsedHeader;
  readonly body: BodyFacts;
}

/** What a rule on one entry may know of the rest: small enough for the form in a browser. */
export interface EntryContext {
  readonly index: EntryIndex;
  /** A list that cannot be read is left out: nobody can know what is in it. */
  readonly vocabularies: Partial<Vocabularies>;
  readonly site: Site;
  /** Paths of the files in `content/media`; undefined where nobody can know. */
  readonly media?: ReadonlySet<string>;
  /** Ids of all rules, each of which has a page; the check of an entry puts them in. */
  readonly rules?: readonly string[];
}

/** What a rule on the whole garden may know. */
export interface GardenContext extends EntryContext {
  readonly entries: readonly CheckedEntry[];
  readonly files: readonly FileFacts[];
  /** Normalised texts of the files, so that a problem in a header can be shown at its very value. */
  readonly texts?: ReadonlyMap<string, string>;
  /** The day of the check, `YYYY-MM-DD`; without it no rule asks what is overdue. */
  readonly today?: string;
  /** Addresses `kind/id` that the garden once had and has no more; without it nobody asks what became of them. */
  readonly past?: Past;
}

/** A problem as a rule finds it: the rule's id, severity and, for entry rules, the file are added by the caller. */
export type Finding = Omit<Problem, 'rule' | 'severity' | 'file'> & { readonly file?: string };

/** A file of an example: its text, its bytes in base64, or where a symbolic link leads. */
export type ExampleFile = string | { readonly base64: string } | { readonly symlink: string };

/** Files that show a rule at work: its tests, and its page. */
export interface Example {
  readonly title: string;
  /** File path below `content/` and what the file is. The list of roles is added when it is not there. */
  readonly files: Readonly<Record<string, ExampleFile>>;
  /** Whether the rule finds something there. */
  readonly found: boolean;
  /** Normalised texts of the files, so that a problem in a header can be shown at its very value. */
  readonly texts?: ReadonlyMap<string, string>;
  /** The day of the check, where it matters. */
  readonly today?: string;
  /** What git knows of addresses that are gone, where it matters. */
  readonly past?: Readonly<Record<string, PastAddress>>;
}

/** One rule: what it wants, why, and how it looks. */
export interface Rule {
  /** Permanent, in words. */
  readonly id: string;
  readonly severity: 'error' | 'warning';
  /** One sentence. */
  readonly summary: string;
  /** Why readers or contributors need it. */
  readonly why: string;
  readonly examples?: readonly Example[];
  /** Finds problems in one entry; runs in the form too. Rules without a check are found while a file is read. */
  readonly checkEntry?: (entry: CheckedEntry, context: EntryContext) => Finding[];
  /** Finds what only the whole garden can tell. */
  readonly checkGarden?: (context: GardenContext) => Finding[];
}

/** Returns the rule as it is given; it exists so that its type is checked. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
