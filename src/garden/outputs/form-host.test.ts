import { describe, expect, it } from 'vitest';
import { siteSchema } from '../schema/site.ts';
import { cmsBackend } from './cms-backend.ts';
import { formHost } from './form-host.ts';

const site = (repository: string | undefined, form?: object) => siteSchema.parse({ name: 'Kanopi', ...(repository ? { repository } : {}), ...(form ? { form } : {}) });

describe('where the form stores', () => {
  it('is GitHub when the repository is there', () => {
    expect(formHost(site('https://github.com/example/garden.git'))).toEqual({ host: 'github', repo: 'example/garden', base: 'https://github.com' });
  });

  it.each([undefined, 'https://git.example.org/example/garden', 'https://github.com/example'])('is not known from %s alone', (repository) => {
    expect(formHost(site(repository))).toBeUndefined();
    expect(cmsBackend(site(repository))).toEqual({});
  });

  it('is a host of one’s own when site.yaml says so, below a path too', () => {
    expect(formHost(site('https://example.org/git/example/garden/', { host: 'forgejo', api: 'https://example.org/git/api/v1/', app_id: 'abc' }))).toEqual({
      host: 'forgejo',
      repo: 'example/garden',
      base: 'https://example.org/git',
      api: 'https://example.org/git/api/v1',
      appId: 'abc',
    });
  });
});

describe('the backend of the form', () => {
  it('lets strangers write by way of a fork on GitHub, and logs them in at the origin of the function', () => {
    expect(cmsBackend(site('https://github.com/example/garden', { host: 'github', auth: 'https://login.example.org/some/path', api: 'http://127.0.0.1:4000/' }))).toMatchObject({
      name: 'github',
      repo: 'example/garden',
      branch: 'main',
      open_authoring: true,
      squash_merges: true,
      base_url: 'https://login.example.org',
      auth_endpoint: 'auth',
      api_root: 'http://127.0.0.1:4000',
      cms_label_prefix: 'kanopi/',
      commit_messages: { create: 'content({{collection}}): add {{slug}}', uploadMedia: 'content(media): add {{path}}' },
    });
  });

  it.each([
    ['gitea', 'https://git.example.org/a/b', 'https://git.example.org/api/v1'],
    ['forgejo', 'https://codeberg.org/a/b', 'https://codeberg.org/api/v1'],
    ['gitlab', 'https://gitlab.com/group/below/b', 'https://gitlab.com/api/v4'],
  ])('on %s logs in without a function', (host, repository, api_root) => {
    const backend = cmsBackend(site(repository, { host, app_id: 'abc' }));
    expect(backend).toMatchObject({ name: host, repo: new URL(repository).pathname.slice(1), auth_type: 'pkce', app_id: 'abc', base_url: new URL(repository).origin, api_root });
    // Decap lets strangers fork on GitHub and Forgejo only.
    expect('open_authoring' in backend).toBe(host === 'forgejo');
  });
});
