import type { PagePair } from '../report/page-pairs.ts';

/** What a change does to a page, in words. */
export const WHAT_HAPPENED: Readonly<Record<PagePair['what'], string>> = {
  added: 'New page',
  changed: 'Changed page',
  moved: 'Moved page',
  removed: 'Page that goes',
  draft: 'Draft, which readers do not see',
};
