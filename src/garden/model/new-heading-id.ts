import { oldHeadingIds } from '../entry/old-heading-ids.ts';
import type { IndexedEntry } from './entry-index.ts';

/** What stands today in place of a heading that was renamed; undefined when it was not. */
export function newHeadingId({ headings, movedHeadings }: Pick<IndexedEntry, 'headings' | 'movedHeadings'>, old: string): string | undefined {
  if (!movedHeadings) return undefined;
  return [...oldHeadingIds(headings, movedHeadings)].find(([, ids]) => ids.includes(old))?.[0];
}
