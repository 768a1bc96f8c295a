import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { PROJECT } from '#disk/content-folder.ts';
import { drawing, exampleFiles, page, PNG, session, source } from '#garden/checks/example-page.ts';
import type { ExampleFile } from '#garden/checks/rule.ts';
import { tempGarden, type TempGarden } from './lib/temp-garden.ts';

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly suggestion?: string;
}

type Files = Readonly<Record<string, ExampleFile | Buffer>>;

const gardens: TempGarden[] = [];
afterEach(async () => {
  await Promise.all(gardens.splice(0).map((garden) => garden.remove()));
});

/** A content folder with these files and the list of roles. */
async function garden(files: Files): Promise<string> {
  const made = await tempGarden({ ...exampleFiles({ title: '', found: true, files: {} }), ...files });
  gardens.push(made);
  return made.folder;
}

/** Runs the real command on a content folder. */
function check(folder: string, ...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const env = { ...process.env, GARDEN_CONTENT: folder, SITE_URL: '', INIT_CWD: PROJECT };
    const child = execFile(process.execPath, ['scripts/run.mjs', 'check', ...args], { cwd: PROJECT, env, maxBuffer: 64 * 1024 * 1024 }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

async function json(files: Files, ...paths: string[]): Promise<{ code: number; entries: number; problems: Found[] }> {
  const { code, out } = await check(await garden(files), '--format', 'json', ...paths);
  return { code, ...(JSON.parse(out) as { entries: number; problems: Found[] }) };
}

/** `file:line:column rule` of each problem. */
function places(problems: readonly Found[]): string[] {
  return problems.map(({ rule, file, line, column }) => `${file.replace('content/', '')}:${line}:${column} ${rule}`);
}

describe('the contract of the command', () => {
  it('exits with 0 and counts the entries when nothing is wrong', async () => {
    expect(await json({ 'pages/a.mdx': page('See [[b]].'), 'pages/b.mdx': page('Text.') })).toEqual({ code: 0, entries: 2, problems: [] });
  });

  it('exits with 0 when there are only warnings', async () => {
    const { code, problems } = await json({ 'sources/doc.mdx': source('A rule') });
    expect({ code, problems }).toEqual({ code: 0, problems: [expect.objectContaining({ rule: 'uncited-source', severity: 'warning' })] });
  });

  it('exits with 1 on an error, and gives the agreed fields', async () => {
    const { code, entries, problems } = await json({ 'pages/a.mdx': page('See [[b]].'), 'pages/best.mdx': page('Text.') });
    expect({ code, entries }).toEqual({ code: 1, entries: 2 });
    expect(problems).toEqual([{ rule: 'broken-link', severity: 'error', file: 'content/pages/a.mdx', line: 7, column: 5, message: 'There is no entry called "b".', suggestion: expect.any(String) }]);
  });

  it.each([[['--format', 'xml']], [['--no-such-option']]])('exits with 2 and says how to use it when it cannot run: %s', async (args) => {
    const { code, out, err } = await check(await garden({}), ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage: npm run check');
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('exits with 2 when the content is no folder', async () => {
    const folder = await garden({ 'pages/a.mdx': page('Text.') });
    expect((await check(path.join(folder, 'pages/a.mdx'), '--format', 'json')).code).toBe(2);
  });

  it('reads an empty folder as an empty garden, without a site file or lists', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'kanopi-empty-'));
    gardens.push({ folder, remove: () => rm(folder, { recursive: true, force: true }) });
    const { code, out } = await check(folder, '--format', 'json');
    expect({ code, ...JSON.parse(out) }).toEqual({ code: 0, entries: 0, problems: [] });
  });

  it('gives the same problems as text and for GitHub', async () => {
    const folder = await garden({ 'pages/a.mdx': page('See [[b]].') });
    const [text, github] = await Promise.all([check(folder), check(folder, '--format', 'github')]);
    expect([text.code, github.code]).toEqual([1, 1]);
    expect(text.out).toContain('content/pages/a.mdx:7:5  error  broken-link\n');
    expect(text.out).toContain('  7 | See [[b]].\n    |     ^^^^^\n');
    expect(github.out).toMatch(/^::error file=content\/pages\/a\.mdx,line=7,col=5,title=broken-link::/);
  });

  it('gives the same answer on a second run, from what it kept', async () => {
    const folder = await garden({ 'pages/a.mdx': page('See [[b]] and <Calout />.') });
    const first = await check(folder, '--format', 'json');
    expect(await check(folder, '--format', 'json')).toEqual(first);
  });
});

describe('named paths', () => {
  const files = { 'pages/a.mdx': page('See [[b]] and [[gone]].'), 'pages/b.mdx': page('See [[lost]].'), 'sessions/c.mdx': session('Listen', ['sessions/d']) };

  it('report only those files but read all', async () => {
    const { entries, problems } = await json(files, 'content/pages/a.mdx');
    expect(entries).toBe(3);
    expect(places(problems)).toEqual(['pages/a.mdx:7:15 broken-link']);
  });

  it.each(['content/pages/', './content/pages', 'pages', 'pages/../pages'])('may be a folder: %s', async (name) => {
    expect(places((await json(files, name)).problems)).toEqual(['pages/a.mdx:7:15 broken-link', 'pages/b.mdx:7:6 broken-link'].map((place) => place.replace('7:6', '7:5')));
  });

  it('may be the place on the disk', async () => {
    const folder = await garden(files);
    const { out } = await check(folder, '--format', 'json', path.join(folder, 'sessions/c.mdx'));
    expect(places((JSON.parse(out) as { problems: Found[] }).problems)).toEqual(
      ['sessions/c.mdx:11:22 missing-reference'].map(() => expect.stringMatching(/^sessions\/c\.mdx:\d+:\d+ missing-reference$/)),
    );
  });

  it('exit with 0 when the mistakes are elsewhere', async () => {
    expect((await json({ ...files, 'pages/d.mdx': page('Text.') }, 'content/pages/d.mdx')).code).toBe(0);
  });
});

it('reports fifty mistakes in fifty files in one run', async () => {
  const mistakes = ['licens: CC0', 'created: 2026-02-30', 'order: first', 'slug: x', 'review_by: soon'];
  const files = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`pages/p${String(index).padStart(2, '0')}.mdx`, page('Text.', mistakes[index % mistakes.length])]));
  const { code, entries, problems } = await json(files);
  expect({ code, entries }).toEqual({ code: 1, entries: 50 });
  expect(problems.map(({ file }) => file)).toEqual(Object.keys(files).map((name) => `content/${name}`));
  for (const { line, column, suggestion } of problems) expect({ line, column, suggestion }).toEqual({ line: 6, column: expect.any(Number), suggestion: expect.any(String) });
});

