import { resolveTarget } from '../../model/entry-index.ts';
import { KINDS, type KindName } from '../../schema/index.ts';
import type { VocabularyName } from '../../schema/vocabularies.ts';
import { nearest } from '../../text/nearest.ts';
import { page, session } from '../example-page.ts';
import { defineRule } from '../rule.ts';

export const missingReference = defineRule({
  id: 'missing-reference',
  severity: 'error',
  summary: 'A field that names another entry, or an item of a list, must name one that exists.',
  why: 'Guides, case studies, skills and sources are shown on each other’s pages; a name that leads nowhere drops out of all of them.',
  examples: [
    { title: 'a session that nobody wrote', found: true, files: { 'sessions/a.mdx': session('Listen', ['sessions/lisen']) } },
    { title: 'a role that is not in the list', found: true, files: { 'pages/a.mdx': page('Text.').replace('role: author', 'role: auther') } },
    { title: 'a draft that a published session needs', found: true, files: { 'sessions/a.mdx': session('Listen', ['sessions/b']), 'sessions/b.mdx': session('Look').replace('review', 'draft') } },
    {
      title: 'a session by its old name',
      found: false,
      files: { 'sessions/a.mdx': session('Listen', ['sessions/old']), 'sessions/b.mdx': session('Look').replace('setting:', 'aliases: [old]\nsetting:') },
    },
    { title: 'a session that is there', found: false, files: { 'sessions/a.mdx': session('Listen', ['sessions/b']), 'sessions/b.mdx': session('Look') } },
  ],
  checkEntry({ header }, context) {
    return header.references.flatMap((reference) => {
      const place = { path: reference.path, line: reference.line, column: reference.column, ...(reference.length ? { length: reference.length } : {}) };
      if (reference.vocabulary) {
        const items = context.vocabularies[reference.vocabulary as VocabularyName]?.items;
        if (!items || items.some((item) => item.id === reference.value)) return [];
        if (items.length === 0) {
          const file = `content/vocabularies/${reference.vocabulary}.yaml`;
          return [{ ...place, message: `"${reference.field}" names "${reference.value}", but this garden has no list of ${reference.vocabulary}.`, suggestion: `Take it out, or add ${file}.` }];
        }
        const near =
          nearest(
            reference.value,
            items.map((item) => item.id),
          ) ?? items.find((item) => item.label.toLowerCase() === reference.value.toLowerCase())?.id;
        return [
          {
            ...place,
            message: `"${reference.field}" names "${reference.value}", which is not in the list of ${reference.vocabulary}.`,
            suggestion: near ? `Did you mean "${near}"?` : `Choose one from content/vocabularies/${reference.vocabulary}.yaml.`,
          },
        ];
      }
      const found = resolveTarget(context.index, reference.value, reference.kinds);
      if (!found.entry) {
        const kind = reference.kinds.length === 1 ? KINDS[reference.kinds[0] as KindName]?.one : undefined;
        return [
          {
            ...place,
            message: `"${reference.field}" names "${reference.value}", but there is no such ${kind ?? 'entry'}.`,
            suggestion: found.near
              ? `Did you mean "${found.near}"?`
              : reference.kinds.length === 1
                ? `Add content/${reference.kinds[0]}/${reference.value}.mdx, or take the line out.`
                : 'Write kind/file-name, such as guides/read-tracking-tunnels.',
          },
        ];
      }
      if (found.entry.draft && !header.draft)
        return [{ ...place, message: `"${reference.field}" needs "${found.entry.title}", which is still a draft.`, suggestion: 'Publish the draft first, or keep this page a draft too.' }];
      if (found.entry.kind === header.kind && found.entry.id === header.id) return [{ ...place, message: `"${reference.field}" names this page itself.`, suggestion: 'Take the line out.' }];
      return [];
    });
  },
});
