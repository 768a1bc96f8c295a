import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildSite } from './build-site.ts';

/** The addresses under which the built-site tests look at the garden: at the root of a host, and under a path. */
export const SITES = [
  { url: 'https://example.org/', base: '/' },
  { url: 'https://example.org/garden/', base: '/garden/' },
] as const;

declare module 'vitest' {
  interface ProvidedContext {
    /** Built sites, in the order of `SITES`. */
    sites: readonly { readonly url: string; readonly base: string; readonly folder: string }[];
  }
}

/** Builds the real garden once for each address; the tests read and drive these. `npm test` has them built already and names their folders. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = process.env['TEST_SITES']?.split(path.delimiter);
  const folders: string[] = [];
  for (const [index, { url }] of SITES.entries()) folders.push(built?.[index] ?? (await builtFolder(url)));
  project.provide(
    'sites',
    SITES.map((site, index) => ({ ...site, folder: folders[index]! })),
  );
  return async () => {
    if (!built) for (const folder of folders) await rm(folder, { recursive: true, force: true });
  };
}

async function builtFolder(url: string): Promise<string> {
  const build = await buildSite({ url });
  if (build.code !== 0) throw new Error(`The site for ${url} does not build:\n${build.output}`);
  return build.folder;
}
