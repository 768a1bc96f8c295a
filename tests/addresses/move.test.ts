import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadContent } from '../../src/disk/load-content.ts';
import { moveEntry } from '../../scripts/lib/move/move-entry.ts';
import { moveReport } from '../../scripts/lib/move/move-report.ts';
import { readMove } from '../../scripts/lib/move/read-move.ts';
import { page } from '../content-folder.ts';
import { runScript } from '../lib/check-gardens.ts';
import { fortyLinks, WORDS } from './forty-links.ts';
import { gitContent, type GitContent } from './git-content.ts';

let content: GitContent;
beforeEach(() => vi.stubEnv('SITE_URL', ''));
afterEach(async () => {
  vi.unstubAllEnvs();
  await content.remove();
});

const move = async (from: string, to: string, dry = false) => moveReport(await moveEntry(content.folder, readMove([from, to]), dry), dry);
// How links are worded is no matter here: every form of them is meant to stand in the texts.
const problems = async () => (await loadContent(content.folder)).problems.filter(({ rule }) => rule !== 'vague-link').map(({ file, line, rule, message }) => `${file}:${line} ${rule}: ${message}`);

describe('moving a guide that 40 places lead to', () => {
  beforeEach(async () => {
    content = await gitContent(fortyLinks());
    expect(await problems()).toEqual([]);
  });

  test('leads all of them to the new name, and no check finds anything', async () => {
    const report = await move('guides/trap-line', 'walk-a-trap-line');
    expect(Number(/^(\d+) places/m.exec(report)?.[1])).toBeGreaterThanOrEqual(40);
    expect(report).toContain('content/guides/trap-line.mdx → content/guides/walk-a-trap-line.mdx');
    expect(report).toContain('  content/guides/third.mdx:');
    expect(report).toContain("'trap-line' → 'walk-a-trap-line'");
    expect(report).toContain('To undo it: npm run move -- guides/walk-a-trap-line guides/trap-line');
    expect(report).not.toContain('only you can change');
    expect(await problems()).toEqual([]);
    expect(await content.read('guides/walk-a-trap-line.mdx')).toContain('aliases:\n  - trap-line\n');
    expect(content.git('status', '--short')).toContain('R');
  });

  test('changes nothing but the name: each line is the old one with the new name in it', async () => {
    const before = await content.tree();
    await move('guides/trap-line', 'guides/zzz');
    for (const [file, text] of Object.entries(await content.tree())) {
      const old = before[file.replace('zzz', 'trap-line')]!;
      expect(text.replace('aliases:\n  - trap-line\n', '').replaceAll('zzz', 'trap-line'), file).toBe(old);
    }
    expect(await content.read('pages/words.mdx')).toBe(before['pages/words.mdx']);
    for (const words of WORDS) expect(before['pages/words.mdx']).toContain(words);
  });

  test('leaves no link of any form behind', async () => {
    await move('guides/trap-line', 'guides/zzz');
    const links = await content.read('pages/links.mdx');
    const left = links.split('\n').filter((line) => line.includes('trap-line'));
    expect(left).toEqual([
      '[[guides/zzz#what-you-need|both, and the word trap-line]]',
      '[a title](/guides/zzz/ "The trap-line itself")',
      '[with `](code/guides/trap-line/` in it](/guides/zzz/)',
      '[there]: ../guides/zzz.mdx "The trap-line"',
      '<Callout title="trap-line">',
    ]);
  });

  test('there and back leaves the content and the repository as they were', async () => {
    const before = await content.tree();
    await move('guides/trap-line', 'guides/zzz');
    const report = await move('guides/zzz', 'guides/trap-line');
    expect(report).toContain('guides/zzz was never published');
    expect(await content.tree()).toEqual(before);
    expect(content.git('status', '--short')).toBe('');
  });

  test('there and back without git leaves the content as it was', async () => {
    await rm(path.join(content.folder, '../.git'), { recursive: true });
    const before = await content.tree();
    await move('guides/trap-line', 'guides/zzz');
    expect(Object.keys(await content.tree())).toContain('guides/zzz.mdx');
    await move('guides/zzz', 'guides/trap-line');
    expect(await content.tree()).toEqual(before);
  });

  test('back from a name that was published keeps that one too', async () => {
    await move('guides/trap-line', 'guides/zzz');
    content.commit('2025-05-01');
    const report = await move('guides/zzz', 'guides/trap-line');
    expect(report).toContain('Its old address guides/zzz goes on working');
    expect(await content.read('guides/trap-line.mdx')).toContain('aliases:\n  - zzz\n');
    expect(await problems()).toEqual([]);
  });

  test('with --dry-run says what it would do and does nothing', async () => {
    const before = await content.tree();
    const report = await move('guides/trap-line', 'guides/zzz', true);
    expect(report).toContain('Nothing was changed');
    expect(report).toContain('[a path](/guides/trap-line/) → [a path](/guides/zzz/)');
    expect(await content.tree()).toEqual(before);
    expect(content.git('status', '--short')).toBe('');
  });

  test.each([
    ['guides/trap-line', 'guides/third', /already, and a move never overwrites one/],
    ['guides/trap-line', 'sessions/trap-line', /A move keeps the kind/],
    ['guides/trap-line', 'guides/Trap Line', /cannot be a page address/],
    ['guides/trap-line', 'guides/trap-line', /has this name already/],
    ['guides/nobody-wrote-this', 'guides/zzz', /There is no file content\/guides\/nobody-wrote-this\.mdx/],
    ['guids/trap-line', 'zzz', /did you mean "guides"\?/],
    ['trap-line', 'zzz', /write its kind and its file name/],
    ['pages/links', 'search', /belongs to the site itself/],
  ])('refuses to move %s to %s, in a sentence', async (from, to, sentence) => {
    const before = await content.tree();
    await expect(move(from, to)).rejects.toThrow(sentence);
    expect(await content.tree()).toEqual(before);
  });

  test('refuses a name at which the links of another page arrive', async () => {
    await move('guides/third', 'guides/fourth');
    await expect(move('guides/trap-line', 'guides/third')).rejects.toThrow('"guides/third" is an old address of "A third"');
  });

  test('takes names as a shell completes them', async () => {
    await move('content/guides/trap-line.mdx', './content/guides/zzz.mdx');
    expect(await problems()).toEqual([]);
  });

  test('mends a rename by hand: the links that broke and the old address', async () => {
    content.git('mv', 'content/guides/trap-line.mdx', 'content/guides/zzz.mdx');
    content.commit('2025-05-01');
    const broken = await problems();
    expect(broken.filter((problem) => problem.includes('broken-link')).length).toBeGreaterThan(10);
    expect(broken.find((problem) => problem.includes('lost-address'))).toContain('content/guides/zzz.mdx:1');
    expect(await move('guides/trap-line', 'guides/zzz')).toContain('content/guides/zzz.mdx takes the place of guides/trap-line.');
    expect(await problems()).toEqual([]);
  });

  test('leads the readers of a page that went to one of another kind, and says what only a person can change', async () => {
    await content.write({ 'guides/third.mdx': (await content.read('guides/third.mdx')).replace("requires: ['trap-line']\n", '') });
    content.git('rm', '-q', 'content/guides/trap-line.mdx');
    const report = await move('guides/trap-line', 'pages/words');
    expect(report).toMatch(/4 places name guides\/trap-line in a way that only you can change/);
    expect(report).toContain('  content/guides/other-trap-line.mdx:');
    expect(await content.read('pages/words.mdx')).toContain('aliases:\n  - guides/trap-line\n');
    const links = await content.read('pages/links.mdx');
    expect(links).toContain('[a path](/words/)');
    expect(links).toContain('[a file](../pages/words.mdx)');
    expect(links).toContain('<https://example.org/kanopi/words/>');
    expect((await problems()).filter((problem) => problem.includes('content/pages/links.mdx')).filter((problem) => !problem.includes('no heading'))).toEqual([]);
  });
});

