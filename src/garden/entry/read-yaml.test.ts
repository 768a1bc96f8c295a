import { describe, expect, it } from 'vitest';
import { readYaml } from './read-yaml.ts';

describe('plain values', () => {
  it('keeps days, yes and no, and versions in quotes as text', () => {
    expect(readYaml('created: 2026-03-01\nanswer: no\nother: on\nversion: "3.20"', 2).data).toEqual({ created: '2026-03-01', answer: 'no', other: 'on', version: '3.20' });
  });

  it('allows notes after a value and on lines of their own', () => {
    const { data, problems } = readYaml('# Asked the hapū on 3 May, see minutes\ncreated: 2026-03-01   # first draft\ntitle: Trap lines', 2);
    expect(problems).toEqual([]);
    expect(data).toEqual({ created: '2026-03-01', title: 'Trap lines' });
  });

  it('says where values, names and list items stand in the file', () => {
    const yaml = readYaml('title: A\nkit:\n  - item: Tape\n  - item: Map', 2);
    expect(yaml.place(['title'])).toEqual({ line: 2, column: 8, length: 1 });
    expect(yaml.place(['kit', 1, 'item'])).toEqual({ line: 5, column: 11, length: 3 });
    expect(yaml.place(['kit', 1, 'item'], true)).toEqual({ line: 5, column: 5, length: 4 });
    expect(yaml.place(['kit', 1, 'note'])).toMatchObject({ line: 5 });
    expect(yaml.place(['nowhere'])).toEqual({ line: 2, column: 1 });
  });

  it('gives back a value letter for letter', () => {
    const yaml = readYaml('a: 010\nb: { c: x }\nd: |\n  one\n  two\n', 2);
    expect(yaml.written(['a'])).toBe('010');
    expect(yaml.written(['b'])).toBe('{ c: x }');
    expect(yaml.written(['d'])).toBeUndefined();
    expect(yaml.written(['nowhere'])).toBeUndefined();
  });
});

/** A line that confuses a header, and the line as it should be. */
const PUNCTUATION: readonly (readonly [string, string])[] = [
  ['title: Stoats: what works', 'title: "Stoats: what works"'],
  ["title: 'DOC's toolbox'", 'title: "DOC\'s toolbox"'],
  ['title: @ the ridge', 'title: "@ the ridge"'],
  ['title: Trapping:', 'title: "Trapping:"'],
  ['summary: "Kia ora" said the volunteer', 'summary: "\\"Kia ora\\" said the volunteer"'],
  ["title: 'Twas the night", 'title: "\'Twas the night"'],
  ['title: "Unfinished', 'title: "\\"Unfinished"'],
  ["title: 'a' 'b'", "title: \"'a' 'b'\""],
  ['title: [Draft] Stoats', 'title: "[Draft] Stoats"'],
  ['title: `code` words', 'title: "`code` words"'],
  ['title: % of traps', 'title: "% of traps"'],
  ['title: - stoats', 'title: "- stoats"'],
  ['title: ? what', 'title: "? what"'],
  ['title: > far', 'title: "> far"'],
  ['title: *stoats*', 'title: "*stoats*"'],
  ['title: &stoats and rats', 'title: "&stoats and rats"'],
  ['title: !important', 'title: "!important"'],
  ['title: !!js/function "x"', 'title: "!!js/function \\"x\\""'],
  ['title: Trap #3', 'title: "Trap #3"'],
  ['title: #3 trap', 'title: "#3 trap"'],
];

describe('punctuation that breaks a header', () => {
  it.each(PUNCTUATION)('gives one problem, on the line, with the line in quotes: %s', (line, mended) => {
    const yaml = readYaml(`status: review\n${line}\ncredits: [{ name: Garden editors, role: author }]\ncreated: 2026-01-01\norder: 1`, 2);
    expect(yaml.data).toBeUndefined();
    expect(yaml.problems).toHaveLength(1);
    expect(yaml.problems[0]).toMatchObject({ rule: 'bad-front-matter', line: 3, suggestion: `Write it in quotes: ${mended}` });
    expect(yaml.problems[0]?.message).not.toMatch(/mapping|scalar|flow|alias|anchor|tag|implicit|YAML/i);
  });

  it.each(PUNCTUATION)('accepts the line that it offers for %s', (_line, mended) => {
    const { data, problems } = readYaml(mended, 2);
    expect(problems).toEqual([]);
    expect(Object.values(data as object)).toEqual([expect.any(String)]);
  });
});

describe('what a header may not hold', () => {
  it.each([
    ['an anchor with its alias', 'a: &x 1\nb: *x', 2, 4],
    ['a merge key', 'a: 1\n<<: { b: 2 }', 3, 1],
    ['a field that stands twice', 'title: A\norder: 1\ntitle: B', 4, 1],
    ['a field that stands twice in a list item', 'kit:\n  - item: A\n    item: B', 4, 5],
    ['a field that stands twice in brackets', 'kit: { item: A, item: B }', 2, 17],
    ['a list as the name of a field', '? [a, b]\n: c', 2, 3],
    ['a tab in front', 'title: A\n\torder: 1', 3, 1],
    ['no space after the colon', 'title:Stoats\norder: 1', 2, 1],
    ['a backslash in double quotes', 'title: "C:\\path"', 2, 11],
    ['a second document', 'title: A\n...\ntitle: B', 4, 1],
  ])('is reported where it stands: %s', (_name, text, line, column) => {
    const { data, problems } = readYaml(text, 2);
    expect(data).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ rule: 'bad-front-matter', line, column, suggestion: expect.any(String) });
  });

  it('refuses an alias bomb without opening it', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${`*${'abcdefghi'[index]}, `.repeat(9)}]`)].join('\n');
    expect(readYaml(bomb, 2).problems).toHaveLength(1);
  });

  it.each([
    ['brackets', '['.repeat(5000)],
    ['spaced brackets', '[ '.repeat(5000)],
    ['list marks', '- '.repeat(20_000)],
    ['question marks', '? '.repeat(20_000)],
    ['open groups', 'a: {b: ['.repeat(5000)],
    ['quotes', '"'.repeat(20_000)],
    ['steps to the right', Array.from({ length: 450 }, (_, index) => `${' '.repeat(index)}a:`).join('\n')],
    ['a header longer than any', 'a: b\n'.repeat(100_000)],
  ])('refuses endless %s with one problem', (_name, text) => {
    expect(() => readYaml(text, 2)).not.toThrow();
    expect(readYaml(text, 2).problems.length).toBeLessThan(2);
  });

  it('takes fields called __proto__ and constructor as plain fields', () => {
    const { data } = readYaml('__proto__:\n  polluted: yes\nconstructor: x', 2);
    expect(Object.keys(data as object)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
