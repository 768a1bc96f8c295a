import type { Site } from '#garden/schema/site.ts';
import { repositoryHost } from './repository-host.ts';

/** What somebody reports, as far as it can be written for them. */
export interface Issue {
  readonly title: string;
  readonly text: string;
}

/** Where a problem can be told, with its words filled in; the contact of the garden where the host takes none. */
export function issueAddress(site: Pick<Site, 'repository' | 'contact' | 'form'>, { title, text }: Issue): string | undefined {
  const host = repositoryHost(site);
  if (!host) return site.contact;
  const [path, titleName, textName] = host.software === 'gitlab' ? ['/-/issues/new', 'issue[title]', 'issue[description]'] : ['/issues/new', 'title', 'body'];
  return `${host.address}${path}?${encodeURIComponent(titleName!)}=${encodeURIComponent(title)}&${encodeURIComponent(textName!)}=${encodeURIComponent(text)}`;
}
