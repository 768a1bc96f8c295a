import { isKindName } from '../schema/index.ts';

/** What an ordinary link in a body points at: an entry, some other page of this site, or the world outside. */
export type SiteLink =
  | { readonly type: 'entry'; readonly target: string; readonly hash: string; readonly ownAddress: boolean }
  | { readonly type: 'page'; readonly path: string; readonly hash: string }
  | { readonly type: 'heading'; readonly hash: string }
  | { readonly type: 'outside' };

/** Pages of the site that are no entries. Prefixes end with `/`. */
const OWN_PAGES = ['/', '/search/', '/regions/', '/habitats/', '/components/', '/contribute/', '/contribute/problems/'];
const OWN_PREFIXES = ['/regions/', '/habitats/', '/topics/', '/contribute/fields/', '/contribute/problems/'];

/** Reads a link of a body in `content/<kind>/…`; `siteUrl` is the full address of the site. */
export function siteLink(url: string, kind: string, siteUrl: string): SiteLink {
  if (url.startsWith('#')) return { type: 'heading', hash: decode(url.slice(1)) };
  let path = url;
  let ownAddress = false;
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//')) {
    const own = underSite(url, siteUrl);
    if (own === undefined) return { type: 'outside' };
    path = own;
    ownAddress = true;
  }
  const [beforeHash = '', hash = ''] = path.split('#', 2) as [string, string?];
  const clean = decode(beforeHash.split('?', 1)[0] ?? '');
  const absolute = clean.startsWith('/') ? clean : resolve(`/${kind}/`, clean);
  const file = /^\/([a-z-]+)\/([^/]+?)(?:\.mdx)?\/?$/.exec(absolute);
  if (file && isKindName(file[1] ?? '')) return { type: 'entry', target: `${file[1]}/${file[2]}`, hash: decode(hash), ownAddress };
  const folder = /^\/([a-z-]+)\/?$/.exec(absolute);
  const withSlash = absolute.endsWith('/') ? absolute : `${absolute}/`;
  if (folder && isKindName(folder[1] ?? '') && folder[1] !== 'pages') return { type: 'page', path: withSlash, hash };
  if (OWN_PAGES.includes(withSlash) || OWN_PREFIXES.some((prefix) => withSlash.startsWith(prefix))) return { type: 'page', path: withSlash, hash };
  if (folder) return { type: 'entry', target: `pages/${folder[1]}`, hash: decode(hash), ownAddress };
  return { type: 'entry', target: absolute.replace(/^\//, '').replace(/\/$/, ''), hash: decode(hash), ownAddress };
}

/** The path of a full address below the site's own address, or undefined when it lies outside. */
function underSite(url: string, siteUrl: string): string | undefined {
  try {
    const site = new URL(siteUrl);
    const given = new URL(url, siteUrl);
    const base = site.pathname.endsWith('/') ? site.pathname : `${site.pathname}/`;
    if (given.host !== site.host || !`${given.pathname}/`.startsWith(base)) return undefined;
    return `/${given.pathname.slice(base.length)}${given.hash}`;
  } catch {
    return undefined;
  }
}

function resolve(folder: string, relative: string): string {
  const parts = folder.split('/').filter(Boolean);
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
