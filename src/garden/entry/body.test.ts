import { expect, test } from 'vitest';
import { normaliseText } from '../text/normalise-text.ts';
import { analyseBody } from './body.ts';

const problemsOf = (text: string, firstLine = 1) => analyseBody(text, firstLine).facts.problems;
const lineOf = ({ line, column, length, severity, rule, message }: ReturnType<typeof problemsOf>[number]) => `${line}:${column}+${length} ${severity} ${rule}: ${message}`;

test('an empty body has no problems and no facts', () => {
  expect(analyseBody('', 12).facts).toEqual({ headings: [], wikilinks: [], links: [], images: [], citations: [], words: 0, problems: [] });
});

test('facts stand at their place in the file', () => {
  const { facts } = analyseBody('## Kia ora\n\nSee [[a#b|c]] and [[?New page]]. Read [this](../guides/x.mdx).\n\n![A trap](../media/trap.jpg)\n\nIt works.<Cite source="doc" />\n', 10);
  expect(facts.headings).toEqual([{ depth: 2, text: 'Kia ora', id: 'kia-ora', line: 10, column: 1, length: 10 }]);
  expect(facts.wikilinks).toEqual([
    { target: 'a', heading: 'b', label: 'c', wanted: false, line: 12, column: 5, length: 9, excerpt: 'See c and New page.' },
    { target: 'New page', wanted: true, line: 12, column: 19, length: 13, excerpt: 'See c and New page.' },
  ]);
  expect(facts.links).toEqual([{ url: '../guides/x.mdx', text: 'this', line: 12, column: 39, length: 23 }]);
  expect(facts.images).toEqual([{ src: '../media/trap.jpg', alt: 'A trap', line: 14, column: 1, length: 28 }]);
  expect(facts.citations).toEqual([{ source: 'doc', line: 16, column: 16, length: 12 }]);
  expect(facts.words).toBe(11);
});

test('places stay right after escapes, entities and line starts of quotes', () => {
  const { facts } = analyseBody('\\*a\\* &amp; &eacute;\n> one\n> two [[x]] \\[[no]] [[y]]\n\n| a |\n|---|\n| \\_ [[z\\|w]] |\n', 1);
  expect(facts.wikilinks.map(({ target, line, column, length }) => [target, line, column, length])).toEqual([
    ['x', 3, 7, 5],
    ['y', 3, 21, 5],
    ['z', 7, 6, 8],
  ]);
});

test('a file saved on Windows gives the same as one that was not', () => {
  const text = '<Callout type="tip">\n\n- [ ] a\n\n| a | b |\n|---|---|\n| [[x]] | b[^1] |\n\n</Callout>\n\n[^1]: Note.\n\n<Evil />\n';
  const windows = analyseBody(normaliseText(`\ufeff${text.replaceAll('\n', '\r\n')}`), 1);
  expect(windows).toEqual(analyseBody(text, 1));
  expect(windows.facts.problems.map(lineOf)).toEqual(['13:1+8 error unknown-component: There is no component called "Evil".']);
});

test.each([
  ['Use **sausage (fresh)**only.', 22],
  ['Kia tūpato! **Kāore!**Kaua e whāngai.', 21],
  ['这是**「重点」**内容。', 9],
])('bold that touches a letter is reported at its asterisks: %s', (text, column) => {
  expect(problemsOf(text).map(lineOf)).toEqual([`1:${column}+2 warning broken-markup: This bold does not close; add a space after it.`]);
});

test('notes without a colon, without text and without a marker are reported', () => {
  const text =
    'Catch fell by half.[^1] It rose the next year.[^2] Nobody counted in 2021.[^3]\n\n[^1] Field diary, ridge line, 2019.\n\n[^2]: Field diary, ridge line, 2020.\n\n[^4]: Never referred to.\n';
  expect(problemsOf(text).map(lineOf)).toEqual([
    '1:20+4 error broken-footnote: The note [^1] has no text: a colon is missing on line 3.',
    '1:75+4 error broken-footnote: The note [^3] has no text.',
    '7:1+5 warning broken-footnote: The note [^4] is not used, so nobody sees it.',
  ]);
});

test('all problems are told at once', () => {
  const text = '<Calout>\n\nx\n\n</Calout>\n\n<Callout typ="tip">\n\n[a](javascript:x)\n\n</Callout>\n\n![](../media/a.png) and <Cite />\n\n<Steps>\n\n- a\n\n</Steps>\n\n<script>\n\n<Callout>\n\nx\n';
  expect(problemsOf(text, 5).map(lineOf)).toMatchInlineSnapshot(`
    [
      "5:1+8 error unknown-component: There is no component called "Calout".",
      "11:10+9 error wrong-attribute: Callout has no attribute called "typ".",
      "13:1+17 error unsafe-address: A link to "javascript:" is not allowed.",
      "17:1+19 error missing-alt-text: This image needs a description for people who do not see it.",
      "17:25+8 error wrong-attribute: Cite needs to say its source, once.",
      "19:1+7 error broken-markup: Steps has no numbered list in it.",
      "25:1+8 error unsafe-mdx: Pages cannot use the HTML tag <script>.",
      "27:1+9 error broken-markup: The tag <Callout> does not close.",
    ]
  `);
});

test.each([
  ['<Callout type="tipp">\n\nx\n\n</Callout>', 'Did you mean "tip"?'],
  ['<Callout typ="tip">\n\nx\n\n</Callout>', 'Did you mean "type"?'],
  ['<callout>x</callout>', 'Write <Callout>, with the same capital letters.'],
  ['a<br>b', 'Leave a blank line for a new paragraph.'],
  ['<Exercise title="a" minutes="ten">\n\nx\n\n</Exercise>', 'Write minutes="10".'],
  ['<Cite source="a">', 'End it with " />", as in <Cite source="doc-spacing" />'],
  ['<Answer>x</Answer>', 'Move it between <Exercise …> and </Exercise>.'],
])('%j is answered with a next step', (text, suggestion) => {
  expect(problemsOf(text).map((problem) => problem.suggestion)).toEqual([suggestion]);
});

test('a page with a hundred thousand links is refused at once', () => {
  expect(problemsOf('[[a]] '.repeat(100_000)).map(({ rule }) => rule)).toEqual(['too-large']);
});
