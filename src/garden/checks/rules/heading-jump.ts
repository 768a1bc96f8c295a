import { page } from '../example-page.ts';
import { defineRule } from '../rule.ts';

export const headingJump = defineRule({
  id: 'heading-jump',
  severity: 'error',
  summary: 'Headings start at "##" and go down one level at a time.',
  why: 'People who use a screen reader move by headings; a missing level makes them think that they missed something. The title of the page is its only level 1.',
  examples: [
    { title: 'a missing level', found: true, files: { 'pages/a.mdx': page('## Where\n\nText.\n\n#### How\n\nText.') } },
    { title: 'a second title', found: true, files: { 'pages/a.mdx': page('# Where\n\nText.') } },
    { title: 'down one level at a time, and up again', found: false, files: { 'pages/a.mdx': page('## Where\n\nText.\n\n### How\n\nText.\n\n## When\n\nText.') } },
  ],
  checkEntry({ body }) {
    let before = 1;
    return body.headings.flatMap((heading) => {
      const allowed = before + 1;
      const place = { line: heading.line, column: heading.column, ...(heading.length ? { length: heading.length } : {}) };
      const depth = heading.depth;
      before = Math.max(2, depth);
      if (depth === 1) return [{ ...place, message: `"${heading.text}" is a heading of level 1, which only the title of the page may be.`, suggestion: `Write "## ${heading.text}".` }];
      if (depth > allowed)
        return [{ ...place, message: `The heading "${heading.text}" jumps from level ${allowed - 1} to level ${depth}.`, suggestion: `Write "${'#'.repeat(allowed)} ${heading.text}".` }];
      return [];
    });
  },
});