describe('headers', () => {
  it('with punctuation that breaks them give one problem a file, with the mended line', async () => {
    const lines: Record<string, readonly [string, string]> = {
      colon: ['title: Stoats: what works', 'title: "Stoats: what works"'],
      quote: ["title: 'DOC's toolbox'", 'title: "DOC\'s toolbox"'],
      sign: ['title: @ the ridge', 'title: "@ the ridge"'],
      end: ['title: Trapping:', 'title: "Trapping:"'],
    };
    const files = Object.fromEntries(Object.entries(lines).map(([name, [line]]) => [`pages/${name}.mdx`, page('Text.').replace('title: A page', line)]));
    const spoken = page('Text.').replace(/summary: .*/, 'summary: "Kia ora" said the volunteer');
    const { problems } = await json({ ...files, 'pages/spoken.mdx': spoken, 'pages/other.mdx': page('See [[gone]].') });
    expect(problems.map(({ file, line, suggestion }) => [file, line, suggestion]).sort()).toEqual(
      [
        ...Object.entries(lines).map(([name, [, mended]]) => [`content/pages/${name}.mdx`, 2, `Write it in quotes: ${mended}`]),
        ['content/pages/spoken.mdx', 3, 'Write it in quotes: summary: "\\"Kia ora\\" said the volunteer"'],
        ['content/pages/other.mdx', 7, expect.any(String)],
      ].sort(),
    );
  });

  it('that try to do more than hold fields are refused, each once', async () => {
    const headers: Record<string, string> = {
      alias: page('Text.', 'order: &a 1\nx: *a'),
      bomb: page(
        'Text.',
        `a: &a [x, x]\n${'bcdefgh'
          .split('')
          .map((name, index) => `${name}: &${name} [*${'abcdefg'[index]}, *${'abcdefg'[index]}]`)
          .join('\n')}`,
      ),
      merge: page('Text.', '<<: { order: 1 }'),
      tag: page('Text.', 'order: !!js/function "function () {}"'),
      twice: page('Text.', 'title: Another'),
      toml: '+++\ntitle = "A"\n+++\nText.\n',
      script: '---js\n{ title: process.env.HOME }\n---\nText.\n',
      proto: page('Text.', '__proto__: { draft: true }'),
      construct: page('Text.', 'constructor: x'),
      layout: page('Text.', "layout: 'data:text/javascript,globalThis.PWNED=1'"),
      slug: page('Text.', 'slug: ../../index'),
      open: '---\ntitle: A page\n',
    };
    const { code, problems } = await json(Object.fromEntries(Object.entries(headers).map(([name, text]) => [`pages/${name}.mdx`, text])));
    expect(code).toBe(1);
    expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual(
      Object.keys(headers)
        .sort()
        .map((name) => `content/pages/${name}.mdx ${['proto', 'construct', 'layout', 'slug'].includes(name) ? 'unknown-field' : 'bad-front-matter'}`),
    );
  });
});

