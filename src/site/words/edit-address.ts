import type { Site } from '#garden/schema/site.ts';

/** Where a file of content can be edited in the repository; nothing when the site names none. */
export function editAddress(site: Site, file: string): string | undefined {
  return site.repository && `${site.repository.replace(/\/$/, '')}/edit/${site.branch}/${file}`;
}
