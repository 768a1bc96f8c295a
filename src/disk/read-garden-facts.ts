import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseYamlFile } from '#garden/entry/parse-yaml-file.ts';
import { siteSchema, type Site } from '#garden/schema/site.ts';
import { VOCABULARY_NAMES, vocabularySchema, type Vocabularies } from '#garden/schema/vocabularies.ts';
import { normaliseText } from '#garden/text/normalise-text.ts';

/** The facts and lists of a garden, without its entries. Throws one sentence at the first file that cannot be read. */
export async function readGardenFacts(folder: string): Promise<{ site: Site; vocabularies: Vocabularies }> {
  const lists = await Promise.all(
    VOCABULARY_NAMES.map(async (name) => [name, (await readYaml(folder, `vocabularies/${name}.yaml`, vocabularySchema)) ?? { title: name, about: '', items: [] }] as const),
  );
  return { site: (await readYaml(folder, 'site.yaml', siteSchema)) ?? siteSchema.parse({}), vocabularies: Object.fromEntries(lists) as Vocabularies };
}

async function readYaml<T extends Parameters<typeof parseYamlFile>[2]>(folder: string, name: string, schema: T) {
  const text = await readFile(path.join(folder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const { value, problems } = parseYamlFile(`content/${name}`, normaliseText(text), schema);
  if (value === undefined) throw new Error(`content/${name} has a mistake in line ${problems[0]?.line ?? 1}. ${problems[0]?.message ?? ''} Run npm run check.`);
  return value as import('zod').z.infer<T>;
}
