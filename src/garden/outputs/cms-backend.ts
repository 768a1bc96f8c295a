import type { Site } from '../schema/site.ts';
import { slugOf } from '../text/slug-of.ts';
import { formHost } from './form-host.ts';

/** Decap's `backend`: where it stores. Without a name nobody has said where. */
export interface CmsBackend {
  readonly name?: string;
  readonly repo?: string;
  readonly branch?: string;
  readonly base_url?: string;
  readonly auth_endpoint?: string;
  readonly api_root?: string;
  readonly auth_type?: 'pkce';
  readonly app_id?: string;
  readonly open_authoring?: true;
  readonly squash_merges?: true;
  readonly cms_label_prefix?: string;
  readonly commit_messages?: Readonly<Record<string, string>>;
}

const COMMIT_MESSAGES = {
  create: 'content({{collection}}): add {{slug}}',
  update: 'content({{collection}}): update {{slug}}',
  delete: 'content({{collection}}): remove {{slug}}',
  uploadMedia: 'content(media): add {{path}}',
  deleteMedia: 'content(media): remove {{path}}',
};

/** Makes the backend of the form from the site's own facts. */
export function cmsBackend(site: Pick<Site, 'name' | 'repository' | 'form' | 'branch'>): CmsBackend {
  const found = formHost(site);
  if (!found) return {};
  const { host, repo, base, api, auth, appId } = found;
  const own = { name: host, repo, branch: site.branch, cms_label_prefix: `${slugOf(site.name) || 'garden'}/`, commit_messages: COMMIT_MESSAGES };
  if (host === 'github') {
    return { ...own, open_authoring: true, squash_merges: true, ...(auth ? { base_url: auth, auth_endpoint: 'auth' } : {}), ...(api ? { api_root: api } : {}) };
  }
  const api_root = api ?? `${base}/api/${host === 'gitlab' ? 'v4' : 'v1'}`;
  return {
    ...own,
    auth_type: 'pkce',
    base_url: base,
    api_root,
    ...(appId ? { app_id: appId } : {}),
    ...(host === 'gitlab' ? { squash_merges: true } : {}),
    ...(host === 'forgejo' ? { open_authoring: true } : {}),
  };
}
