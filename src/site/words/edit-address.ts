import type { Site } from '#garden/schema/site.ts';
import { repositoryHost } from './repository-host.ts';

const EDIT = { github: 'edit', gitlab: '-/edit', gitea: '_edit', forgejo: '_edit' } as const;

/** Where the text of a file can be changed on the host of the repository; the repository itself where the host is not known. */
export function editAddress(site: Pick<Site, 'repository' | 'branch' | 'form'>, file: string): string | undefined {
  const host = repositoryHost(site);
  if (!host) return site.repository;
  const path = `${site.branch}/${file}`.split('/').map(encodeURIComponent).join('/');
  return `${host.address}/${EDIT[host.software]}/${path}`;
}
