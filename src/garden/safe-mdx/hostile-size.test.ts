import { expect, it } from 'vitest';
import { analyseBody } from '../entry/body.ts';
import { headingIds } from '../entry/headings.ts';
import { parseHeader } from '../entry/parse-header.ts';
import { looksLikeCode } from './looks-like-code.ts';
import { markTeReo } from './mark-te-reo.ts';
import { parseTag } from './parse-tag.ts';
import { readLiteral } from './read-literal.ts';
import { renderBody } from './render-body.ts';

/** Far above what any of these takes, far below what a slow pattern would. */
const SLOW = 2000;
const gap = (length: number): string => ' '.repeat(length);

const slow: Record<string, () => unknown> = {
  'a list in braces with a gap in it': () => readLiteral(`["a"${gap(3900)}"b"]`),
  'a list in braces that starts with a gap': () => readLiteral(`[${gap(3900)}"b]`),
  'tags with a gap in a value': () => Array.from({ length: 120 }, () => parseTag(`<Callout title="a${gap(3900)}b">`)),
  'paragraphs that begin like code': () => Array.from({ length: 250 }, () => looksLikeCode(`export function${gap(1980)}x`)),
  'headings with a gap': () => headingIds(Array.from({ length: 26 }, () => `a${gap(19_000)}b`)),
  'lines of long words': () => analyseBody(Array.from({ length: 25 }, () => `${'a'.repeat(2499)} `.repeat(7)).join('\n\n'), 1),
  'a header with a gap in a value': () => parseHeader('content/pages/a.mdx', `---\na: @${gap(120_000)}c\n---\n`),
  'a header that ends in a gap': () => parseHeader('content/pages/a.mdx', `---\ntitle: "x\n${gap(120_000)}\n---\n`),
  'a header of many fields': () => parseHeader('content/pages/a.mdx', `---\n${Array.from({ length: 14_000 }, (_, index) => `k${index}: 1`).join('\n')}\n---\n`),
};

it.each(Object.entries(slow))('reads %s without delay', (_name, run) => {
  const start = performance.now();
  run();
  expect(performance.now() - start).toBeLessThan(SLOW);
});

const large: Record<string, string> = {
  'a long address that many links name': `[a]: <https://example.org/${' a'.repeat(2000)}>\n\n[a] [a] [a]`,
  'a long title that many links name': `[a]: https://example.org "${'a '.repeat(2000)}"\n\n[a] [a] [a]`,
  'a table that is mostly not there': `|${'a|'.repeat(50)}\n|${'-|'.repeat(50)}\n${'a\n'.repeat(300)}`,
};

it.each(Object.entries(large))('refuses %s', (_name, body) => {
  expect(analyseBody(body, 1).facts.problems.filter(({ severity }) => severity === 'error')).not.toEqual([]);
});

it.each(['['.repeat(150) + ']'.repeat(150), `\n  ${'- '.repeat(60)}x`, `[${'{},'.repeat(40_000)}]`, `[${'{ name: x },'.repeat(9000)}]`])('says little of a header that is huge (%#)', (value) => {
  const { problems } = parseHeader('content/pages/a.mdx', `---\ntitle: A page\ncredits: ${value}\n---\n`);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.length).toBeLessThan(300);
});

it.each(['"a\\0b"', '"a\\u202Eb"', '"a\\uD800b"', 'a\u2067b', '"\\x1b[31m"'])('refuses the hidden sign in %j', (title) => {
  const { problems } = parseHeader('content/pages/a.mdx', `---\ntitle: ${title}\n---\n`);
  expect(problems).toMatchObject([{ rule: 'bad-front-matter', line: 2 }]);
});

it('places fields with odd names', () => {
  const { problems } = parseHeader('content/pages/a.mdx', '---\n1: x\nnull: y\n__proto__: z\n---\n');
  expect(problems.filter(({ rule }) => rule === 'unknown-field').map(({ line }) => line)).toEqual([2, 3, 4]);
});

it('marks terms with any sign in them', () => {
  const terms = new Set(['Te Ika-a-Māui', 'whare (o te wao)', 'a.b', "ko'a", 'a\u0331b']);
  const { tree } = analyseBody("Te Ika-a-Māui, a.b, axb and ko'a.", 1);
  const context = { link: () => undefined, href: (url: string) => url, source: () => undefined, image: () => undefined, termsMi: terms };
  expect(() => markTeReo({ type: 'root', children: [] }, terms)).not.toThrow();
  expect(renderBody(tree, context).html).toBe('<p><span lang="mi">Te Ika-a-Māui</span>, <span lang="mi">a.b</span>, axb and <span lang="mi">ko\'a</span>.</p>');
});
