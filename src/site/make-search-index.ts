import path from 'node:path';
import { close, createIndex } from 'pagefind';

/** Makes the search index of a built site, beside its pages, and returns how many pages it holds.
 *  One index for all languages: a word on an English page must also find a page in te reo Māori. */
export async function makeSearchIndex(folder: string): Promise<number> {
  const { index, errors } = await createIndex({ forceLanguage: 'en', keepIndexUrl: false });
  if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: folder });
  const written = await index.writeFiles({ outputPath: path.join(folder, 'pagefind') });
  await close();
  const wrong = [...added.errors, ...written.errors];
  if (wrong.length > 0) throw new Error(`The search index could not be made: ${wrong.join('; ')}`);
  return added.page_count;
}
