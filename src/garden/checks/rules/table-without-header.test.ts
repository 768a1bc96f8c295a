import { expect, it } from 'vitest';
import { page } from '../example-page.ts';
import { judgeExample } from '../judge-example.ts';

const found = (body: string) => judgeExample({ title: '', found: true, files: { 'pages/a.mdx': page(body) } }, new Map()).filter(({ rule }) => rule === 'table-without-header');

it('reads half a million bars on one line in one go', () => {
  expect(found(`${'|'.repeat(500_000)}\n| --- |`)).toEqual([]);
});

it('finds the row in a quote and in a list, and takes code and links for words', () => {
  expect(found('> | Trap | |\n> | --- | --- |\n> | a | b |\n').map(({ line, message }) => [line, message])).toEqual([[7, 'Column 2 of this table has no heading.']]);
  expect(found('| `a` | [[a]] |\n| --- | --- |\n| a | b |\n\n```\n| | |\n| --- | --- |\n```\n')).toEqual([]);
});
