import { expect, it } from 'vitest';
import { page } from './example-page.ts';
import { judgeExample } from './judge-example.ts';

const LIST =
  "credits:\n  - name: Garden editors\n    role: author\n  -\n  - name: Hana\n    role: author\n    link: http://example.org/\naliases:\n  - older\n  - 'b'\nmoved_headings:\n  - { from: why, to: nowhere }";

it('shows a problem deep in a header at its own line and column, with the value under it', () => {
  const text = page('Text.', LIST).replace('credits: [{ name: Garden editors, role: author }]\n', '');
  const problems = judgeExample({ title: '', found: true, files: { 'pages/a.mdx': text, 'pages/b.mdx': page('Text.') } }, new Map());
  expect(problems.map(({ rule, path, line, column, length }) => [rule, path?.join('.'), text.split('\n')[line - 1]?.slice(column - 1, column - 1 + (length ?? 0))])).toEqual([
    ['http-link', 'credits.2.link', 'http://example.org/'],
    ['alias-clash', 'aliases.1', "'b'"],
    ['broken-link', 'moved_headings.0.to', 'nowhere'],
  ]);
});
