import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { constructs } from '../../../tests/lib/round-trip-corpus.ts';
import { hasErrors } from '../checks/problem.ts';
import { isKindName, type KindName } from '../schema/index.ts';
import { normaliseText } from '../text/normalise-text.ts';
import { analyseBody } from './body.ts';
import { dropEmpty } from './drop-empty.ts';
import { parseHeader } from './parse-header.ts';
import { readDraft } from './read-draft.ts';
import { writeEntry } from './write-entry.ts';

const HEAD = '---\ntitle: A page\nstatus: review\n---\n';

/** Saves a file as the form does, with some fields changed. */
function save(opened: string, change: Record<string, unknown>, body?: string, kind: KindName = 'guides'): string {
  const draft = readDraft(opened);
  return writeEntry({ kind, fields: { ...draft.fields, ...change }, body: body ?? draft.body, opened });
}

/** The lines of the new text that are not in the old one at their place, and how many lines more it has. */
function differing(before: string, after: string): { lines: string[]; more: number } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return { lines: now.filter((line, index) => line !== old[index]), more: now.length - old.length };
}

describe('the corpus', () => {
  it('has at least 64 constructs, all of different names', () => {
    expect(new Set(constructs.map(({ name }) => name)).size).toBe(constructs.length);
    expect(constructs.length).toBeGreaterThanOrEqual(64);
  });

  test.each(constructs.map(({ name, body }): [string, string] => [name, body]))('%s has no error', (_name, body) => {
    expect(analyseBody(normaliseText(body), 1).facts.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test.each(constructs.map(({ name, body }): [string, string] => [name, body]))('%s stays byte for byte when only the title changes', (_name, body) => {
    const opened = HEAD + body;
    expect(save(opened, {})).toBe(opened);
    expect(save(opened, { title: 'Another page' })).toBe(opened.replace('title: A page', 'title: Another page'));
  });

  test.each(constructs.map(({ name, body }): [string, string] => [name, body]))('%s changes in one line when one letter is typed', (_name, body) => {
    const opened = HEAD + body;
    const at = /[\p{L}\d.](?=\r?\n|$)(?![^]*[\p{L}\d.](?:\r?\n|$))/u.exec(body)?.index;
    const end = at === undefined ? body.trimEnd().length : at + 1;
    const typed = `${body.slice(0, end)}z${body.slice(end)}`;
    const saved = save(opened, {}, typed);
    const { lines, more } = differing(opened, body.endsWith('\n') ? saved : saved.replace(/\n$/, ''));
    expect(more).toBe(0);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/z/);
  });
});

describe('what exists', () => {
  const files = readdirSync('content', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.mdx') && isKindName(path.split('/')[0] ?? ''))
    .sort()
    .map((path) => ({ path: `content/${path}`, kind: path.split('/')[0] as KindName, text: readFileSync(`content/${path}`, 'utf8') }));

  it('stays as it is when nothing is changed', () => {
    expect(files.length).toBeGreaterThan(100);
    for (const { kind, text } of files) expect(save(text, {}, undefined, kind)).toBe(text);
  });

  it('changes in the line of the summary when the summary changes', () => {
    const some = files.filter((_file, index) => index % Math.floor(files.length / 12) === 0);
    expect(some.length).toBeGreaterThanOrEqual(10);
    for (const { kind, text } of some) {
      const { lines, more } = differing(text, save(text, { summary: 'Another summary: with a colon, and 5 % more.' }, undefined, kind));
      expect([lines, more]).toEqual([['summary: "Another summary: with a colon, and 5 % more."'], 0]);
    }
  });

  it('says the same in a new file', () => {
    for (const { kind, path, text } of files) {
      const { fields, body } = readDraft(text);
      const written = writeEntry({ kind, fields: Object.fromEntries(Object.entries(fields).reverse()), body });
      expect(readDraft(written).fields).toEqual(dropEmpty(fields).value);
      expect(parseHeader(path, written)).toMatchObject({ fields: parseHeader(path, text).fields, problems: [] });
      expect(written).toMatch(/[^\n]\n$/);
    }
  });
});

describe('a new entry', () => {
  it('stands in the order of the schema, without what is empty, with quotes where YAML needs them', () => {
    const fields = {
      mine: 'kept',
      created: '2026-03-01',
      credits: [{ link: '', role: 'author', name: 'Hana' }, {}, null],
      body: undefined,
      topics: [],
      summary: 'Two\nlines\n',
      crew: { max: '', min: 2 },
      time: 'no',
      season: '012',
      hazards: ['a: b', '- c', 'Trap #3', 'ka\u0304ka\u0304', '12:30', '2026-03-01T10:00:00Z', 'tab\there', '"quoted"', 'null', '1e3', 'yes please'],
      title: '<5 ha & more',
    };
    expect(writeEntry({ kind: 'guides', fields, body: '\n\n  \nplots <5 ha\r\n\r\n<!-- x -->\n\n\n' })).toMatchInlineSnapshot(`
      "---
      title: <5 ha & more
      summary: |
        Two
        lines
      created: 2026-03-01
      credits:
        - name: Hana
          role: author
      time: "no"
      crew:
        min: 2
      season: "012"
      hazards:
        - "a: b"
        - "- c"
        - "Trap #3"
        - kākā
        - "12:30"
        - "2026-03-01T10:00:00Z"
        - "tab\\there"
        - "\\"quoted\\""
        - "null"
        - "1e3"
        - yes please
      mine: kept
      ---

      plots \\<5 ha

      {/* x */}
      "
    `);
  });

  /** YAML allows no longer names, and a header none called "<<". */
  const nameable = (text: string): string => (text === '<<' ? 'x' : text.slice(0, 900));

  it('reads back as what was given, whatever strings it holds', () => {
    const strings = [
      '',
      ' a ',
      'a\n',
      'a\n\n',
      '\na',
      ' a\nb',
      'a\n \nb',
      'a\r\nb',
      "it's",
      '# x',
      'a #b',
      'a:',
      ': a',
      '?',
      '-',
      '---',
      '...',
      '%a',
      '@a',
      '`a`',
      '[a',
      '{a}',
      '*a',
      '&a',
      '!a',
      '|',
      '>',
      '~',
      '.5',
      '+1',
      '0x1F',
      '0b1',
      '1_000',
      '1,000',
      '.inf',
      '=',
      '<<',
      'a\\b',
      'a\u2028b',
      'Ā'.repeat(3000),
      '2026-02-30',
      '1:2',
      'a, b',
      'true',
      'OFF',
    ];
    for (const text of strings) {
      const fields = { title: text, credits: [{ name: text }], crew: { [nameable(text)]: text } };
      const { fields: back } = readDraft(writeEntry({ kind: 'guides', fields, body: '' }));
      const lf = text.replace(/\r\n/g, '\n');
      expect(back).toEqual(text === '' ? {} : { title: lf, credits: [{ name: lf }], crew: { [nameable(text)]: lf } });
    }
  });

  it('keeps a header that was typed into the body in the body', () => {
    const body = '---\nstatus: current\nlicence: CC0-1.0\n---\nText';
    const written = writeEntry({ kind: 'pages', fields: { title: 'A', status: 'draft' }, body });
    expect(readDraft(written)).toEqual({ fields: { title: 'A', status: 'draft' }, body: `\n${body}\n` });
    const again = writeEntry({ kind: 'pages', fields: { title: 'A', status: 'draft' }, body, opened: HEAD });
    expect(readDraft(again)).toEqual({ fields: { title: 'A', status: 'draft' }, body: `\n${body}\n` });
  });

  it('has no body when nothing was written', () => {
    expect(writeEntry({ kind: 'sources', fields: { title: 'A' }, body: ' \n' })).toBe('---\ntitle: A\n---\n');
  });
});

describe('an opened entry', () => {
  const opened = [
    '---',
    '# Asked the hapū on 3 May, see minutes',
    "title:   'Old title'   # says it all",
    'summary: >-',
    '  Folded',
    '  words.',
    'status: review',
    'season: ~',
    'crew: { min: 02, max: 1.50 } # people',
    'kit:',
    '  # bring these',
    '  - item: Tunnels # flat ones',
    "    quantity: '10'",
    '  - { item: Pegs, note: "steel" }',
    '  - item: Pencil',
    'topics: [trapping,  monitoring]',
    'credits:',
    '- name: Hana',
    '  role: author',
    'other: kept',
    'created: 2026-03-01   # first draft',
    '---',
    '',
    'Text.',
    '',
  ].join('\n');
  const { fields } = readDraft(opened);

  test.each<[string, Record<string, unknown>, [from: string | RegExp, to: string]]>([
    ['changes a title between its notes', { title: 'It is new' }, ["'Old title'", "'It is new'"]],
    ['changes a folded text in place', { summary: 'Other: words.' }, ['>-\n  Folded\n  words.', '"Other: words."']],
    ['changes a day and keeps the note after it', { created: '2026-03-02' }, ['2026-03-01', '2026-03-02']],
    ['fills a field that was empty', { season: 'May' }, ['season: ~', 'season: May']],
    ['changes one number in braces', { crew: { min: 2, max: 4 } }, ['1.50', '4']],
    ['takes a key out of braces', { crew: { min: 2, max: '' } }, [', max: 1.50', '']],
    ['changes one text in an item', { kit: edited((kit) => (kit[0]!['quantity'] = '12')) }, ["'10'", "'12'"]],
    ['adds a field to an item', { kit: edited((kit) => (kit[2]!['note'] = 'soft')) }, ['  - item: Pencil\n', '  - item: Pencil\n    note: soft\n']],
    ['takes a field from an item', { kit: edited((kit) => delete kit[0]!['quantity']) }, ["    quantity: '10'\n", '']],
    ['takes an item out', { kit: edited((kit) => kit.splice(1, 1)) }, ['  - { item: Pegs, note: "steel" }\n', '']],
    ['takes the first item out', { kit: edited((kit) => kit.splice(0, 1)) }, ["  - item: Tunnels # flat ones\n    quantity: '10'\n", '']],
    ['adds an item in the middle', { kit: edited((kit) => kit.splice(1, 0, { note: 'blue', item: 'Ink' })) }, ["'10'\n", "'10'\n  - item: Ink\n    note: blue\n"]],
    [
      'moves an item with its notes',
      { kit: edited((kit) => kit.push(kit.shift()!)) },
      [/ {2}- item: Tunnels[^]*Pencil\n/, '  - { item: Pegs, note: "steel" }\n  - item: Pencil\n  - item: Tunnels # flat ones\n    quantity: \'10\'\n'],
    ],
    ['adds to a list in brackets', { topics: ['trapping', 'monitoring', 'a, b'] }, ['monitoring]', 'monitoring, "a, b"]']],
    ['takes from a list in brackets', { topics: ['monitoring'] }, ['trapping,  ', '']],
    [
      'adds to a list that is not indented',
      {
        credits: [
          { name: 'Hana', role: 'author' },
          { name: 'Wiremu', role: 'editor' },
        ],
      },
      ['role: author\n', 'role: author\n- name: Wiremu\n  role: editor\n'],
    ],
    ['removes a field with its lines', { kit: [] }, [/kit:[^]*(?=topics)/, '']],
    ['puts a new field where the schema has it', { lang: 'mi', licence: 'CC0-1.0' }, [/status: review\n([^]*author\n)/, 'status: review\nlang: mi\n$1licence: CC0-1.0\n']],
    ['adds a list', { regions: ['nz'] }, ['monitoring]\n', 'monitoring]\nregions:\n  - nz\n']],
    ['writes a text with line breaks as a block', { time: 'a\nb' }, ['monitoring]\n', 'monitoring]\ntime: |-\n  a\n  b\n']],
    ['adds a field that no schema knows at the end', { zzz: 1 }, ['# first draft\n', '# first draft\nzzz: 1\n']],
    ['makes a group of a text', { other: { a: 1 } }, ['other: kept', 'other:\n  a: 1']],
  ])('%s', (_name, change, [from, to]) => {
    const saved = save(opened, change);
    expect(saved).toBe(opened.replace(from, to));
    expect(dropEmpty(readDraft(saved).fields).value).toEqual(dropEmpty({ ...fields, ...change }).value);
    const crlf = save(opened.replaceAll('\n', '\r\n'), change);
    expect(crlf).toBe(saved.replaceAll('\n', '\r\n'));
  });

  function edited(change: (kit: Record<string, string>[]) => unknown): unknown {
    const { kit } = structuredClone(readDraft(opened).fields) as { kit: Record<string, string>[] };
    change(kit);
    return kit;
  }

  it('counts empty values as absent', () => {
    expect(save(opened, { hazards: [], permits: null, time: '', evidence: { grade: '', sources: [] }, phantom: undefined })).toBe(opened);
  });

  it('keeps a byte order mark and CRLF', () => {
    const text = '\uFEFF---\r\ntitle: A\r\nstatus: review\r\n---\r\n\r\nOne.\r\n\r\nTwo.\r\n';
    expect(readDraft(text)).toEqual({ fields: { title: 'A', status: 'review' }, body: '\r\nOne.\r\n\r\nTwo.\r\n' });
    expect(save(text, { title: 'B' })).toBe(text.replace('title: A', 'title: B'));
    expect(save(text, { summary: 'New' }, '\nOne <5.\n\nNew {x}.\n\nTwo.\n')).toBe(
      '\uFEFF---\r\ntitle: A\r\nsummary: New\r\nstatus: review\r\n---\r\n\r\nOne \\<5.\r\n\r\nNew \\{x\\}.\r\n\r\nTwo.\r\n',
    );
  });

  it('writes only lines that changed as standard MDX, in two places at once', () => {
    const lines = Array.from({ length: 5000 }, (_, index) => (index % 2 ? '' : `Line ${index % 40} <5 and {x}`));
    const text = `${HEAD}\n${lines.join('\n')}\n`;
    const body = ['', ...lines.with(100, 'Old plots <3 ha').toSpliced(4001, 0, '', 'New {y}'), ''].join('\n');
    const written = save(text, {}, body);
    const expected = ['', ...lines.with(100, 'Old plots \\<3 ha').toSpliced(4001, 0, '', 'New \\{y\\}'), ''].join('\n');
    expect(written).toBe(HEAD + expected);
  });

  it('does not add or take away a line end at the very end', () => {
    expect(save(`${HEAD}\nText`, {}, '\nText\n')).toBe(`${HEAD}\nText`);
    expect(save(`${HEAD}\nText\n`, {}, '\nText')).toBe(`${HEAD}\nText\n`);
    expect(save(`${HEAD}\nText\n`, {}, '\nText\n\n')).toBe(`${HEAD}\nText\n`);
    expect(save(`${HEAD}\nOne\n\nText`, {}, '\nOne more\n\nText\n')).toBe(`${HEAD}\nOne more\n\nText`);
  });

  it('takes a body away, and gives one to a file that had none', () => {
    expect(save(`${HEAD}\nText\n`, {}, '')).toBe(HEAD);
    expect(save(HEAD.trimEnd(), {}, 'Text')).toBe(`${HEAD}\nText\n`);
  });

  it('gives an empty header its fields, below its notes', () => {
    expect(save('---\n# nothing yet\n---\n', { title: 'A' })).toBe('---\n# nothing yet\ntitle: A\n---\n');
    expect(save('---\n---\n', { title: 'A' })).toBe('---\ntitle: A\n---\n');
    expect(save('---\n{ title: A, status: draft }\n---\n', { title: 'B: c' })).toBe('---\n{ title: "B: c", status: draft }\n---\n');
  });

  test.each([
    ['no header', 'Line 1: This file has no header.'],
    ['---\ntitle: a\n', 'Line 1: The header does not end.'],
    ['---\ntitle: a\nsummary: b: c\n---\n', 'Line 3: The punctuation on this line confuses the header: summary: b: c'],
    ['---\n- a\n---\n', 'Line 2: The header must be lines such as "title: …".'],
  ])('%j cannot be opened', (text, message) => {
    expect(() => readDraft(text)).toThrow(message);
  });
});

it('leaves a body with an error as it was typed', () => {
  const body = '\nplots <5 ha\n\n<script>\n';
  expect(hasErrors(analyseBody(body, 1).facts.problems)).toBe(true);
  expect(save(`${HEAD}\nOld.\n`, {}, body)).toBe(HEAD + body);
});
