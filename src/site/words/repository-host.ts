import { formHost, type FormHost } from '#garden/outputs/form-host.ts';
import type { Site } from '#garden/schema/site.ts';

/** Where the repository is, when it is known what runs there. */
export interface RepositoryHost {
  readonly software: FormHost['host'];
  /** How people call it: "GitHub", or the name of its machine. */
  readonly name: string;
  /** Address of the repository, without a slash or `.git` at its end. */
  readonly address: string;
}

const KNOWN: Readonly<Record<string, Pick<RepositoryHost, 'software' | 'name'>>> = {
  'github.com': { software: 'github', name: 'GitHub' },
  'gitlab.com': { software: 'gitlab', name: 'GitLab' },
  'codeberg.org': { software: 'forgejo', name: 'Codeberg' },
};

/** The host of the repository by its address, else by what `form` in `site.yaml` says runs there; undefined when nobody can tell. */
export function repositoryHost(site: Pick<Site, 'repository' | 'form'>): RepositoryHost | undefined {
  const { repository } = site;
  if (!repository) return undefined;
  const { hostname } = new URL(repository);
  const address = repository.replace(/\/+$/, '').replace(/\.git$/, '');
  const known = KNOWN[hostname.replace(/^www\./, '')];
  if (known) return { ...known, address };
  const software = formHost(site)?.host;
  return software && { software, name: hostname, address };
}
