import { afterEach, expect, it } from 'vitest';
import { drawing, page, PNG } from '#garden/checks/example-page.ts';
import { tempGarden, type TempGarden } from '../../tests/lib/temp-garden.ts';
import { readContent } from './read-content.ts';

let garden: TempGarden | undefined;
afterEach(() => garden?.remove());

it('names every file from content on, and reads those that hold entries or lists', async () => {
  garden = await tempGarden({
    'site.yaml': 'name: A\n',
    'pages/b.mdx': page('B'),
    'pages/a.mdx': page('A'),
    'vocabularies/roles.yaml': 'title: Roles\n',
    'media/map.svg': drawing(),
    'media/a.png': PNG,
    'pages/.gitkeep': '',
    'README.md': 'Read me.',
  });
  const { files, texts } = await readContent(garden.folder);
  expect(files.map(({ file }) => file)).toEqual([
    'content/README.md',
    'content/media/a.png',
    'content/media/map.svg',
    'content/pages/a.mdx',
    'content/pages/b.mdx',
    'content/site.yaml',
    'content/vocabularies/roles.yaml',
  ]);
  expect([...texts.keys()]).toEqual(['content/pages/a.mdx', 'content/pages/b.mdx', 'content/site.yaml', 'content/vocabularies/roles.yaml']);
  expect(files.find(({ file }) => file.endsWith('.svg'))?.svg).toBe(drawing());
});

it('gives texts in the order of names, however large each is', async () => {
  const names = Array.from({ length: 60 }, (_, index) => `pages/p${String(index).padStart(2, '0')}.mdx`);
  garden = await tempGarden(Object.fromEntries(names.map((name, index) => [name, page('Text. '.repeat((60 - index) * 2000))])));
  expect([...(await readContent(garden.folder)).texts.keys()]).toEqual(names.map((name) => `content/${name}`));
});

it('follows no link, neither of a file nor of a folder', async () => {
  garden = await tempGarden({ 'pages/a.mdx': { symlink: '/etc/hostname' }, guides: { symlink: '/etc' } });
  const { files, texts } = await readContent(garden.folder);
  expect(files).toEqual([
    { file: 'content/guides', type: 'symlink', size: 0 },
    { file: 'content/pages/a.mdx', type: 'symlink', size: 0 },
  ]);
  expect(texts.size).toBe(0);
});

it('reads text without mark and with plain line ends', async () => {
  garden = await tempGarden({ 'pages/a.mdx': '\uFEFF---\r\ntitle: A\r\n---\r\n' });
  expect((await readContent(garden.folder)).texts.get('content/pages/a.mdx')).toBe('---\ntitle: A\n---\n');
});

it('does not open what is far too large', async () => {
  garden = await tempGarden({ 'pages/a.mdx': Buffer.alloc(9 * 1024 * 1024, 'a'), 'media/a.png': Buffer.alloc(9 * 1024 * 1024) });
  const { files, texts } = await readContent(garden.folder);
  expect(texts.size).toBe(0);
  expect(files.map(({ size, image }) => [size, image])).toEqual([
    [9 * 1024 * 1024, undefined],
    [9 * 1024 * 1024, undefined],
  ]);
});
