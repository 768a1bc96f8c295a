import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseYamlFile } from '#garden/entry/parse-yaml-file.ts';
import { siteSchema } from '#garden/schema/site.ts';
import { normaliseText } from '#garden/text/normalise-text.ts';

/** The day on which the garden in a content folder took the place of another, as `site.yaml` says. Undefined when it says nothing that can be read. */
export async function gardenBegan(folder: string): Promise<string | undefined> {
  const text = await readFile(path.join(folder, 'site.yaml'), 'utf8').catch(() => '');
  return parseYamlFile('content/site.yaml', normaliseText(text), siteSchema).value?.began;
}
