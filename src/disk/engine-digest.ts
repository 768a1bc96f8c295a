import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT } from './content-folder.ts';

let kept: Promise<string> | undefined;

/** A digest of all code that turns a source into facts and HTML, and of the lockfile. */
export function engineDigest(): Promise<string> {
  kept ??= compute();
  return kept;
}

async function compute(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of [
    'src/garden/entry',
    'src/garden/safe-mdx',
    'src/garden/safe-mdx/render',
    'src/garden/schema',
    'src/garden/text',
    'src/garden/model',
    'src/garden/checks',
    'src/garden/outputs',
    'src/disk',
  ]) {
    const names = (await readdir(path.join(PROJECT, folder)).catch(() => [])).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).sort();
    for (const name of names) hash.update(name).update(await readFile(path.join(PROJECT, folder, name)));
  }
  hash.update(await readFile(path.join(PROJECT, 'package-lock.json')).catch(() => ''));
  return hash.digest('hex').slice(0, 16);
}

/** A short digest of some texts. */
export function digestOf(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('base64url').slice(0, 22);
}
