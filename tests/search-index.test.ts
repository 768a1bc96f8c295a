import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepSearchIndex, makeSearchIndex } from '../src/site/search-index.ts';

let site: string;
let aside: string;

beforeEach(async () => {
  site = await mkdtemp(path.join(tmpdir(), 'kanopi-index-'));
  aside = `${site}-aside`;
});
afterEach(async () => {
  for (const folder of [site, aside]) await rm(folder, { recursive: true, force: true });
});

const write = (name: string, text: string) => {
  mkdirSync(path.join(site, name), { recursive: true });
  writeFileSync(path.join(site, name, 'index.html'), `<html lang="en"><body><main data-pagefind-body><h1>${name}</h1><p>${text}</p></main></body></html>`);
};
const fragments = () => readdirSync(path.join(site, 'pagefind/fragment')).map((file) => gunzipSync(readFileSync(path.join(site, 'pagefind/fragment', file))).toString());

test('an index made on top of the last one holds what is on the pages now, and no word that was taken off', async () => {
  write('one', 'A line of traps.');
  write('two', 'A withdrawn sentence.');
  expect(await makeSearchIndex(site, aside)).toBe(2);
  await keepSearchIndex(site, aside);
  expect(readdirSync(site)).not.toContain('pagefind');
  write('two', 'A better sentence.');
  write('three', 'A third page.');
  expect(await makeSearchIndex(site, aside)).toBe(3);
  const all = fragments();
  expect(all).toHaveLength(3);
  expect(all.join()).not.toContain('withdrawn');
  expect(all.join()).toContain('better');
});
