import { describe, expect, it } from 'vitest';
import { page, session } from '../checks/example-page.ts';
import { KIND_NAMES } from '../schema/index.ts';
import { normaliseText } from '../text/normalise-text.ts';
import { parseHeader } from './parse-header.ts';

const FILE = 'content/pages/a.mdx';

function problems(text: string) {
  return parseHeader(FILE, text).problems.map(({ rule, line, column, message, suggestion }) => ({ rule, line, column, message, suggestion }));
}

describe('a right header', () => {
  it('gives the fields with their defaults, and the body with its line', () => {
    const header = parseHeader(FILE, page('Text.', 'created: 2026-03-01'));
    expect(header).toMatchObject({ kind: 'pages', id: 'a', title: 'A page', draft: false, body: 'Text.\n', bodyLine: 8, problems: [] });
    expect(header.fields).toMatchObject({ created: '2026-03-01', lang: 'en', licence: 'CC-BY-4.0', order: 100 });
  });

  it.each(['UTC', 'Pacific/Auckland', 'America/Los_Angeles'])('keeps a day as it is written in %s', (zone) => {
    const before = process.env['TZ'];
    process.env['TZ'] = zone;
    try {
      expect(parseHeader(FILE, page('Text.', 'created: 2026-03-01')).fields?.['created']).toBe('2026-03-01');
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  it('takes empty values for absent', () => {
    expect(problems(page('Text.', 'review_by: ""\nretire_reason:\nsuperseded_by: null'))).toEqual([]);
  });

  it('lists what it refers to, with places', () => {
    const header = parseHeader(FILE, page('Text.', 'superseded_by: guides/read-tracking-tunnels'));
    expect(header.references.map(({ field, value, vocabulary, kinds, line }) => ({ field, value, vocabulary, kinds, line }))).toEqual([
      { field: 'credits › role', value: 'author', vocabulary: 'roles', kinds: [], line: 5 },
      { field: 'superseded_by', value: 'guides/read-tracking-tunnels', vocabulary: undefined, kinds: KIND_NAMES, line: 6 },
    ]);
  });
});

describe('a field that is not right', () => {
  it('is reported at its value, with an example', () => {
    expect(problems(page('Text.', 'created: 2026-02-30'))).toEqual([
      { rule: 'wrong-value', line: 6, column: 10, message: '"created" must be a day that exists, written like 2026-03-01.', suggestion: 'Write it like "2026-11-25".' },
    ]);
  });

  it.each([
    ['licens: CC0', 'licence'],
    ['Created: 2026-03-01', 'created'],
    ['creatd: 2026-03-01', 'created'],
  ])('is unknown and gets the nearest name: %s', (line, near) => {
    expect(problems(page('Text.', line))).toEqual([{ rule: 'unknown-field', line: 6, column: 1, message: expect.stringContaining(line.split(':')[0]!), suggestion: `Did you mean "${near}"?` }]);
  });

  it.each(['layout: data:text/javascript,alert(1)', 'slug: ../../index', 'constructor: x', 'import: x'])('is unknown although other tools know it: %s', (line) => {
    expect(problems(page('Text.', line.replace(/: (.*)/, ': "$1"')))).toEqual([expect.objectContaining({ rule: 'unknown-field', line: 6, column: 1 })]);
  });

  it('is unknown when it is called __proto__, and does no harm', () => {
    expect(problems(page('Text.', '__proto__:\n  draft: yes'))).toEqual([expect.objectContaining({ rule: 'unknown-field', line: 6, column: 1 })]);
    expect(({} as Record<string, unknown>)['draft']).toBeUndefined();
  });

  it('is one mistake when a required field is mistyped', () => {
    expect(problems(page('Text.').replace('title: A page', 'tilte: A page'))).toEqual([
      { rule: 'unknown-field', line: 2, column: 1, message: 'There is no field called "tilte" here.', suggestion: 'Did you mean "title"?' },
    ]);
  });

  it('is named with its description when it is missing', () => {
    expect(problems(page('Text.').replace('title: A page\n', ''))).toEqual([
      { rule: 'missing-field', line: 2, column: 1, message: expect.stringContaining('"title" is missing. What readers see first.'), suggestion: expect.stringContaining('Add a line such as title: ') },
    ]);
  });

  it.each([
    ['title: 1080', 'Put it in quotes: "1080"'],
    ['title: 010', 'Put it in quotes: "010"'],
    ['title: 1e3', 'Put it in quotes: "1e3"'],
    ['title: true', 'Put it in quotes: "true"'],
    ['title: {Stoats}', 'Put it in quotes: "{Stoats}"'],
    ['title: [[Stoats]]', 'Put it in quotes: "[[Stoats]]"'],
  ])('is one mistake when YAML reads it as something else: %s', (line, suggestion) => {
    expect(problems(page('Text.').replace('title: A page', line))).toEqual([expect.objectContaining({ rule: 'wrong-value', line: 2, column: 8, suggestion })]);
  });

  it('gets quotes when a colon makes a group of fields of a list item', () => {
    const [problem] = parseHeader('content/sessions/a.mdx', page('Text.', 'risk_notes:\n  - Streams: turn back if it is over the knee')).problems.filter(({ line }) => line === 7);
    expect(problem).toMatchObject({ rule: 'wrong-value', column: 5, suggestion: 'Put it in quotes: "Streams: turn back if it is over the knee"' });
  });

  it('is found in the right item although empty items stand before it', () => {
    expect(problems(page('Text.').replace(/credits: .*/, "credits:\n  - { name: '', role: '' }\n  -\n  - { name: Garden editors, role: author, lnk: 'https://example.org/' }"))).toEqual([
      expect.objectContaining({ rule: 'unknown-field', line: 8, suggestion: 'Did you mean "link"?' }),
    ]);
  });

  it('leaves the title and the draft mark readable for others', () => {
    expect(parseHeader(FILE, page('Text.', 'orde: 3').replace('review', 'draft'))).toMatchObject({ title: 'A page', draft: true, fields: undefined });
  });

  it('is reported beside every other mistake of the header', () => {
    expect(problems(page('Text.', 'order: first\ncreated: yesterday\nlicens: x')).map(({ rule, line }) => [rule, line])).toEqual(
      expect.arrayContaining([
        ['wrong-value', 6],
        ['wrong-value', 7],
        ['unknown-field', 8],
      ]),
    );
  });
});

it('gives the same problems for a file saved on Windows', () => {
  const unix = page('Text.', 'licens: CC0\ncreated: 2026-02-30');
  const windows = `\uFEFF${unix.replaceAll('\n', '\r\n')}`;
  expect(parseHeader(FILE, normaliseText(windows))).toEqual(parseHeader(FILE, unix));
});

it('checks a curriculum with all rules of its fields', () => {
  const { problems: found } = parseHeader('content/case-studies/a.mdx', page('Text.', 'basis: own-experience'));
  expect(found.length).toBeGreaterThan(5);
  expect(found.every(({ rule, file }) => rule === 'missing-field' && file === 'content/case-studies/a.mdx')).toBe(true);
});

it('says of an entry in the folder of another kind where it belongs, and nothing else', () => {
  const { problems } = parseHeader('content/pages/listen.mdx', session('Listen'));
  expect(problems.map(({ line, message, suggestion }) => [line, message, suggestion])).toEqual([
    [6, 'This is the header of a session, and the file stands among the pages.', 'Move the file to content/sessions/listen.mdx.'],
  ]);
});
