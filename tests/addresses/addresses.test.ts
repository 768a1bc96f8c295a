import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { moveEntry } from '../../scripts/lib/move/move-entry.ts';
import { readMove } from '../../scripts/lib/move/read-move.ts';
import { gitHistory } from '../../src/disk/git-history.ts';
import { loadContent } from '../../src/disk/load-content.ts';
import { oldAddresses } from '../../src/garden/model/addresses.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { buildSite, type Build } from '../build-site.ts';
import { page } from '../content-folder.ts';
import { readPage } from '../read-page.ts';
import { serveFolder, type Served } from '../serve-folder.ts';
import { fortyLinks } from './forty-links.ts';
import { gitContent, type GitContent } from './git-content.ts';

const WORDS = (id: string) => `The long text of the page ${id}, which stays as it is.\n`.repeat(12);

/** A garden whose pages were moved, moved back, written anew and removed, built below a path. */
describe('old addresses of a built site', () => {
  let content: GitContent;
  let build: Build;
  let served: Served;
  let browser: Browser;

  const move = (from: string, to: string) => moveEntry(content.folder, readMove([from, to]), false);

  beforeAll(async () => {
    vi.stubEnv('SITE_URL', '');
    content = await gitContent({
      ...fortyLinks(),
      'pages/a.mdx': page('Page a', WORDS('a')),
      'pages/swing.mdx': page('Swing', WORDS('swing')),
      'pages/linker.mdx': page('Linker', 'See [[a]], [swing](/swing/) and [[renamed-headings#check-the-line]].'),
      'pages/cites.mdx': page('Cites', 'It works <Cite source="old-source" />, and so does this <Cite source="new-source" />.', {
        superseded_by: 'pages/by-hand',
        status: 'retired',
        retire_reason: 'There is a better one.',
      }),
      'sources/new-source.mdx': '---\ntitle: A rule for lines\nstatus: review\naliases: [old-source]\ntype: web\nvoice: official\n---\n',
      'pages/by-hand.mdx': page('By hand', WORDS('by hand')),
      'guides/lost-trap-line.mdx': page('Lost', WORDS('lost')),
      'pages/renamed-headings.mdx': page('Renamed headings', '## Check each trap\n\nText.\n\n## Second\n\nText.', {
        moved_headings: '[{ from: check-the-line, to: check-each-trap }, { from: second, to: check-each-trap }, { from: site.main, to: second }]',
      }),
    });
    // There and back, each time published.
    await move('pages/swing', 'swung');
    content.commit('2025-01-01');
    await move('pages/swung', 'swing');
    content.commit('2025-01-02');
    // Moved on twice, and a new page where it first stood.
    await move('pages/a', 'c');
    content.commit('2025-02-01');
    await move('pages/c', 'd');
    await content.write({ 'pages/a.mdx': page('A new a', 'Another text.') });
    await content.write({ 'pages/d.mdx': (await content.read('pages/d.mdx')).replace('  - a\n', '') });
    content.commit('2025-02-02');
    await move('guides/trap-line', 'walk-a-trap-line');
    content.commit('2025-03-01');
    content.git('mv', 'content/pages/by-hand.mdx', 'content/pages/on-foot.mdx');
    await content.write({
      'pages/on-foot.mdx': (await content.read('pages/on-foot.mdx')).replace('status:', 'aliases: [by-foot]\nstatus:'),
      'pages/cites.mdx': (await content.read('pages/cites.mdx')).replace('pages/by-hand', 'pages/by-foot'),
    });
    content.git('rm', '-q', 'content/guides/lost-trap-line.mdx');
    content.commit('2025-04-05');

    build = await buildSite({ content: content.folder, url: 'https://example.org/kanopi/' });
    expect(build.code, build.output).toBe(0);
    served = await serveFolder(build.folder, '/kanopi/');
    browser = await openBrowser();
  });

  afterAll(async () => {
    vi.unstubAllEnvs();
    await browser?.close();
    await served?.close();
    await content?.remove();
    if (build) await rm(build.folder, { recursive: true, force: true });
  });

  const html = (at: string) => readFile(path.join(build.folder, at, 'index.html'), 'utf8');

  /** Where a reader without JavaScript arrives. */
  async function arrive(at: string): Promise<{ path: string; title: string; steps: number }> {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const tab = await context.newPage();
    const steps: string[] = [];
    tab.on('framenavigated', (frame) => steps.push(frame.url()));
    await tab.goto(served.url + at);
    if (await readPage(await html(at)).some(({ attributes }) => attributes['http-equiv'] === 'refresh')) await tab.waitForURL((url) => url.href !== served.url + at);
    await tab.waitForLoadState();
    const result = { path: new URL(tab.url()).pathname, title: (await tab.title()).split(' · ')[0] ?? '', steps: steps.length };
    await context.close();
    return result;
  }

  test.each([
    ['guides/trap-line/', '/kanopi/guides/walk-a-trap-line/', 'Walk a trap line'],
    ['swung/', '/kanopi/swing/', 'Swing'],
    ['c/', '/kanopi/d/', 'Page a'],
    ['by-hand/', '/kanopi/on-foot/', 'By hand'],
  ])('%s leads in one step to %s, without JavaScript', async (at, target, title) => {
    expect(await arrive(at)).toEqual({ path: target, title, steps: 2 });
  });

  test.each([
    ['swing/', 'Swing'],
    ['a/', 'A new a'],
    ['d/', 'Page a'],
  ])('%s is a living page, whatever stood there before', async (at, title) => {
    expect(await arrive(at)).toEqual({ path: `/kanopi/${at}`, title, steps: 1 });
  });

  test('with JavaScript, an old link to a heading arrives at the heading', async () => {
    const tab = await browser.newPage();
    await tab.goto(`${served.url}guides/trap-line/#what-you-need`);
    await tab.waitForURL(/walk-a-trap-line/);
    await tab.waitForLoadState();
    expect(new URL(tab.url()).hash).toBe('#what-you-need');
    await tab.close();
  });

  test('a page that was removed without a word says that it has gone, since when, and what is nearest', async () => {
    const elements = readPage(await html('guides/lost-trap-line'));
    expect(elements.find(({ name }) => name === 'h1')?.text).toBe('This page has gone');
    expect(elements.find(({ attributes }) => attributes['class'] === 'lede')?.text).toBe('It was part of Forty until 5 April 2025.');
    const main = /<main[\s\S]*<\/main>/.exec(await html('guides/lost-trap-line'))?.[0] ?? '';
    const links = readPage(main).flatMap(({ name, attributes }) => (name === 'a' ? [attributes['href']] : []));
    expect(links.slice(0, 2).sort()).toEqual(['/kanopi/guides/other-trap-line/', '/kanopi/guides/walk-a-trap-line/']);
    expect(links).toEqual(expect.arrayContaining(['/kanopi/search/', '/kanopi/']));
  });

  test('a field and a citation that name another by its old name lead to it', async () => {
    const text = await html('cites');
    expect(text).toContain('href="/kanopi/on-foot/"');
    const elements = readPage(text);
    expect(elements.flatMap(({ attributes }) => (attributes['href']?.startsWith('#source-') ? [attributes['href']] : []))).toEqual(['#source-new-source', '#source-new-source']);
    expect(elements.filter(({ attributes }) => attributes['id'] === 'source-new-source')).toHaveLength(1);
    expect(await html('sources/new-source')).toContain('href="/kanopi/cites/"');
  });

  test('no old address asks to be found, and each that leads on names its page as the one to find', async () => {
    for (const [at, target] of [
      ['guides/trap-line', 'guides/walk-a-trap-line/'],
      ['swung', 'swing/'],
      ['guides/lost-trap-line', 'guides/lost-trap-line/'],
    ] as const) {
      const elements = readPage(await html(at));
      expect(
        elements.some(({ attributes }) => attributes['name'] === 'robots' && attributes['content'] === 'noindex'),
        at,
      ).toBe(true);
      expect(elements.find(({ attributes }) => attributes['rel'] === 'canonical')?.attributes['href']).toBe(`https://example.org/kanopi/${target}`);
      expect(elements.find(({ name }) => name === 'html')?.attributes['lang']).toMatch(/^en/);
      expect(
        elements.some(({ attributes }) => 'data-pagefind-body' in attributes),
        at,
      ).toBe(false);
    }
    for (const list of ['guides', 'search', '']) {
      const text = await html(list);
      expect(text).not.toMatch(/href="\/kanopi\/(?:guides\/(?:trap-line|lost-trap-line)|swung|c|by-hand)\/"/);
    }
  });

  test('every link of every page arrives below the path of the site, in one step', async () => {
    const files = (await readdir(build.folder, { recursive: true })).filter((file) => file.endsWith('index.html') && !file.startsWith('admin'));
    const wrong: string[] = [];
    for (const file of files) {
      for (const { name, attributes } of readPage(await readFile(path.join(build.folder, file), 'utf8'))) {
        const address = name === 'a' ? attributes['href'] : attributes['http-equiv'] === 'refresh' ? attributes['content']?.replace('0; url=', '') : undefined;
        if (address === undefined) continue;
        const target = new URL(address, `https://example.org/kanopi/${file.replace(/index\.html$/, '')}`);
        if (target.origin !== 'https://example.org' || target.pathname.startsWith('/kanopi/admin/')) continue;
        const at = path.join(build.folder, target.pathname.replace(/^\/kanopi\//, ''), target.pathname.endsWith('/') ? 'index.html' : '');
        if (!target.pathname.startsWith('/kanopi/') || !existsSync(at)) wrong.push(`${file}: ${address}`);
        else if (name !== 'a' && /http-equiv="refresh"/.test(await readFile(at, 'utf8'))) wrong.push(`${file}: ${address} leads on`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('hosts that read their own formats get the same, and no page that lives is in them', async () => {
    const lines = (await readFile(path.join(build.folder, '_redirects'), 'utf8')).trim().split('\n').sort();
    expect(lines).toEqual([
      '/kanopi/by-foot/ /kanopi/on-foot/ 301',
      '/kanopi/by-hand/ /kanopi/on-foot/ 301',
      '/kanopi/c/ /kanopi/d/ 301',
      '/kanopi/guides/trap-line/ /kanopi/guides/walk-a-trap-line/ 301',
      '/kanopi/sources/old-source/ /kanopi/sources/new-source/ 301',
      '/kanopi/swung/ /kanopi/swing/ 301',
    ]);
    expect(await readFile(path.join(build.folder, '.htaccess'), 'utf8')).toContain('RedirectMatch 301 "^/kanopi/c/?$" "/kanopi/d/"');
  });

  test('an old link to a heading arrives at the new one, and no id stands twice', async () => {
    const elements = readPage(await html('renamed-headings'));
    const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.indexOf('check-the-line') - ids.indexOf('check-each-trap')).toBe(1);
    expect(await html('linker')).toContain('href="/kanopi/renamed-headings/#check-the-line"');
  });

  test('what happened without a word is a warning that names the command, and only that', async () => {
    const { problems } = await loadContent(content.folder);
    const lost = problems.filter(({ rule }) => rule === 'lost-address');
    expect(lost.map(({ file, severity }) => [file, severity])).toEqual([
      ['content/guides/lost-trap-line.mdx', 'warning'],
      ['content/pages/on-foot.mdx', 'warning'],
    ]);
    for (const problem of lost) expect(problem.suggestion).toMatch(/npm run move -- (?:guides\/lost-trap-line guides\/|pages\/by-hand pages\/on-foot)/);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

test('two entries that claim one old address, an own one and one with a living page are named', async () => {
  vi.stubEnv('SITE_URL', '');
  const content = await gitContent({
    'pages/a.mdx': page('Page a', 'Text.', { aliases: '[old]' }),
    'pages/b.mdx': page('Page b', 'Text.', { aliases: '[old]' }),
    'pages/own.mdx': page('Own', 'Text.', { aliases: '[own]' }),
    'pages/taker.mdx': page('Taker', 'Text.', { aliases: '[a]' }),
  });
  try {
    const named = (await loadContent(content.folder)).problems.filter(({ rule }) => rule === 'alias-clash');
    expect(named.map(({ file }) => file)).toEqual(['content/pages/a.mdx', 'content/pages/b.mdx', 'content/pages/own.mdx', 'content/pages/taker.mdx']);
    expect(named[0]?.message).toContain('pages/b');
    expect(named[1]?.message).toContain('pages/a');
  } finally {
    vi.unstubAllEnvs();
    await content.remove();
  }
});

test('moved there, back and on, with a new page at the second name: the living page wins, and every old address has one answer', async () => {
  vi.stubEnv('SITE_URL', '');
  const content = await gitContent({ 'pages/a.mdx': page('Page a', WORDS('a')) });
  const move = async (from: string, to: string, day: string) => {
    await moveEntry(content.folder, readMove([from, to]), false);
    content.commit(day);
  };
  try {
    await move('pages/a', 'b', '2025-01-01');
    await move('pages/b', 'a', '2025-01-02');
    await move('pages/a', 'c', '2025-01-03');
    await content.write({ 'pages/b.mdx': page('A new b', 'See [[a]] and [[c]].') });
    const { problems } = await loadContent(content.folder);
    expect(problems.map(({ file, rule, message, suggestion }) => ({ file, rule, message, suggestion }))).toEqual([
      { file: 'content/pages/c.mdx', rule: 'alias-clash', message: '"pages/b" is a page of its own, "A new b", and keeps its address.', suggestion: 'Take it out of "aliases".' },
    ]);
    await content.write({ 'pages/c.mdx': (await content.read('pages/c.mdx')).replace('  - b\n', '') });
    content.commit('2025-01-04');
    const after = await loadContent(content.folder);
    expect(after.problems).toEqual([]);
    const { past } = await gitHistory(content.folder);
    expect([...oldAddresses([...after.index.entries.values()], past)]).toEqual([['pages/a', { type: 'moved', to: 'pages/c', said: true }]]);
  } finally {
    vi.unstubAllEnvs();
    await content.remove();
  }
});