it('gives a file saved on Windows the same places', async () => {
  const text = page(
    'Kia ora.[^1]\n\n- [ ] Gloves\n\n| A | B |\n| - | - |\n| 1 | [[gone]] |\n\n<Callout type="danger">\n\nKākā 🥝 <Calout /> and [x](javascript:alert(1))\n\n</Callout>\n\n[^1]: A note.',
    'licens: x',
  );
  const { problems } = await json({ 'pages/unix.mdx': text, 'pages/windows.mdx': `\uFEFF${text.replaceAll('\n', '\r\n')}`, 'pages/mac.mdx': text.replaceAll('\n', '\r') });
  const of = (name: string) => problems.filter(({ file }) => file.includes(name)).map(({ file: _, ...rest }) => rest);
  expect(new Set(of('unix').map(({ rule }) => rule)).size).toBeGreaterThan(4);
  expect(of('windows')).toEqual(of('unix'));
  expect(of('mac')).toEqual(of('unix'));
});

describe('references between files', () => {
  it('to a draft are errors for a published entry, and fine for a draft', async () => {
    const draft = (text: string) => text.replace('status: review', 'status: draft');
    const { problems } = await json({
      'pages/a.mdx': page('See [[soon]], [soon](/soon/) and <Cite source="doc" />.'),
      'pages/b.mdx': draft(page('See [[soon]] and <Cite source="doc" />.')),
      'pages/soon.mdx': draft(page('Text.')),
      'sources/doc.mdx': draft(source('A rule')),
      'sessions/x.mdx': session('Listen', ['sessions/y']),
      'sessions/y.mdx': draft(session('Look')),
    });
    expect(problems.map(({ file, rule, severity }) => `${file} ${rule} ${severity}`)).toEqual([
      'content/pages/a.mdx broken-link error',
      'content/pages/a.mdx broken-link error',
      'content/pages/a.mdx missing-source error',
      'content/sessions/x.mdx missing-reference error',
    ]);
  });

  it('that lead round in a circle are named in full', async () => {
    const { code, problems } = await json({
      'sessions/a.mdx': session('Listen', ['sessions/b']),
      'sessions/b.mdx': session('Look', ['sessions/c']),
      'sessions/c.mdx': session('Count', ['sessions/a']),
    });
    expect(code).toBe(1);
    expect(problems).toEqual([expect.objectContaining({ rule: 'prerequisite-cycle', file: 'content/sessions/a.mdx', message: expect.stringContaining('"Listen" → "Look" → "Count" → "Listen"') })]);
  });

  it('to the page itself are named', async () => {
    expect((await json({ 'sessions/a.mdx': session('Listen', ['sessions/a']) })).problems).toEqual([
      expect.objectContaining({ rule: 'missing-reference', message: '"requires" names this page itself.' }),
    ]);
  });

  it('by a full address of the site itself are checked, and a wikilink is suggested', async () => {
    const { problems } = await json({
      'site.yaml': 'url: https://example.org/kanopi/\n',
      'pages/a.mdx': page('[c](https://example.org/kanopi/about-us/) and [d](https://example.org/elsewhere/).'),
      'pages/about.mdx': page('Text.'),
    });
    expect(problems).toEqual([expect.objectContaining({ rule: 'broken-link', file: 'content/pages/a.mdx', line: 7, column: 1, suggestion: expect.stringMatching(/\[\[.+\]\]/) })]);
  });

  it('to headings follow the ids that the page gives, repeats included', async () => {
    const headings = '## Results\n\nA.\n\n## Results\n\nB.\n\n## Results 1\n\nC.\n\n## Search\n\nD.';
    const { problems } = await json({ 'pages/a.mdx': page('[[b#results]] [[b#results-1]] [[b#results-1-1]] [[b#results-2]] [[b#search]]'), 'pages/b.mdx': page(headings) });
    expect(problems.map(({ message }) => message)).toEqual(expect.arrayContaining([expect.stringContaining('has no heading "search"')]));
    expect(problems.every(({ rule }) => rule === 'broken-link')).toBe(true);
  });
});

