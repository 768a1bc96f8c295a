import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { contentFolder, PROJECT } from '../../../src/disk/content-folder.ts';
import { readGardenFacts } from '../../../src/disk/read-garden-facts.ts';
import { slugOf } from '../../../src/garden/text/slug-of.ts';

/** Whether the content is that of the garden in which the code is written, whose pages the tests look for: it has the name of the package. One that cannot be read counts as such. */
export async function isTestedGarden(): Promise<boolean> {
  const { name } = JSON.parse(await readFile(path.join(PROJECT, 'package.json'), 'utf8')) as { name: string };
  return readGardenFacts(contentFolder()).then(
    ({ site }) => slugOf(site.name) === name,
    () => true,
  );
}
