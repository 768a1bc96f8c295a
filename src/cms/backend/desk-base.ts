import type { Care } from './careful-backend.ts';

/** Reads from the local desk the published text from which a draft set out. */
export function deskBase(address: URL): Care['base'] {
  return async (collection, slug, path) => {
    const asked = new URL(address);
    asked.search = new URLSearchParams({ collection, slug, path }).toString();
    const response = await fetch(asked);
    if (!response.ok) throw Object.assign(new Error('The desk does not answer.'), { status: response.status });
    return ((await response.json()) as { text?: string }).text;
  };
}
