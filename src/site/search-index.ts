import { readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { untilWritten } from './until-written.ts';

/** Folders of the index whose files are named after what they hold, so that one that has not changed need not be written again. */
const NAMED_BY_CONTENT = ['fragment', 'index', 'filter'];

/** Puts the index of the last build aside before Astro empties the folder of the site. Making thousands of files anew is what an index costs most. */
export async function keepSearchIndex(site: string, aside: string): Promise<void> {
  await rm(aside, { recursive: true, force: true });
  await rename(path.join(site, 'pagefind'), aside).catch(() => undefined);
}

/** Makes the search index of a built site, beside its pages, and returns how many pages it holds.
 *  One index for all languages: a word on an English page must also find a page in te reo Māori. */
export async function makeSearchIndex(site: string, aside: string): Promise<number> {
  const folder = path.join(site, 'pagefind');
  await rename(aside, folder).catch(() => undefined);
  const { index, errors } = await createIndex({ forceLanguage: 'en', keepIndexUrl: false });
  if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: site });
  await Promise.all((await metaFiles(folder)).map((name) => rm(path.join(folder, name))));
  const written = await index.writeFiles({ outputPath: folder });
  const wrong = [...added.errors, ...written.errors];
  // It answers before its last bytes are on the disk, and closing it stops the program that writes them.
  if (wrong.length === 0) await untilWritten(folder);
  await close();
  if (wrong.length > 0) throw new Error(`The search index could not be made: ${wrong.join('; ')}`);
  await prune(folder);
  return added.page_count;
}

/** Removes what the index does not name any more: a word that was taken off a page must not stay in its files. */
async function prune(folder: string): Promise<void> {
  const texts = await Promise.all((await metaFiles(folder)).map(async (name) => gunzipSync(await readFile(path.join(folder, name))).toString('latin1')));
  const named = new Set(texts.flatMap((text) => [...text.matchAll(/en_[0-9a-f]{5,}/g)].map(([name]) => name)));
  if (named.size === 0) throw new Error('The search index could not be read back. Empty the folder of the site and build again.');
  for (const kind of NAMED_BY_CONTENT) {
    for (const file of await readdir(path.join(folder, kind)).catch(() => [])) if (!named.has(file.split('.', 1)[0] ?? '')) await rm(path.join(folder, kind, file));
  }
}

async function metaFiles(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.pf_meta'));
}
