import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { untilWritten } from './until-written.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kanopi-written-'));
  await mkdir(path.join(folder, 'inner'));
  await writeFile(path.join(folder, 'inner', 'whole'), 'text');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('waits for a file that is filled later, in any folder below', async () => {
  const late = path.join(folder, 'inner', 'late');
  await writeFile(late, '');
  let filled = false;
  setTimeout(() => {
    filled = true;
    void writeFile(late, 'text');
  }, 100);
  await untilWritten(folder);
  expect(filled).toBe(true);
});

test('says so when a file stays empty', async () => {
  await writeFile(path.join(folder, 'empty'), '');
  await expect(untilWritten(folder, 60)).rejects.toThrow('were not written to their end. Build again.');
});
