import { nearestEntries } from '../../model/nearest-entries.ts';
import { page } from '../example-page.ts';
import { plainDay } from '../plain-day.ts';
import { defineRule, type Finding } from '../rule.ts';

export const lostAddress = defineRule({
  id: 'lost-address',
  severity: 'warning',
  summary: 'A page that moved or went leaves word where its readers should go.',
  why: 'Others have linked, printed and learned its address. Without a word they land on a page that says only that it has gone.',
  examples: [
    { title: 'a page that was renamed', found: true, past: { 'pages/old': { last: '2026-05-03', movedTo: 'pages/a' } }, files: { 'pages/a.mdx': page('Text.') } },
    { title: 'a page that was removed', found: true, past: { 'guides/lay-lines': { last: '2026-05-03' } }, files: { 'pages/a.mdx': page('Text.') } },
    { title: 'a page that keeps its old address', found: false, past: { 'pages/old': { last: '2026-05-03', movedTo: 'pages/a' } }, files: { 'pages/a.mdx': page('Text.', 'aliases: [old]') } },
  ],
  checkGarden({ entries, index, past }): Finding[] {
    if (!past) return [];
    const near = nearestEntries([...index.entries.values()]);
    return [...past].flatMap(([address, { last, movedTo }]): Finding[] => {
      if (index.entries.has(address) || index.old.has(address)) return [];
      const [kind, id = ''] = address.split('/');
      const moved = movedTo === undefined ? undefined : entries.find(({ header }) => `${header.kind}/${header.id}` === movedTo)?.header;
      const alias = moved?.kind === kind ? id : address;
      if (moved)
        return [
          {
            file: moved.file,
            line: 1,
            column: 1,
            message: `This page was called "${address}" until ${plainDay(last)}, and only the history of git knows so.`,
            suggestion: `Run npm run move -- ${address} ${movedTo}, which adds "aliases: [${alias}]" to it.`,
          },
        ];
      // A source that nothing cites any more is to be removed, and its readers came from the pages that cited it.
      if (kind === 'sources') return [];
      return [
        {
          file: `content/${address}.mdx`,
          line: 1,
          column: 1,
          message: `This page went on ${plainDay(last)} without a word, and its address says only that it has gone.`,
          suggestion: `Run npm run move -- ${address} ${near(address)[0] ?? 'kind/file-name'} to send its readers to a page that helps them.`,
        },
      ];
    });
  },
});
