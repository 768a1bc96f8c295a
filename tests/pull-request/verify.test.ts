import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '#disk/content-folder.ts';
import { runScript } from '../lib/check-gardens.ts';
import { tempGarden } from '../lib/temp-garden.ts';

const list = async (folder: string) => (await runScript('verify', folder, '--list')).out.trim().split('\n');

test('the whole check of this garden runs its tests', async () => {
  const { name } = JSON.parse(await readFile(path.join(PROJECT, 'package.json'), 'utf8')) as { name: string };
  const garden = await tempGarden({ 'site.yaml': `name: ${name.toUpperCase()}\n` });
  expect(await list(garden.folder)).toEqual([expect.stringMatching(/^npm run check/), 'npm run report', 'npm run preview-change', 'npm run generate -- --check', 'npm run test', 'npm run build']);
  await garden.remove();
});

test('the whole check of another garden leaves them out, since they look for pages that it does not have', async () => {
  const commands = await list(path.join(PROJECT, 'tests/gardens/bicycle'));
  expect(commands).toContain('npm run build');
  expect(commands).not.toContain('npm run test');
});

test('a garden whose facts cannot be read is not let off its tests', async () => {
  const garden = await tempGarden({ 'site.yaml': 'nam: Another\n' });
  expect(await list(garden.folder)).toContain('npm run test');
  await garden.remove();
});
