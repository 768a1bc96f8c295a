import { KINDS } from '../../schema/index.ts';
import { page, source } from '../example-page.ts';
import { defineRule } from '../rule.ts';

export const missingBody = defineRule({
  id: 'missing-body',
  severity: 'error',
  summary: 'A page of a kind that is read at length has text below its header.',
  why: 'A list or a link would lead readers to an empty page.',
  examples: [
    { title: 'a page that is only a header', found: true, files: { 'pages/a.mdx': page('') } },
    { title: 'a source, which may be only a header', found: false, files: { 'sources/doc-spacing.mdx': source('Where to put trap lines') } },
  ],
  checkEntry({ header }) {
    const kind = KINDS[header.kind];
    const unread = header.problems.some((problem) => problem.rule === 'bad-front-matter');
    if (kind.body !== 'required' || unread || header.body.trim() !== '') return [];
    return [
      {
        line: header.bodyLine,
        column: 1,
        message: `This ${kind.one} has no text below its header.`,
        suggestion: 'Write it below the second "---" line, or keep the file back until there is something to read.',
      },
    ];
  },
});
