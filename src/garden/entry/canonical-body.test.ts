import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { constructs } from '../../../tests/lib/round-trip-corpus.ts';
import { hasErrors } from '../checks/problem.ts';
import { renderBody } from '../safe-mdx/render-body.ts';
import { normaliseText } from '../text/normalise-text.ts';
import { analyseBody } from './body.ts';
import { canonicalBody } from './canonical-body.ts';

const context = { link: () => undefined, href: (url: string) => url, source: () => undefined, image: (src: string) => ({ src }), termsMi: new Set<string>() };

/** The bodies of the tests of plain writing: the first string of each case, and each component. */
const plainWriting = [...readFileSync('src/garden/safe-mdx/plain-writing.test.ts', 'utf8').matchAll(/^ {2}(?:\[|'[^'\n]*': )('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/gm)].map(([, literal = '']) =>
  JSON.parse(
    literal.startsWith("'")
      ? `"${literal
          .slice(1, -1)
          .replace(/\\'/g, "'")
          .replace(/(?<!\\)"/g, '\\"')}"`
      : literal,
  ),
) as string[];

const bodies = [...plainWriting, ...constructs.map(({ body }) => normaliseText(body))];

function draw(body: string): string {
  const { tree, facts } = analyseBody(body, 1);
  expect(hasErrors(facts.problems)).toBe(false);
  return renderBody(tree, context).html;
}

it('has the bodies of both collections to go through', () => {
  expect(plainWriting.length).toBeGreaterThan(110);
  expect(bodies.length).toBeGreaterThan(plainWriting.length + 63);
});

test.each(bodies)('%j draws the same page when it is written as standard MDX, and is done in one go', (body) => {
  const written = canonicalBody(body);
  expect(draw(written)).toBe(draw(body));
  expect(canonicalBody(written)).toBe(written);
});

describe('what is rewritten', () => {
  test.each([
    ['plots <5 ha, p<0.05 and a < b', 'plots \\<5 ha, p\\<0.05 and a < b'],
    ['{see note} and closed}', '\\{see note\\} and closed}'],
    ['a {b *c* d} e}', 'a \\{b *c* d\\} e}'],
    ['<https://x.nz/a_b> and <a@b.nz>', '[https://x.nz/a_b](https://x.nz/a_b) and [a@b.nz](mailto:a@b.nz)'],
    ['<https://x.nz/_a_(b)&amp;c>', '[https://x.nz/\\_a\\_(b)\\&amp;c](https://x.nz/_a_\\(b\\)\\&amp;c)'],
    ['before <!-- a */ b --> after', 'before {/* a * / b */} after'],
    ['<!--\na\n\nb\n-->', '{/*\na\n\nb\n*/}'],
    ['import permits\n\nexport data\n\n- import x', ' import permits\n\n export data\n\n- import x'],
    ['![a {b} <5](../media/x.svg)', '![a \\{b\\} \\<5](../media/x.svg)'],
    ['| {a} |\n| --- |\n| <b@c.nz> |', '| \\{a\\} |\n| --- |\n| [b@c.nz](mailto:b@c.nz) |'],
    ['[^1]\n\n[^1]: {a}', '[^1]\n\n[^1]: \\{a\\}'],
    ['> {a}\n> <5', '> \\{a\\}\n> \\<5'],
    ['    a {b}\n\n    ```', '````\na {b}\n\n```\n````'],
    ['C:\\\\{x}', 'C:\\\\\\{x\\}'],
  ])('%j becomes %j', (body, written) => {
    expect(canonicalBody(body)).toBe(written);
    expect(draw(written)).toBe(draw(body));
  });
});

test.each([
  '`{a} <5`',
  '```\n{a} <5\n<!-- x -->\nimport x\n```',
  '~~~js {1,3}\nconst a = {};\n~~~',
  '<Callout type={"tip"} title="a {b}">\n\nWords.\n\n</Callout>',
  '[[page|words {x}]] and [[?Wanted <5]]',
  '[a](<b c.pdf> "t {x}")',
  'https://example.org/{id} there',
  '\\{a\\} \\<5 &lt;5 &#123;',
  '{/* a {b} <5 */}',
  '- x\n\n      code {\n',
])('%j is left alone', (body) => expect(canonicalBody(body)).toBe(body));

it('leaves lines alone that are to be kept, and all of a comment that runs into one', () => {
  expect(canonicalBody('a <5\n\nb <5\n\nc <5', new Set([3]))).toBe('a \\<5\n\nb <5\n\nc \\<5');
  expect(canonicalBody('<!--\na\n-->\n\nb <5', new Set([2]))).toBe('<!--\na\n-->\n\nb \\<5');
});

it('returns a body with an error as it is', () => expect(canonicalBody('a <5 {b}\n\n<script>x</script>')).toBe('a <5 {b}\n\n<script>x</script>'));

/** Other tools' reader of MDX, where it is installed. */
const mdx = await import('@mdx-js/mdx' as string).then(
  (module: { compile(text: string, options: object): Promise<unknown> }) => module,
  () => undefined,
);

it.skipIf(!mdx)('compiles as standard MDX', async () => {
  const { default: remarkGfm } = await import('remark-gfm');
  for (const body of bodies) await expect(mdx?.compile(canonicalBody(body), { remarkPlugins: [[remarkGfm, { singleTilde: false }]] }), body).resolves.toBeDefined();
});
