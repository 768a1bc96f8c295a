import { expect, test } from 'vitest';
import type { CmsConfig } from '#garden/outputs/cms-config.ts';
import { formConfig } from './form-config.ts';

const settings = {
  backend: { name: 'github', repo: 'example/garden', branch: 'main', base_url: 'https://sign-in.example.org' },
  collections: [
    { name: 'guides', fields: [{ name: 'title' }] },
    { name: 'case-studies', fields: [{ name: 'title' }, { name: 'applied' }] },
  ],
} as unknown as CmsConfig;
const at = (search = '', hash = '') => ({ search, hash, href: `https://example.org/garden/admin/${search}${hash}` });
const opened = (...given: Parameters<typeof formConfig>) => {
  const found = formConfig(...given);
  if ('reason' in found) throw new Error(found.reason);
  return found;
};

test('a desk on this machine takes the place of the host', () => {
  const { config, local } = opened(settings, { ready: true, branch: 'main' }, '/admin/desk/api/v1', at());
  expect(local).toBe(true);
  expect(config.backend).toEqual({ name: 'proxy', proxy_url: '/admin/desk/api/v1', branch: 'main' });
});

test('without a desk the form stores on the host of the repository', () => {
  const { config, local } = opened(settings, undefined, '/admin/desk/api/v1', at());
  expect(local).toBe(false);
  expect(config.backend.name).toBe('github');
});

test('without a sign-in of its own the form does not open, and asks no company for one', () => {
  const { base_url: _, ...backend } = settings.backend as { base_url?: string };
  expect(formConfig({ ...settings, backend } as unknown as CmsConfig, undefined, '', at())).toMatchObject({ next: expect.stringContaining('docs/deploy.md') });
});

test('links lead to the site that serves the form', () => {
  expect(opened(settings, undefined, '', at()).config.site_url).toBe('https://example.org/garden/');
});

test('a desk that is not ready says what it needs, and so does a garden without a host', () => {
  expect(formConfig(settings, { ready: false, reason: 'There is no git here.', next: 'Install git.' }, '', at())).toEqual({ reason: 'There is no git here.', next: 'Install git.' });
  expect(formConfig({ ...settings, backend: {} } as unknown as CmsConfig, undefined, '', at())).toMatchObject({ reason: expect.stringContaining('does not say yet') });
});

test('an address fills fields of the new entry it opens, and of no other', () => {
  const applied = encodeURIComponent('[{"guide":"trap-lines"}]');
  const { config } = opened(settings, undefined, '', at(`?applied=${applied}&title=My%20line`, '#/collections/case-studies/new'));
  expect(config.collections.map(({ fields }) => fields)).toEqual([
    [{ name: 'title' }],
    [
      { name: 'title', default: 'My line' },
      { name: 'applied', default: [{ guide: 'trap-lines' }] },
    ],
  ]);
  const elsewhere = opened(settings, undefined, '', at(`?applied=${applied}`, '#/collections/case-studies/entries/miramar'));
  expect(elsewhere.config.collections).toEqual(settings.collections);
});

test('a broken value in an address stays text', () => {
  const { config } = opened(settings, undefined, '', at('?title=[oops', '#/collections/guides/new'));
  expect(config.collections[0]?.fields).toEqual([{ name: 'title', default: '[oops' }]);
});
