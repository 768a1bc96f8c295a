import { expect, test } from 'vitest';
import { analyseBody } from '../entry/body.ts';
import { renderBody } from './render-body.ts';

const context = { link: () => undefined, href: (url: string) => url, source: () => undefined, image: (src: string) => ({ src }), termsMi: new Set<string>() };

/** What people type, and the text that readers must see; where there is no second part, the two are the same. */
const cases: readonly (readonly [typed: string, shown?: string])[] = [
  ['plots <5 ha'],
  ['plots < 5 ha'],
  ['p<0.05'],
  ['p <0.05 and n>30'],
  ['I <3 kererū'],
  ['<3'],
  ['a < b'],
  ['a<b and b>a', 'a<b and b>a'],
  ['x <y then stop'],
  ['5 > 3'],
  ['a <- b'],
  ['a -> b => c'],
  ['a <= b >= c'],
  ['a <> b'],
  ['{see note}'],
  ['{}'],
  ['{ }'],
  ['{{double}}'],
  ['{unclosed'],
  ['closed}'],
  ['a {b} c {d}'],
  ['{1, 2, 3}'],
  ['${price}'],
  ['costs $5 and $10'],
  ['<name@place.nz>', 'name@place.nz'],
  ['Write to <office@example.org.nz>.', 'Write to office@example.org.nz.'],
  ['<https://example.org/a?b=c>', 'https://example.org/a?b=c'],
  ['<tel:111>', 'tel:111'],
  ['See https://example.org.', 'See https://example.org.'],
  ['www.example.org', 'www.example.org'],
  ['ask a@b.nz today', 'ask a@b.nz today'],
  ['before <!-- a note --> after', 'before  after'],
  ['<!-- a note -->\n\nafter', 'after'],
  ['<!--\na note\n\nof two parts\n-->\n\nafter', 'after'],
  ['<!-- { -->after', 'after'],
  ['{/* a note */}\n\nafter', 'after'],
  ['before {/* a note */} after', 'before  after'],
  ['{/*\na\n\nb\n*/}\n\nafter', 'after'],
  ['import permits are needed'],
  ['import rules, from MPI, changed in 2020'],
  ['import seeds from abroad only with a permit'],
  ['export the data…'],
  ['export default settings from the app'],
  ['export to "CSV" first'],
  ['export, then check'],
  ['Import and export'],
  ['important: const a = 1'],
  ['doi:10.1000/xyz<123>', 'doi:10.1000/xyz<123>'],
  ['10.1890/0012-9658(2003)084<0001:AB>2.0.CO;2'],
  ['emoji 🐦 and 👩‍🌾'],
  ['C:\\temp and C:\\Users\\me'],
  ['a \\ b'],
  ['1) one', 'one'],
  ['1. one', 'one'],
  ['1986. A great year', 'A great year'],
  ['about ~5 m'],
  ['~a~ and ~'],
  ['~~gone~~', 'gone'],
  ['a*b*c', 'abc'],
  ['5 * 3 * 2'],
  ['2 ** 3'],
  ['2**10 = 1024'],
  ['snake_case_name'],
  ['__init__ is bold', 'init is bold'],
  ['a | b'],
  ['50 % & more'],
  ['AT&T'],
  ['&copy; 2020', '© 2020'],
  ['&notanentity;'],
  ['"quotes" and ‘quotes’'],
  ["it's <5 and it's >2"],
  ['\\<div>', '<div>'],
  ['\\{escaped\\}', '{escaped}'],
  ['\\[[Page]]', '[[Page]]'],
  ['\\*\\*not bold\\*\\*', '**not bold**'],
  ['<your name here>'],
  ['x <y and z> w'],
  ['a</ b'],
  ['<= 5'],
  ['<-- see'],
  ['-->'],
  ['<https://a.nz/x,y;z>', 'https://a.nz/x,y;z'],
  ['`<script>`', '<script>'],
  ['`{code}`', '{code}'],
  ['`import x from "y"`', 'import x from "y"'],
  ['```\nimport x from "y"\n<div>\n```', 'import x from "y"\n<div>'],
  ['    <div onclick="x">', '<div onclick="x">'],
  ['[ ] box'],
  ['[1] note'],
  ['[sic]'],
  ['[[]]'],
  ['array[0][1]'],
  ['(see [above])'],
  ['# of traps', 'of traps'],
  ['#hashtag'],
  ['-5 °C'],
  ['- 5 traps', '5 traps'],
  ['+64 4 123'],
  ['> quoted', 'quoted'],
  ['a\\\nb', 'a\nb'],
  ['a  \nb', 'a\nb'],
  ['Māori, kākā, tīeke, wētā'],
  ['这是**重点**。', '这是重点。'],
  ['Ngā **manu** o te wao.', 'Ngā manu o te wao.'],
  ['*Rattus* spp.', 'Rattus spp.'],
  ['10 m²; 5 µg/L; ±2'],
  ['…'],
  ['---a'],
  ['a — b – c'],
  ['no-break\u00a0space'],
  ['javascript: the good parts'],
  ['onclick=alert is a string'],
  ['N <Nmax, always', 'N <Nmax, always'],
  ['if t<T1 and s>S2'],
  ['<Enter a name here'],
  ['^[caret] and x^2'],
  ['a :smile: b'],
  ['::: note'],
  ['%%percent%%'],
  ['==marked=='],
  ['\\(x^2\\)', '(x^2)'],
  ['Q&A; R&D'],
  ['@someone, thanks'],
  ['key: value'],
  ['a\u200eb'],
];

