import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ShardCache } from './shard-cache.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kanopi-cache-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('keeps values for their digest between runs', async () => {
  const first = await ShardCache.open<number>(folder);
  first.set('a', 'one', 1);
  await first.save();
  const second = await ShardCache.open<number>(folder);
  expect(second.get('a', 'one')).toBe(1);
  expect(second.get('a', 'two')).toBeUndefined();
  expect(second.get('b', 'one')).toBeUndefined();
  expect(second.newest('a')).toBe(1);
});

it('forgets what is no longer there, and leaves no empty file', async () => {
  const cache = await ShardCache.open<number>(folder);
  cache.set('a', 'one', 1);
  await cache.save();
  cache.prune(new Set());
  await cache.save();
  expect(await readdir(folder)).toEqual([]);
});

it('takes damaged files for empty ones, and mends them', async () => {
  const cache = await ShardCache.open<number>(folder);
  cache.set('a', 'one', 1);
  await cache.save();
  const [name = ''] = await readdir(folder);
  await writeFile(path.join(folder, name), '{"a": {"dig');
  await writeFile(path.join(folder, 'notes.txt'), 'not ours');
  const again = await ShardCache.open<number>(folder);
  expect(again.get('a', 'one')).toBeUndefined();
  again.set('a', 'one', 2);
  await again.save();
  expect((await ShardCache.open<number>(folder)).get('a', 'one')).toBe(2);
});

it('is empty where no folder is', async () => {
  expect((await ShardCache.open<number>(path.join(folder, 'none'))).newest('a')).toBeUndefined();
});

it.each(['__proto__', 'constructor', 'content/pages/Kākā.mdx'])('keeps a value under %s', async (key) => {
  const cache = await ShardCache.open<number>(folder);
  cache.set(key, 'one', 1);
  await cache.save();
  expect((await ShardCache.open<number>(folder)).get(key, 'one')).toBe(1);
});
