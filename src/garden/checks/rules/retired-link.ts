import { resolveTarget, type IndexedEntry } from '../../model/entry-index.ts';
import { siteLink } from '../../model/site-link.ts';
import type { Place } from '../../entry/body-facts.ts';
import { page } from '../example-page.ts';
import { defineRule, type Finding } from '../rule.ts';

const retired = (fields = '') => page('Text.', `retire_reason: The device is no longer sold.\n${fields}`).replace('status: review', 'status: retired').replace('A page', 'Old page');

export const retiredLink = defineRule({
  id: 'retired-link',
  severity: 'warning',
  summary: 'A text does not send readers to a page that was retired.',
  why: 'They would follow advice that the garden has taken back.',
  examples: [
    { title: 'a link to a retired page', found: true, files: { 'pages/a.mdx': page('See [[b]].'), 'pages/b.mdx': retired() } },
    {
      title: 'a link to a page that was replaced',
      found: true,
      files: { 'pages/a.mdx': page('See [the page](/b/).'), 'pages/b.mdx': retired('superseded_by: pages/c'), 'pages/c.mdx': page('Text.') },
    },
    { title: 'a link to the page that replaced it', found: false, files: { 'pages/a.mdx': page('See [[c]].'), 'pages/b.mdx': retired('superseded_by: pages/c'), 'pages/c.mdx': page('Text.') } },
  ],
  checkEntry({ header, body }, { index, site }): Finding[] {
    if (header.fields?.['status'] === 'retired') return [];
    const say = (entry: IndexedEntry | undefined, { line, column, length }: Place): Finding[] => {
      if (!entry?.retired || (entry.kind === header.kind && entry.id === header.id)) return [];
      const place = { line, column, ...(length ? { length } : {}) };
      return [
        {
          ...place,
          message: `"${entry.title}" was retired.`,
          suggestion: entry.supersededBy ? `Link what replaced it: [[${entry.supersededBy}]].` : 'Take the link out, or link a page that still holds.',
        },
      ];
    };
    return [
      ...body.wikilinks.flatMap((link) => (link.wanted ? [] : say(resolveTarget(index, link.target).entry, link))),
      ...body.links.flatMap((link) => {
        const target = siteLink(link.url, header.kind, site.url);
        return target.type === 'entry' ? say(index.entries.get(target.target), link) : [];
      }),
    ];
  },
});
