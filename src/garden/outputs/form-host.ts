import type { Site } from '../schema/site.ts';

/** Where the form stores what people write, once it is not on their own machine. */
export interface FormHost {
  readonly host: 'github' | 'gitea' | 'forgejo' | 'gitlab';
  /** Path of the repository on its host, such as `owner/name`. */
  readonly repo: string;
  /** Address of the host itself, without a slash at its end. */
  readonly base: string;
  /** Where its API is, when not at the usual place. */
  readonly api?: string;
  /** Origin of the function that logs people in. */
  readonly auth?: string;
  readonly appId?: string;
}

/** The host that `site.yaml` names, else GitHub when the repository is there; undefined when nobody can tell. */
export function formHost(site: Pick<Site, 'repository' | 'form'>): FormHost | undefined {
  const { repository, form } = site;
  if (!repository) return undefined;
  const address = new URL(repository);
  const host = form?.host ?? (address.hostname === 'github.com' ? 'github' : undefined);
  if (!host) return undefined;
  const api = form?.api?.replace(/\/+$/, '');
  const around = api?.replace(/\/api(?:\/.*)?$/, '');
  const base = around && repository.startsWith(`${around}/`) ? around : `${address.protocol}//${address.host}`;
  const repo = (base === around ? repository.slice(base.length) : address.pathname).replace(/\.git$/, '').replace(/^\/+|\/+$/g, '');
  if (!/^[^/\s]+\/[^\s]+$/.test(repo)) return undefined;
  return {
    host,
    repo,
    base,
    ...(api ? { api } : {}),
    ...(form?.auth ? { auth: originOf(form.auth) } : {}),
    ...(form?.app_id ? { appId: form.app_id } : {}),
  };
}

function originOf(address: string): string {
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}