test('a citation of a source moves with it, one of several too', async () => {
  const cite =
    '<Cite source="old" /> <Cite sources="b, old" page="3" />\n\n<Evidence strength="weak" sources={["old", "b"]}>\n\nIt works.\n\n</Evidence>\n\n<FieldNote source="old">\n\nA note on old-growth.\n\n</FieldNote>';
  const source = (title: string) => `---\ntitle: ${title}\nstatus: review\ntype: web\nvoice: official\n---\n`;
  content = await gitContent({ 'pages/a.mdx': page('A page', cite), 'sources/old.mdx': source('Old'), 'sources/b.mdx': source('Bee') });
  await move('sources/old', 'new');
  expect(await content.read('pages/a.mdx')).toBe(page('A page', cite.replaceAll('"old"', '"new"').replace('b, old', 'b, new')));
  expect(await problems()).toEqual([]);
});

test('a short name that two entries would have is written at length, for both', async () => {
  const term = (title: string) => `---\ntitle: ${title}\nsummary: A word that people use for this.\nstatus: review\n---\n`;
  content = await gitContent({ 'pages/a.mdx': page('A page', 'See [[mast]] and [[old]].'), 'pages/old.mdx': page('Old', 'Text.'), 'glossary/mast.mdx': term('Mast') });
  await move('pages/old', 'mast');
  expect(await content.read('pages/a.mdx')).toContain('See [[glossary/mast]] and [[pages/mast]].');
  expect(await problems()).toEqual([]);
});