describe('lists', () => {
  it('with a mistake are reported once, not at every page that uses them', async () => {
    const { problems } = await json({
      'vocabularies/roles.yaml': 'title: Roles\nabout: Who did what.\nitems:\n  - { id: author, lable: Author }\n',
      'pages/a.mdx': page('Text.'),
      'pages/b.mdx': page('Text.'),
    });
    expect(places(problems)).toEqual(['vocabularies/roles.yaml:4:19 unknown-field']);
  });

  it('that YAML cannot read are reported with the line', async () => {
    const { problems } = await json({ 'vocabularies/roles.yaml': 'title: Roles: who did what\n', 'site.yaml': 'url: nowhere\nnam: Kanopi\n' });
    expect(places(problems)).toEqual(['site.yaml:1:6 wrong-value', 'site.yaml:2:1 unknown-field', 'vocabularies/roles.yaml:1:1 bad-front-matter']);
  });

  it('name every wrong item of a page with the nearest', async () => {
    const { problems } = await json({ 'pages/a.mdx': page('Text.').replace('role: author', 'role: auhtor') });
    expect(problems).toEqual([expect.objectContaining({ rule: 'missing-reference', line: 5, suggestion: 'Did you mean "author"?' })]);
  });
});

describe('files', () => {
  it('that are links, in the wrong place or of the wrong kind are refused', async () => {
    const { problems } = await json({
      'pages/link.mdx': { symlink: '/etc/passwd' },
      sessions: { symlink: '../../../etc' },
      'guides/deep/a.mdx': page('Text.'),
      'recipes/a.mdx': page('Text.'),
      'pages/a.md': page('Text.'),
      'pages/con.mdx': page('Text.'),
      'pages/search.mdx': page('Text.'),
      'pages/Ngā manu.mdx': page('Text.'),
      'vocabularies/regoins.yaml': 'title: x\n',
      'media/evil.mjs': 'globalThis.PWNED = 1;',
      '.env': 'SECRET=1',
    });
    const rule = (name: string) => problems.filter(({ file }) => file === `content/${name}`).map((problem) => problem.rule);
    for (const name of ['pages/link.mdx', 'sessions']) expect([name, rule(name)]).toEqual([name, ['symlink']]);
    for (const name of ['guides/deep/a.mdx', 'recipes/a.mdx', 'pages/a.md', 'pages/con.mdx', 'pages/search.mdx', 'pages/Ngā manu.mdx', 'vocabularies/regoins.yaml', 'media/evil.mjs', '.env'])
      expect([name, rule(name)]).toEqual([name, expect.arrayContaining(['unknown-file'])]);
    expect(problems.find(({ file }) => file.endsWith('Ngā manu.mdx'))?.suggestion).toContain('nga-manu.mdx');
  });

  it.skipIf(process.platform !== 'linux')('that differ only in capitals or in how a macron is stored are twins', async () => {
    const { problems } = await json({ 'pages/weka.mdx': page('Text.'), 'pages/Weka.mdx': page('Text.'), 'media/k\u0101k\u0101.png': PNG, 'media/ka\u0304ka\u0304.png': PNG });
    expect(problems.filter(({ rule }) => rule === 'twin-names').map(({ file }) => file.normalize('NFC'))).toEqual(['content/media/kākā.png', 'content/pages/weka.mdx']);
  });

  it('that are too large are refused, and the others are still checked', async () => {
    const { problems } = await json({
      'pages/a.mdx': page('Text.\n\n'.repeat(100_000)),
      'pages/b.mdx': page('See [[gone]].'),
      'pages/huge.mdx': Buffer.alloc(9 * 1024 * 1024, 'a'),
      'media/map.svg': drawing(`<desc>${'a'.repeat(210 * 1024)}</desc>`),
    });
    const large = problems.filter(({ rule }) => rule === 'too-large').map(({ file }) => file);
    expect(new Set(large)).toEqual(new Set(['content/media/map.svg', 'content/pages/a.mdx', 'content/pages/huge.mdx']));
    expect(problems).toContainEqual(expect.objectContaining({ file: 'content/pages/b.mdx', rule: 'broken-link' }));
  });
});

