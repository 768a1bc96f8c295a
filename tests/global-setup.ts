import { rm } from 'node:fs/promises';
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

/** Builds the real garden once for each address; the tests read and drive these. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const sites: { url: string; base: string; folder: string }[] = [];
  for (const site of SITES) {
    const build = await buildSite({ url: site.url });
    if (build.code !== 0) throw new Error(`The site for ${site.url} does not build:\n${build.output}`);
    sites.push({ ...site, folder: build.folder });
  }
  project.provide('sites', sites);
  return async () => {
    for (const site of sites) await rm(site.folder, { recursive: true, force: true });
  };
}
