import { page } from '../example-page.ts';
import { defineRule, type Finding } from '../rule.ts';

const VAGUE = new Set(
  'here|click here|click|click this|see here|over here|go here|this|this link|this page|this site|this website|this article|link|the link|page|website|site|more|read more|read on|learn more|find out more|see more|more info|more information|info|details|source|download|konei|ki konei'.split(
    '|',
  ),
);

export const vagueLink = defineRule({
  id: 'vague-link',
  severity: 'warning',
  summary: 'The words of a link say where it leads.',
  why: 'People who use a screen reader jump from link to link and hear only its words; "here" and a spelled-out address tell them nothing.',
  examples: [
    { title: 'a link called "here"', found: true, files: { 'pages/a.mdx': page('The rules stand [here](https://example.org/rules).') } },
    { title: 'a whole address as the words', found: true, files: { 'pages/a.mdx': page('The rules: https://example.org/rules/2026/trapping') } },
    { title: 'a link of the garden called "this page"', found: true, files: { 'pages/a.mdx': page('See [[b|this page]].'), 'pages/b.mdx': page('Text.') } },
    {
      title: 'words that say it',
      found: false,
      files: { 'pages/a.mdx': page('The [rules for trapping](https://example.org/rules) stand on [example.org](https://example.org/). See [[b]].'), 'pages/b.mdx': page('Text.') },
    },
  ],
  checkEntry({ body }): Finding[] {
    const links = [...body.links, ...body.wikilinks.flatMap((link) => (link.label ? [{ ...link, text: link.label }] : []))];
    return links.flatMap(({ text, line, column, length }): Finding[] => {
      const place = { line, column, ...(length ? { length } : {}) };
      const words = text.trim().replace(/\s+/g, ' ');
      if (/^https?:\/\/[^/\s]+\/\S/i.test(words)) return [{ ...place, message: 'This link shows its whole address instead of words.', suggestion: 'Write [words that say where it leads](address).' }];
      if (!VAGUE.has(words.toLowerCase().replace(/[\s.…!:>»→]+$/u, ''))) return [];
      return [{ ...place, message: `"${words}" does not say where this link leads.`, suggestion: 'Use the name of the page it leads to as its words.' }];
    });
  },
});
