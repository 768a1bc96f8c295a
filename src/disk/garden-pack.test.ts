import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { exampleFiles, page } from '#garden/checks/example-page.ts';
import { tempGarden, type TempGarden } from '../../tests/lib/temp-garden.ts';
import { readPack, writePack } from './garden-pack.ts';
import { loadContent } from './load-content.ts';

let garden: TempGarden;
beforeEach(async () => {
  vi.stubEnv('SITE_URL', '');
  const files = {
    'pages/a.mdx': page('See [[b]].'),
    'pages/b.mdx': page('Text.'),
    'pages/c.mdx': page('See [[b]].').replace('status: review', 'status: draft'),
    'pages/d.mdx': page('Text.', 'licens: x'),
  };
  garden = await tempGarden(exampleFiles({ title: '', found: true, files }));
});
afterEach(async () => {
  await garden.remove();
  vi.unstubAllEnvs();
});

async function packed(drafts: boolean) {
  const file = path.join(garden.folder, '..', `${path.basename(garden.folder)}.json`);
  const history = new Map([['content/pages/a.mdx', { first: '2024-05-01', last: '2026-05-01', people: ['Moana'] }]]);
  try {
    await writePack(file, await loadContent(garden.folder), { drafts, today: '2026-11-25', history, past: new Map([['pages/gone', { last: '2026-05-02' }]]) });
    return await readPack(file);
  } finally {
    await rm(file, { force: true });
  }
}

it('leaves drafts and broken files out of the garden, and of its links', async () => {
  const { byKind, linksTo, today, history, old } = await packed(false);
  expect(byKind.pages.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(linksTo.get('pages/b')?.map(({ from }) => from.id)).toEqual(['a']);
  expect(today).toBe('2026-11-25');
  expect(history.get('content/pages/a.mdx')?.people).toEqual(['Moana']);
  expect([...old]).toEqual([['pages/gone', { type: 'gone', last: '2026-05-02', near: [] }]]);
});

it('shows drafts where they are asked for', async () => {
  expect((await packed(true)).byKind.pages.map(({ id, draft }) => [id, draft])).toEqual([
    ['a', false],
    ['b', false],
    ['c', true],
  ]);
});
