import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from './split-front-matter.ts';

it('cuts a file at its two lines of hyphens', () => {
  expect(splitFrontMatter('---\ntitle: A\n---\n\nText.\n---\nMore.')).toEqual({ yaml: 'title: A', yamlLine: 2, body: '\nText.\n---\nMore.', bodyLine: 4, problems: [] });
});

it.each([
  ['an empty header', '---\n---\nText', { yaml: '', body: 'Text', bodyLine: 3 }],
  ['a file that is only a header', '---\ntitle: A\n---', { yaml: 'title: A', body: '' }],
  ['spaces after the hyphens', '--- \ntitle: A\n---\t\nText', { yaml: 'title: A', body: 'Text' }],
  ['hyphens inside a value', '---\ntitle: a --- b\n---\nText', { yaml: 'title: a --- b', body: 'Text' }],
])('reads %s', (_name, text, expected) => {
  expect(splitFrontMatter(text)).toMatchObject({ ...expected, problems: [] });
});

describe('a file without a usable header', () => {
  it.each([
    ['TOML', '+++\ntitle = "A"\n+++\nText', /TOML/],
    ['JavaScript', '---js\n{ title: process.env.HOME }\n---\nText', /three hyphens/],
    ['JSON', '---json\n{}\n---\nText', /three hyphens/],
    ['nothing at all', '', /no header/],
    ['only text', 'Kia ora', /no header/],
    ['a blank line first', '\n---\ntitle: A\n---\n', /no header/],
    ['a header without an end', '---\ntitle: A\nText', /does not end/],
    ['four hyphens', '----\ntitle: A\n----\n', /no header/],
  ])('is reported once, and nothing of it is read: %s', (_name, text, message) => {
    const split = splitFrontMatter(text);
    expect(split).toMatchObject({ yaml: '', body: '' });
    expect(split.problems).toHaveLength(1);
    expect(split.problems[0]).toMatchObject({ rule: 'bad-front-matter', severity: 'error', line: 1, column: 1, message: expect.stringMatching(message), suggestion: expect.any(String) });
  });
});
