import type { EntryIndex } from '#garden/model/entry-index.ts';
import type { Surroundings } from '#garden/outputs/body-context.ts';
import type { FormIndex } from '#garden/outputs/form-index.ts';
import { KIND_NAMES } from '#garden/schema/index.ts';
import type { Decap } from '../decap/decap.ts';
import { entryPreview } from './entry-preview.ts';

/** Shows each entry beside the form as its page will look, drawn by the engine of the site. */
export function registerPreviews(decap: Decap, index: FormIndex, entries: EntryIndex, base: string): void {
  const around: Surroundings = {
    index: entries,
    termsMi: new Set(index.termsMi),
    base,
    siteUrl: index.site.url,
  };
  for (const kind of KIND_NAMES) decap.registerPreviewTemplate(kind, entryPreview(kind, around));
}
