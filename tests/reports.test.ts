import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from './browser/open-browser.ts';
import { buildSite, type Build } from './build-site.ts';
import { contentFolder, page } from './content-folder.ts';
import { readPage } from './read-page.ts';
import { serveFolder } from './serve-folder.ts';

const photo = () =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: '#476' } })
    .jpeg()
    .toBuffer();

/** Faults that users of comparable systems reported, each built through the real build. */
describe('a garden with everything that trips other systems', () => {
  const folders: string[] = [];
  const builds = new Map<string, Build>();

  beforeAll(async () => {
    const everything = page(
      'Rats & stoats: <5 % survival',
      [
        'Plots <5 ha, p<0.05, {see note} and <name@place.nz>.',
        '<Callout type="tip" title="Before you go">\n\nTell somebody.\n\n</Callout>',
        '- [ ] gloves\n- [x] map',
        '| Left | Right |\n| :--- | ---: |\n| [[twin\\|a link]] | 2 |',
        'A note.[^1] See [[twin]], [file](../pages/twin.mdx), [address](/twin/#results) and [outside](https://example.com/).',
        '![Kākā at a feeder](<../media/Kākā photo 1.JPG>)',
        '![The same, encoded](../media/K%C4%81k%C4%81%20photo%201.JPG)',
        '[^1]: The note itself.',
      ].join('\n\n'),
      { created: '2026-03-01' },
    );
    const files = {
      'pages/everything.mdx': everything,
      'pages/windows.mdx': `\uFEFF${everything.replace('Rats & stoats: <5 % survival', 'From Windows').replace(/\n/g, '\r\n')}`,
      'pages/twin.mdx': page(
        'Headings',
        ['Results', 'Results', 'Results 1', 'Results-1', '…', 'Search', 'Main', 'Footnotes'].map((heading) => `## ${heading}\n\nText.[^a]`).join('\n\n') + '\n\n[^a]: A note.',
      ),
      'pages/te-reo.mdx': page('Ngā kākā o te wao', 'He kōrero mō te wao.', { lang: 'mi' }),
      'pages/hidden.mdx': page('Not yet', 'Secretword.', { status: 'draft' }),
      'media/Kākā photo 1.JPG': await photo(),
      'glossary/kaka.mdx': '---\ntitle: kākā\nsummary: A forest parrot of these islands.\nstatus: review\nlang: mi\nmark: true\n---\n',
      'pages/marks.mdx': page('Marks', 'The kākā calls, and another kākā. The kaka does not count.\n\n## On kākā\n\nAgain kākā, and [kākā](/twin/) and `kākā`.'),
      'site.yaml': 'name: Reports\nurl: https://example.org/kanopi/\n',
    };
    const folder = await contentFolder(files);
    folders.push(folder);
    for (const zone of ['Pacific/Auckland', 'America/Los_Angeles']) {
      const build = await buildSite({ content: folder, url: 'https://example.org/kanopi/', env: { TZ: zone } });
      expect(build.output, zone).not.toContain('Nothing was built');
      expect(build.code, build.output).toBe(0);
      builds.set(zone, build);
      folders.push(build.folder);
    }
  });

  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

  const html = (file: string, zone = 'Pacific/Auckland') => readFileSync(path.join(builds.get(zone)!.folder, file, 'index.html'), 'utf8');
  const body = (file: string) => /data-entry-body[^>]*>([\s\S]*?)<\/(?:div|article)>\s*(?:<!--|<(?:section|footer|aside|div|\/))/.exec(html(file))?.[1] ?? '';

  test('a file saved on Windows gives the same page as one saved elsewhere', () => {
    const left = readPage(html('everything')).filter((element) => ['p', 'td', 'li', 'aside', 'img'].includes(element.name));
    const right = readPage(html('windows')).filter((element) => ['p', 'td', 'li', 'aside', 'img'].includes(element.name));
    expect(right.map((element) => element.text.trim()).filter((text) => text.includes('Plots'))).toEqual(left.map((element) => element.text.trim()).filter((text) => text.includes('Plots')));
    expect(right.filter((element) => element.name === 'img')).toEqual(left.filter((element) => element.name === 'img'));
    expect(html('windows')).not.toMatch(/\uFEFF|\r/);
    expect(body('windows')).toBe(body('everything'));
  });

  test('a title with signs comes back letter for letter', () => {
    expect(
      readPage(html('everything'))
        .find((element) => element.name === 'h1')
        ?.text.trim(),
    ).toBe('Rats & stoats: <5 % survival');
  });

  test('plain writing shows as it was typed', () => {
    expect(readPage(html('everything')).find((element) => element.text.startsWith('Plots') && element.name === 'p')?.text).toBe('Plots <5 ha, p<0.05, {see note} and name@place.nz.');
  });

  test('a photo with a space, a macron and capitals in its name shows with its size and in a modern format', () => {
    const images = readPage(html('everything')).filter((element) => element.name === 'img' && element.attributes['alt']?.includes('feeder'));
    expect(images).toHaveLength(1);
    expect(images[0]?.attributes).toMatchObject({ width: '1200', height: '800', loading: 'lazy' });
    expect(images[0]?.attributes['src']).toMatch(/^\/kanopi\/.*\.webp$/);
    expect(images[0]?.attributes['srcset']).toContain('400w');
  });

  test('headings of the same name, and names the page itself uses, each have their own id', () => {
    const ids = readPage(html('twin')).flatMap((element) => (element.attributes['id'] ? [element.attributes['id']] : []));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a day is the same day in every zone of the machine that builds', () => {
    const [auckland, angeles] = ['Pacific/Auckland', 'America/Los_Angeles'].map((zone) => builds.get(zone)!.folder) as [string, string];
    for (const file of readdirSync(auckland, { recursive: true }) as string[]) {
      if (file.endsWith('.html')) expect(readFileSync(path.join(angeles, file), 'utf8'), file).toBe(readFileSync(path.join(auckland, file), 'utf8'));
    }
  });

  test('a draft is in no page, list or search', () => {
    const folder = builds.get('Pacific/Auckland')!.folder;
    const found = (readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith('.html') && /Secretword|Not yet/.test(readFileSync(path.join(folder, file), 'utf8')));
    expect(found).toEqual([]);
    expect(readdirSync(folder)).not.toContain('hidden');
  });

  test('a word in te reo is marked once a section, and never in a heading, a link or code', () => {
    const marked = readPage(html('marks')).filter((element) => element.name === 'span' && element.attributes['lang'] === 'mi' && element.text === 'kākā');
    expect(marked).toHaveLength(2);
    expect(html('te-reo')).toContain('<html lang="mi"');
  });

  test('from an English page, a search without macrons finds the page in te reo and says its language', async () => {
    const served = await serveFolder(builds.get('Pacific/Auckland')!.folder, '/kanopi/');
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      for (const words of ['wao', 'kaka', 'kākā']) {
        await page.goto(`${served.url}search/?q=${encodeURIComponent(words)}`);
        const found = page.locator('ol > li', { hasText: 'Ngā kākā o te wao' });
        await found.first().waitFor();
        expect(await found.first().textContent(), words).toMatch(/te reo/i);
      }
    } finally {
      await browser.close();
      await served.close();
    }
  });

  test('nothing on the pages leads outside the path of the site', () => {
    const folder = builds.get('Pacific/Auckland')!.folder;
    for (const file of readdirSync(folder, { recursive: true }) as string[]) {
      if (!file.endsWith('.html')) continue;
      for (const element of readPage(readFileSync(path.join(folder, file), 'utf8'))) {
        for (const name of ['href', 'src', 'action']) expect(element.attributes[name] ?? '', `${file} <${element.name}>`).not.toMatch(/^\/(?!kanopi\/)/);
      }
    }
  });
});
