import type { IndexedEntry } from '../model/entry-index.ts';
import type { Site } from '../schema/site.ts';
import type { Vocabularies } from '../schema/vocabularies.ts';

/** All that the editing form knows of the garden, as JSON: enough to check, link, cite and preview one entry in a browser. */
export interface FormIndex {
  /** Every entry, drafts too, in the order of menus. */
  readonly entries: readonly IndexedEntry[];
  readonly vocabularies: Partial<Vocabularies>;
  readonly site: Site;
  /** Paths of all files in `content/media`. */
  readonly media: readonly string[];
  /** Terms of te reo Māori that pages mark. */
  readonly termsMi: readonly string[];
}
