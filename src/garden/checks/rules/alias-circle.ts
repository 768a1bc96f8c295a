import { page, replaced } from '../example-page.ts';
import { nextPages } from '../next-pages.ts';
import { defineRule } from '../rule.ts';
import { prerequisiteCycles } from '../../model/prerequisite-cycles.ts';

export const aliasCircle = defineRule({
  id: 'alias-circle',
  severity: 'error',
  summary: 'Old addresses and replacements do not lead round in a circle.',
  why: 'A reader would be sent from page to page and arrive nowhere.',
  examples: [
    { title: 'two pages that claim each other’s address', found: true, files: { 'pages/a.mdx': page('Text.', 'aliases: [b]'), 'pages/b.mdx': page('Text.', 'aliases: [a]') } },
    { title: 'pages that replace each other', found: true, files: { 'pages/a.mdx': replaced('b'), 'pages/b.mdx': replaced('a') } },
    { title: 'a page that moved away and back', found: false, files: { 'pages/a.mdx': page('Text.', 'aliases: [b]') } },
    { title: 'a page that was replaced', found: false, files: { 'pages/a.mdx': replaced('b'), 'pages/b.mdx': page('Text.') } },
  ],
  checkGarden({ entries, index }) {
    return prerequisiteCycles(nextPages(index)).map((circle) => {
      const first = entries.find(({ header }) => `${header.kind}/${header.id}` === circle[0])?.header;
      const place = first?.places['superseded_by'] ?? first?.places['aliases'] ?? { line: 1, column: 1 };
      return {
        file: first?.file ?? 'content',
        ...place,
        message: `These lead to each other, in a circle: ${[...circle, circle[0]].map((address) => `"${address}"`).join(' → ')}.`,
        suggestion: 'Take "aliases" or "superseded_by" out of the page that people are to read.',
      };
    });
  },
});
