import { format, resolveConfig } from 'prettier';
import path from 'node:path';
import { PROJECT } from '../../../src/disk/content-folder.ts';
import { readGardenFacts } from '../../../src/disk/read-garden-facts.ts';
import { generatedFiles } from '../../../src/garden/outputs/generated-files.ts';

/** Every generated file of a content folder by its path in the repository, laid out as the rest of the repository is. */
export async function formattedFiles(content: string): Promise<ReadonlyMap<string, string>> {
  const { site, vocabularies } = await readGardenFacts(content);
  const files = Object.entries(generatedFiles(site, vocabularies));
  return new Map(await Promise.all(files.map(async ([file, text]) => [file, await laidOut(file, text)] as const)));
}

async function laidOut(file: string, text: string): Promise<string> {
  if (!/\.(?:json|code-snippets|yml)$/.test(file)) return text;
  const place = path.join(PROJECT, file);
  return format(text, { ...(await resolveConfig(place)), filepath: place });
}