test('there are at least 70 cases', () => expect(cases.length).toBeGreaterThanOrEqual(70));

test.each(cases.map(([typed, shown = typed]): [string, string] => [typed, shown]))('%j is read without a problem', (typed, shown) => {
  const { tree, facts } = analyseBody(typed, 1);
  expect(facts.problems).toEqual([]);
  expect(textOf(renderBody(tree, context).html)).toBe(shown.trim());
});

const components = {
  'on lines of their own': '<Callout type="tip">\n\nWords.\n\n</Callout>',
  'without blank lines': '<Callout type="tip">\nWords.\n</Callout>',
  'on one line': '<Callout type="tip">Words.</Callout>',
  'with single quotes': "<Callout type='tip'>\n\nWords.\n\n</Callout>",
  'with braces': '<Callout type={"tip"}>\n\nWords.\n\n</Callout>',
  'over several lines': '<Callout\n  type="tip"\n>\n\nWords.\n\n</Callout>',
  'with a comment in it': '<Callout type="tip">\n\n<!-- note -->\n\nWords.\n\n</Callout>',
  'after a comment': '<!-- note -->\n<Callout type="tip">\n\nWords.\n\n</Callout>',
  'after a comment in braces': '{/* note */}\n\n<Callout type="tip">\n\nWords.\n\n</Callout>',
  'with spaces at the ends': '  <Callout type="tip">  \n\n  Words.\n\n  </Callout>  ',
  'straight after a paragraph': 'Before.\n<Callout type="tip">\nWords.\n</Callout>',
};

test.each(Object.entries(components))('a component %s works', (_name, body) => {
  const { tree, facts } = analyseBody(body, 1);
  expect(facts.problems).toEqual([]);
  expect(renderBody(tree, context).html).toContain('<aside class="callout callout-tip" role="note" aria-label="Tip"><p class="callout-title"><strong>Tip</strong></p><p>Words.</p></aside>');
});

test('a list in tags may end right before the closing tag', () => {
  const { tree, facts } = analyseBody('<Steps>\n1. one\n2. two\n</Steps>\n\nAfter.', 1);
  expect(facts.problems).toEqual([]);
  expect(renderBody(tree, context).html).toMatch(/<div class="steps"><ol>[^]*two<\/li>\s*<\/ol><\/div>\s*<p>After\.<\/p>/);
});

test('a Cite on a line of its own stays in its paragraph', () => {
  const { tree, facts } = analyseBody('A claim\n<Cite source="a" />\ngoes on.', 1);
  expect(facts.problems).toEqual([]);
  expect(renderBody(tree, context).html.match(/<p>/g)).toHaveLength(1);
});

function textOf(html: string): string {
  return html
    .replace(/<br>\n?/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([\dA-F]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .trim();
}
