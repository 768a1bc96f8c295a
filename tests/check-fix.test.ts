import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { PROJECT } from '#disk/content-folder.ts';
import { imageFacts } from '#disk/image-facts.ts';
import { page, session } from '#garden/checks/example-page.ts';
import { checkGardens } from './lib/check-gardens.ts';

const { garden, check, json, remove } = checkGardens();
afterEach(remove);

const MESSY = page('Nga\u0304 manu.  \n\n<!-- a note -->\n\nPlots <5 ha, see [[old]].   ').replace('title: A page\n', '').replace('status: review\n', 'status: review\ntitle: A page\n');

/** All files of a folder with their bytes. */
async function bytesOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((item) => item.isFile()).map((item) => path.join(item.parentPath, item.name));
  return Object.fromEntries(await Promise.all(names.map(async (name) => [path.relative(folder, name), (await readFile(name)).toString('base64')])));
}

const photo = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#476' } })
    .withExif({ IFD0: { Make: 'Fern', Model: 'F 100' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '41/1 17/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '174/1 46/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

const files = async () => ({
  'pages/messy.mdx': MESSY,
  'pages/new.mdx': page('Text.', 'aliases: [old]'),
  'pages/broken.mdx': page('One  \n\n<Calout />  '),
  'pages/unread.mdx': MESSY.replace('title: A page', 'title: A: page'),
  'sessions/a.mdx': session('Listen', ['sessions/was']),
  'sessions/b.mdx': session('Look').replace('setting:', 'aliases: [was]\nsetting:'),
  'media/photo.jpg': await photo(),
});

describe('npm run check -- --fix', () => {
  it('puts right what has one right answer, names each file, and reports what is left', async () => {
    const folder = await garden({ ...(await files()), 'pages/shown.mdx': page('![A hillside](../media/photo.jpg)') });
    const before = await json(folder);
    expect(before.problems.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['image-with-place', 'unknown-component', 'bad-front-matter']));
    const { out } = await check(folder, '--fix');
    for (const file of ['pages/messy.mdx', 'sessions/a.mdx', 'media/photo.jpg']) expect(out).toContain(`Put right: content/${file}\n`);
    expect(await readFile(path.join(folder, 'pages/messy.mdx'), 'utf8')).toContain('---\n\nNgā manu.\n\n{/* a note */}\n\nPlots \\<5 ha, see [[new]].\n');
    expect((await json(folder)).problems.map(({ rule }) => rule)).toEqual(['unknown-component', 'bad-front-matter']);
  });

  it('changes nothing the second time', async () => {
    const folder = await garden(await files());
    await check(folder, '--fix');
    const once = await bytesOf(folder);
    const { out } = await check(folder, '--fix');
    expect(out).not.toContain('Put right');
    expect(await bytesOf(folder)).toEqual(once);
  });

  it('leaves what it does not understand', async () => {
    const folder = await garden({
      ...(await files()),
      'pages/bytes.mdx': Buffer.concat([Buffer.from(page('Text.  ')), Buffer.from([0xff, 0xfe])]),
      'media/broken.jpg': Buffer.from('ffd8ffe0', 'hex'),
    });
    const before = await bytesOf(folder);
    await check(folder, '--fix');
    const after = await bytesOf(folder);
    for (const file of ['pages/unread.mdx', 'pages/bytes.mdx', 'media/broken.jpg']) expect(after[file], file).toBe(before[file]);
    expect(Buffer.from(after['pages/broken.mdx'] ?? '', 'base64').toString()).toContain('One  \n\n<Calout />  \n');
  });

  it('leaves of a picture what people see, upright', async () => {
    const folder = await garden(await files());
    await check(folder, '--fix');
    const bytes = await readFile(path.join(folder, 'media/photo.jpg'));
    expect(await imageFacts(bytes)).toEqual({ format: 'jpg', width: 20, height: 40, gps: false });
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  });

  it('shows with --dry-run what would change, and writes nothing', async () => {
    const folder = await garden(await files());
    const before = await bytesOf(folder);
    const { out, code } = await check(folder, '--fix', '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('--- a/content/pages/messy.mdx\n+++ b/content/pages/messy.mdx\n');
    expect(out).toContain('-<!-- a note -->\n');
    expect(out).toContain('+{/* a note */}\n');
    expect(out).toMatch(/content\/media\/photo\.jpg: \d+ bytes with camera data, \d+ without\n/);
    expect(out).toMatch(/\n5 files would change\. Nothing was written\.\n$/);
    expect(await bytesOf(folder)).toEqual(before);
  });

  it('touches only the named paths', async () => {
    const folder = await garden(await files());
    const { out } = await check(folder, '--fix', 'content/sessions/a.mdx', 'content/media');
    expect(out.match(/Put right: .*/g)).toEqual(['Put right: content/sessions/a.mdx', 'Put right: content/media/photo.jpg']);
  });

  it('repaints no terminal', async () => {
    const folder = await garden({ 'pages/a.mdx': page('Text \u200f\u200e.  \n\n`\u009b31m`  ') });
    expect((await check(folder, '--fix', '--dry-run')).out).not.toMatch(/[\u009b\u200e\u200f]/);
  });
});

it.each([
  [['--dry-run'], 'write both'],
  [['--fx'], 'There is no option "--fx". Did you mean "--fix"?'],
  [['--format'], '"--format" needs a word after it'],
  [['--fix=yes'], '"--fix" takes no value.'],
  [['pages/nope.mdx'], 'There is no file or folder "pages/nope.mdx" in the content.'],
])('says in a sentence what it cannot do: %s', async (args, sentence) => {
  const { code, out, err } = await check(await garden({ 'pages/a.mdx': page('Text.') }), ...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(sentence);
  expect(err).not.toMatch(/\n\s+at /);
});

it('takes a path in the form of Windows, a macron stored in two ways, and none outside the content', async () => {
  const folder = await garden({ 'pages/a.mdx': page('See [[nowhere]].'), 'media/Kākā.txt': 'x' });
  for (const name of ['content\\pages\\a.mdx', '.\\content\\pages\\']) expect((await json(folder, name)).problems.map(({ rule }) => rule)).toEqual(['broken-link']);
  expect((await json(folder, 'content/media/Ka\u0304ka\u0304.txt')).problems.map(({ rule }) => rule)).toContain('unknown-file');
  for (const name of [path.join(PROJECT, 'package.json'), '/etc/hostname', '../package.json'])
    expect((await check(folder, name)).err).toContain(`There is no file or folder "${name}" in the content.`);
  expect((await check(folder, 'content/pages/b.mdx')).err).toContain('Did you mean "content/pages/a.mdx"?');
});

it('writes the problems that are left as JSON alone', async () => {
  const folder = await garden({ 'pages/a.mdx': page('Text.  ') });
  await writeFile(path.join(folder, 'pages/b.mdx'), page('See [[nowhere]].'));
  const { out } = await check(folder, '--fix', '--format', 'json');
  expect((JSON.parse(out) as { problems: unknown[] }).problems).toHaveLength(1);
});
