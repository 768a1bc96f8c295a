import { describe, expect, test } from 'vitest';
import { analyseBody } from '../entry/body.ts';
import { attacks } from './attacks.ts';
import { activeParts } from './active-parts.ts';
import { renderBody } from './render-body.ts';
import type { RenderContext } from './render-context.ts';

const context: RenderContext = {
  link: ({ id, heading }) => ({ href: `/guides/${encodeURIComponent(id)}/${heading ? `#${encodeURIComponent(heading)}` : ''}`, title: `Title of ${id}`, kind: 'guides' }),
  href: (url) => url,
  source: (id) => ({ id, title: id, label: id }),
  image: () => ({ src: '/media/a.png', width: 1, height: 1 }),
  termsMi: new Set(['kererū']),
};

/** Problems and HTML of a body, drawn even when it was refused. */
function outcome(body: string) {
  const { tree, facts } = analyseBody(body, 1);
  return { errors: facts.problems.filter(({ severity }) => severity === 'error'), html: renderBody(tree, context).html };
}

test('the corpus has more than 120 attacks with different names', () => {
  expect(attacks.length).toBeGreaterThan(120);
  expect(new Set(attacks.map(({ name }) => name)).size).toBe(attacks.length);
});

describe('no attack puts anything active on a page, even if its problems are ignored', () => {
  test.each(attacks)('$name', ({ body }) => {
    expect(activeParts(outcome(body).html)).toEqual([]);
    for (const wrapped of [
      `> ${body.replaceAll('\n', '\n> ')}`,
      `- ${body.replaceAll('\n', '\n  ')}`,
      `<Callout>\n\n${body}\n\n</Callout>`,
      `| a |\n|-|\n| ${body} |`,
      `**${body}**`,
      `[${body}](https://a.nz)`,
      `a[^1]\n\n[^1]: ${body}`,
    ]) {
      expect(activeParts(outcome(wrapped).html)).toEqual([]);
    }
  });
});

/** Attacks that are only words: they may be shown as they are typed. */
const INERT =
  /^(?:code: (?:expression (?:in|as a block|of an import|of a template$)|component named like a prototype)|attributes: (?:title with|alt with)|signs: (?:placeholder|heading|footnote|reference|code|inline|link title|table)|tags: ~~~|tags: <!--(?:><script| --!)|addresses: (?:\[\[|javascript))/;

describe('every attack that is more than words is an error', () => {
  test.each(attacks.filter(({ name }) => !INERT.test(name)))('$name', ({ body }) => {
    expect(outcome(body).errors).not.toEqual([]);
  });
});

test('mixes of attacks put nothing active on a page', () => {
  let seed = 7;
  const next = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
  for (let round = 0; round < 600; round += 1) {
    const body = Array.from({ length: 1 + next(4) }, () => {
      const text = attacks[next(attacks.length)]?.body ?? '';
      const from = next(Math.max(1, text.length));
      return next(3) === 0 ? text.slice(from) : next(3) === 0 ? text.slice(0, from) : text;
    }).join(['', ' ', '\n', '\n\n'][next(4)]);
    expect(activeParts(outcome(body).html), body).toEqual([]);
  }
});
