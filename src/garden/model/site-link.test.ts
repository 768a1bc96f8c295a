import { describe, expect, it } from 'vitest';
import { siteLink } from './site-link.ts';

const SITE = 'https://example.org/kanopi/';
const link = (url: string, kind = 'guides') => siteLink(url, kind, SITE);

describe('a link to an entry', () => {
  it.each([
    ['/guides/x/', 'guides/x'],
    ['/guides/x', 'guides/x'],
    ['x.mdx', 'guides/x'],
    ['./x.mdx', 'guides/x'],
    ['../case-studies/y.mdx', 'case-studies/y'],
    ['../../guides/x.mdx', 'guides/x'],
    ['/about/', 'pages/about'],
    ['/about', 'pages/about'],
    ['../pages/about.mdx', 'pages/about'],
    ['/guides/x/?from=feed', 'guides/x'],
    ['https://example.org/kanopi/guides/x/', 'guides/x'],
    ['http://example.org/kanopi/guides/x/', 'guides/x'],
    ['//example.org/kanopi/guides/x/', 'guides/x'],
    ['HTTPS://EXAMPLE.ORG/kanopi/guides/x/', 'guides/x'],
    ['/no-such-kind/x/', 'no-such-kind/x'],
  ])('is known: %s', (url, target) => {
    expect(link(url)).toMatchObject({ type: 'entry', target });
  });

  it('keeps the heading, as it is read', () => {
    expect(link('/guides/x/#k%C4%81k%C4%81')).toMatchObject({ hash: 'kākā' });
    expect(link('https://example.org/kanopi/guides/x/#part')).toMatchObject({ hash: 'part', ownAddress: true });
    expect(link('x.mdx#100%')).toMatchObject({ hash: '100%' });
  });

  it('does not climb out of the site', () => {
    expect(link('../../../../etc/passwd')).toMatchObject({ type: 'entry', target: 'etc/passwd' });
  });
});

describe('a link to something else', () => {
  it.each([
    '/',
    '/search/',
    '/guides/',
    '/guides',
    '/case-studies/',
    '/regions/',
    '/regions/nz-wgn/',
    '/habitats/forest/',
    '/contribute/fields/guides/',
    'https://example.org/kanopi/',
    'https://example.org/kanopi',
  ])('is a page of the site: %s', (url) => {
    expect(link(url)).toMatchObject({ type: 'page', path: expect.stringMatching(/^\/.*\/$|^\/$/) });
  });

  it.each([
    'https://doc.govt.nz/',
    'https://example.org/',
    'https://example.org/kanopi-old/guides/x/',
    'https://example.org.evil.nz/kanopi/guides/x/',
    '//other.org/guides/x/',
    'mailto:kia-ora@example.org',
    'tel:+6441234567',
    'https://[',
  ])('lies outside: %s', (url) => {
    expect(link(url)).toEqual({ type: 'outside' });
  });

  it('is a heading of the page itself', () => {
    expect(link('#where')).toEqual({ type: 'heading', hash: 'where' });
  });
});