describe('pictures', () => {
  const plain = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#2f5d3a' } });
  const place = { IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '41/1 17/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '174/1 46/1 0/1' } };
  const show = (...names: string[]) => page(names.map((name) => `![A bird](<../media/${name}>)`).join('\n\n'));

  it('that say where they were taken are refused, whatever their format', async () => {
    const names = ['a.jpg', 'b.png', 'c.webp', 'd.avif'];
    const [a, b, c, d, fine] = await Promise.all([
      plain().withExif(place).jpeg().toBuffer(),
      plain().withExif(place).png().toBuffer(),
      plain().withExif(place).webp().toBuffer(),
      plain().withExif(place).avif().toBuffer(),
      plain()
        .withExif({ IFD0: { Artist: 'Garden editors' } })
        .jpeg()
        .toBuffer(),
    ]);
    const { problems } = await json({ 'media/a.jpg': a, 'media/b.png': b, 'media/c.webp': c, 'media/d.avif': d, 'media/fine.jpg': fine, 'pages/a.mdx': show(...names, 'fine.jpg') });
    expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual(names.map((name) => `content/media/${name} image-with-place`));
  });

  it('that are not what their name says are refused', async () => {
    const names = ['empty.png', 'html.jpg', 'really.jpg', 'torn.png'];
    const png = await plain().png().toBuffer();
    const { problems } = await json({
      'media/really.jpg': png,
      'media/html.jpg': '<html><script>alert(1)</script></html>',
      'media/empty.png': '',
      'media/torn.png': png.subarray(0, 20),
      'pages/a.mdx': show(...names),
    });
    expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual(names.map((name) => `content/media/${name} wrong-image-bytes`));
    expect(problems.find(({ file }) => file.endsWith('really.jpg'))?.suggestion).toBe('Rename it to end in .png.');
  });

  it('that are drawings with anything active are refused', async () => {
    const parts: Record<string, string> = {
      script: '<script>alert(1)</script>',
      event: '<circle r="1" onclick="alert(1)" />',
      foreign: '<foreignObject><p>Hi</p></foreignObject>',
      style: '<style>@import "https://example.org/x.css";</style>',
      link: '<a href="javascript:alert(1)"><circle r="1" /></a>',
      outside: '<use href="https://example.org/x.svg#a" />',
    };
    const files = Object.fromEntries(Object.entries(parts).map(([name, inside]) => [`media/${name}.svg`, drawing(inside)]));
    const { problems } = await json({ ...files, 'media/fine.svg': drawing(), 'pages/a.mdx': show(...Object.keys(parts).map((name) => `${name}.svg`), 'fine.svg') });
    expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual(
      Object.keys(parts)
        .sort()
        .map((name) => `content/media/${name}.svg unsafe-svg`),
    );
  });

  it('with the name that a camera gave are found by it, with capitals, spaces and macrons', async () => {
    const photo = await plain().jpeg().toBuffer();
    const ways = ['<../media/Kākā photo 1.JPG>', '../media/K%C4%81k%C4%81%20photo%201.JPG', '../media/Kākā%20photo%201.JPG'];
    expect((await json({ 'media/Kākā photo 1.JPG': photo, 'pages/a.mdx': page(ways.map((way) => `![Kākā at a feeder](${way})`).join('\n\n')) })).problems).toEqual([]);
    expect((await json({ 'media/Ka\u0304ka\u0304 photo 1.JPG': photo, 'pages/a.mdx': page(ways.map((way) => `![Kākā at a feeder](${way})`).join('\n\n')) })).problems).toEqual([]);
  });

  it('that are named with other capitals are reported with what to write', async () => {
    const photo = await plain().jpeg().toBuffer();
    const { problems } = await json({
      'media/Kākā photo 1.JPG': photo,
      'pages/a.mdx': page('![Kākā at a feeder](<../media/Kākā photo 1.jpg>)'),
    });
    const [capitals] = problems.filter(({ file }) => file.endsWith('a.mdx'));
    expect(capitals).toMatchObject({ rule: 'missing-image', line: 7, column: 1, suggestion: 'Did you mean "../media/Kākā photo 1.JPG"? Capitals count. Write it as ../media/Kākā%20photo%201.JPG.' });
  });

  it('that are named with bare spaces are reported with the mended line, and so are links', async () => {
    const photo = await plain().jpeg().toBuffer();
    const lines = [
      '![A map](../media/a b.JPG)',
      'See [the map](../media/a b (1).JPG "A map") and [1] (see page 3).',
      '[x](../guides/a b.mdx)',
      '[y](https://example.org/a b)',
      'Fine: [1](see page 3), [2](see p. 3.10), [sic](note: not so), \\[x](../a b.mdx), `[x](../a b.mdx)`.',
    ];
    const { problems } = await json({ 'media/a b.JPG': photo, 'pages/a.mdx': page(lines.join('\n\n')) });
    expect(problems.filter(({ rule }) => rule === 'broken-markup').map(({ line, column, severity, suggestion }) => [line, column, severity, suggestion])).toEqual([
      [7, 1, 'error', 'Write it as ![A map](<../media/a b.JPG>)'],
      [9, 5, 'error', 'Write it as [the map](<../media/a b (1).JPG> "A map")'],
      [11, 1, 'error', 'Write it as [x](<../guides/a b.mdx>)'],
      [13, 1, 'error', 'Write it as [y](<https://example.org/a b>)'],
    ]);
  });
});
