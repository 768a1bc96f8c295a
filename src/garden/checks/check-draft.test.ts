import { describe, expect, it, test } from 'vitest';
import { constructs } from '../../../tests/lib/round-trip-corpus.ts';
import { analyseBody } from '../entry/body.ts';
import { entryIndex } from '../model/entry-index.ts';
import { siteSchema } from '../schema/site.ts';
import { checkDraft } from './check-draft.ts';
import { page } from './example-page.ts';
import { parseHeader } from '../entry/parse-header.ts';
import { checkEntry } from './check-entry.ts';
import { compareProblems } from './problem.ts';
import type { EntryContext } from './rule.ts';

const context: EntryContext = {
  index: entryIndex([{ kind: 'guides', id: 'set-a-trap', title: 'Set a trap', lang: 'en', draft: false, headings: [] }]),
  vocabularies: {
    roles: { title: 'Roles', about: 'Who did what.', items: [{ id: 'author', label: 'Author' }] } as never,
    licences: { title: 'Licences', about: 'How to share.', items: [{ id: 'CC-BY-4.0', label: 'CC BY 4.0' }] } as never,
  },
  site: siteSchema.parse({}),
};

const right = { title: 'A page', summary: 'A page that shows how the check works.', status: 'draft', credits: [{ name: 'Hana', role: 'author' }] };
const check = (fields: Record<string, unknown>, body = 'Text.', kind: 'pages' | 'guides' | 'sessions' = 'pages') => checkDraft({ kind, id: 'a', fields, body }, context);

it('finds nothing in a page that is right, with the empty values of a form', () => {
  expect(
    check({
      ...right,
      created: '',
      lang: null,
      retire_reason: undefined,
      credits: [
        { name: 'Hana', role: 'author', link: '' },
        { name: '', role: null },
      ],
    }),
  ).toEqual({ fields: [], body: [] });
});

it('names each field by its path in the form, empty items counted', () => {
  const { fields } = check({
    ...right,
    title: 'x',
    summary: '',
    credits: [
      { name: '', role: '' },
      { name: 'Hana', role: 'athor' },
      { name: 'W', role: 'author', web: 'x' },
    ],
  });
  expect(fields.map(({ rule, path }) => [rule, path])).toEqual(
    expect.arrayContaining([
      ['wrong-value', ['title']],
      ['missing-field', ['summary']],
      ['wrong-value', ['credits', 2, 'name']],
      ['unknown-field', ['credits', 2, 'web']],
      ['missing-reference', ['credits', 1, 'role']],
    ]),
  );
});

it('counts lines of the text from 1, in the text as it was typed', () => {
  const { fields, body } = check(right, '\r\nplots <5 ha {x}\r\n\r\nSee [[nowhere]] and <Calout />.\r\n');
  expect(fields).toEqual([]);
  expect(body.map(({ rule, line, column, path }) => [rule, line, column, path])).toEqual([
    ['broken-link', 4, 5, undefined],
    ['unknown-component', 4, 21, undefined],
  ]);
});

it('says where the text belongs that is missing', () => {
  expect(check(right, ' \n').body).toMatchObject([{ rule: 'missing-body', line: 1 }]);
});

it('says of a page what the check says of its file', () => {
  const lines = 'licens: x\ncreated: 2026-02-30';
  const text = page('See [[nowhere]].\n\n### Deep', lines);
  const header = parseHeader('content/pages/a.mdx', text);
  const found = checkEntry({ header, body: analyseBody(header.body, header.bodyLine).facts }, context);
  const fields = { title: 'A page', licens: 'x', created: '2026-02-30' };
  const drafted = check({ ...(header.fields ?? {}), ...fields }, header.body);
  const words = new Set(found.map(({ message }) => message));
  const typed = [...drafted.fields, ...drafted.body].map(({ message }) => message);
  for (const word of ['There is no field called "licens" here.']) expect(words.has(word) && typed.includes(word)).toBe(true);
  expect(drafted.body.map(({ message }) => message).every((message) => words.has(message))).toBe(true);
  expect(drafted.body).toHaveLength(2);
});

it('gives problems of the whole header the field they are about', () => {
  const { fields, body } = check({ ...right, summary: 'A hidden\u202e sign stands in here.' }, 'plots\n\n<div>');
  expect(fields).toMatchObject([{ rule: 'bad-front-matter', path: ['summary'] }]);
  expect(body).toMatchObject([{ line: 3 }]);
});

it('sorts what it finds', () => {
  const { fields, body } = check({ title: 'x', status: 'nope', extra: 1, credits: [{}] }, '<b>x</b>\n\n[[a]]\n\n<Calout />');
  expect(fields.length).toBeGreaterThan(2);
  expect(fields).toEqual(fields.toSorted(compareProblems));
  expect(body.map(({ line }) => line)).toEqual([1, 3, 5]);
});

test.each(constructs.map(({ name, body }): [string, string] => [name, body]))('%s is no problem of the fields', (_name, body) => {
  expect(check(right, body).fields).toEqual([]);
});

describe('hostile data', () => {
  const deep = (levels: number): unknown => Array.from({ length: levels }).reduce((inside: unknown) => ({ a: [inside] }), 'x');
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  test.each<[string, unknown]>([
    ['nested 100 times', deep(100)],
    ['nested 50,000 times', deep(50_000)],
    ['in a circle', circle],
    ['a lone surrogate', 'a\ud800b'],
    ['a zero', 'a\0b'],
    ['a long text', 'x'.repeat(300_000)],
    ['many items', Array.from({ length: 40_000 }, (_, index) => index)],
    ['a prototype', JSON.parse('{"__proto__": {"a": 1}, "constructor": "x"}')],
    ['a header', '---\ntitle: x\n---\n'],
    ['a merge', { '<<': '*a', '': 'b', 'a: b': 1, '? x': 2 }],
    ['something that throws', Object.defineProperty({}, 'a', { enumerable: true, get: () => { throw new Error('no'); } })], // prettier-ignore
  ])('%s is a problem and not a crash', (_name, value) => {
    for (const field of ['title', 'extra', 'credits']) {
      const { fields, body } = check({ ...right, [field]: value }, 'Text.\n\n<div>');
      expect(fields.length).toBeGreaterThan(0);
      expect(body).toMatchObject([{ line: 3 }]);
    }
  });

  test.each<[string, unknown]>([
    ['a function', () => 1],
    ['NaN', NaN],
    ['a symbol', Symbol('x')],
  ])('%s counts as empty', (_name, value) => {
    expect(check({ ...right, created: value, credits: [value, ...right.credits] })).toEqual({ fields: [], body: [] });
  });

  it('takes a text that no parser can bear', () => {
    expect(check(right, '> '.repeat(5000)).body.length).toBeGreaterThan(0);
    expect(check(right, '[['.repeat(100_000)).body.length).toBeGreaterThan(0);
    expect(check(right, 'a\ud800\0').body.length).toBeGreaterThan(0);
  });
});
