import { getEntry } from 'astro:content';
import { pack } from 'virtual:kanopi/place';
import { readPack } from '#disk/garden-pack.ts';
import type { Garden } from '#garden/model/garden.ts';

let kept: { readonly revision: string; readonly garden: Promise<Garden> } | undefined;

/** The garden that the loader read. Astro's store holds only digests; when one changes, the garden is built again. */
export async function getGarden(): Promise<Garden> {
  const state = await getEntry('garden', 'revision');
  const revision = state?.data.digest ?? '';
  if (kept?.revision !== revision) kept = { revision, garden: readPack(pack) };
  return kept.garden;
}