test('a header that cannot be read is left alone and named', async () => {
  content = await gitContent({ 'pages/a.mdx': page('A page', 'See [[old]].').replace('title: "A page"', 'title: A: b'), 'pages/old.mdx': page('Old', 'Text.') });
  const before = await content.read('pages/a.mdx');
  expect(await move('pages/old', 'new')).toContain('content/pages/a.mdx:1  this file cannot be read as a whole');
  expect(await content.read('pages/a.mdx')).toBe(before.replace('[[old]]', '[[new]]'));
  await content.write({ 'pages/b.mdx': page('Bee', 'Text.').replace('title: "Bee"', 'title: Bee: b') });
  await expect(move('pages/b', 'c')).rejects.toThrow(/^Line 2: /);
});

test('a file whose name cannot be an address gets one, and nothing is kept of the old name', async () => {
  content = await gitContent({ 'pages/Kākā Count (2).mdx': page('Count', 'Text.'), 'pages/a.mdx': page('A page', 'See [[b]].'), 'pages/b.mdx': page('Bee', 'Text.') });
  expect(await move('pages/Kākā Count (2)', 'kaka-count')).toContain('was never published');
  expect(await content.read('pages/kaka-count.mdx')).toBe(page('Count', 'Text.'));
  await content.write({ 'pages/Upper.mdx': page('Upper', 'Text.') });
  await move('pages/Upper', 'upper');
  expect(await problems()).toEqual([]);
  expect(Object.keys(await content.tree())).toEqual(expect.arrayContaining(['pages/upper.mdx', 'pages/kaka-count.mdx']));
});

test('a text that is too tangled to read is named, since nobody can see what it links', async () => {
  content = await gitContent({ 'pages/a.mdx': page('A page', `${'> '.repeat(60)}[[old]]`), 'pages/old.mdx': page('Old', 'Text.') });
  expect(await move('pages/old', 'new')).toContain('content/pages/a.mdx:1  this file cannot be read as a whole');
});

test('what it prints repaints no terminal', async () => {
  content = await gitContent({ 'pages/a.mdx': page('A page', 'See [[old|\u009b31m\u202e red]].'), 'pages/old.mdx': page('Old', 'Text.') });
  expect(await move('pages/old', 'new')).not.toMatch(/[\u009b\u202e]/);
});

test.each([
  [['--force', 'pages/old', 'new'], 'There is no option "--force".'],
  [['pages/old', 'con'], 'cannot be opened on Windows'],
  [['pages/old', 'Kākā Count'], 'such as kaka-count.'],
  [['pages/old'], 'Say which entry moves'],
])('says in a sentence what it cannot do: %s', async (args, sentence) => {
  content = await gitContent({ 'pages/old.mdx': page('Old', 'Text.') });
  const { code, out, err } = await runScript('move', content.folder, ...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(sentence);
  expect(err).not.toMatch(/\n\s+at /);
});
