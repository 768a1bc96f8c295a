import { checkDraft, type DraftProblems } from '#garden/checks/check-draft.ts';
import type { EntryContext } from '#garden/checks/rule.ts';
import type { EntryIndex } from '#garden/model/entry-index.ts';
import type { FormIndex } from '#garden/outputs/form-index.ts';
import { isKindName } from '#garden/schema/index.ts';
import type { ImmutableMap } from '../decap/decap.ts';

/** Checks entries in the form as the check of the whole garden would, as far as one entry and the index can tell. */
export interface DraftCheck {
  /** Remembers the result for as long as nothing in the form changes. */
  problems(entry: ImmutableMap | undefined): DraftProblems;
}

const NONE: DraftProblems = { fields: [], body: [] };

/** Makes the check of the form from what it knows of the garden. */
export function draftCheck(index: FormIndex, entries: EntryIndex): DraftCheck {
  const kept = new WeakMap<object, DraftProblems>();
  return {
    problems(entry) {
      const data = entry?.get('data') as ImmutableMap | undefined;
      const kind = String(entry?.get('collection') ?? '');
      if (!entry || !data || !isKindName(kind)) return NONE;
      const known = kept.get(data);
      if (known) return known;
      const { body, ...fields } = data.toJS();
      const context: EntryContext = { index: entries, vocabularies: index.vocabularies, site: index.site, media: new Set([...index.media, ...newPictures(entry)]) };
      const found = checkDraft({ kind, id: String(entry.get('slug') || 'new-page'), fields, body: typeof body === 'string' ? body : '' }, context);
      kept.set(data, found);
      return found;
    },
  };
}

/** Paths of pictures that will be stored with the entry. */
function newPictures(entry: ImmutableMap): string[] {
  const files = entry.get('mediaFiles') as { toJS(): unknown } | undefined;
  const list = files?.toJS();
  return Array.isArray(list) ? list.flatMap((file: { path?: unknown }) => (typeof file.path === 'string' ? [file.path] : [])) : [];
}
