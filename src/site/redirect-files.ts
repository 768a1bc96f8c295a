import { pagePath } from '#garden/model/page-path.ts';
import type { KindName } from '#garden/schema/index.ts';
import type { OldPage } from './old-pages.ts';

/** A file in the format of some hosts, by its name at the root of the site. */
export type HostFiles = Readonly<Record<string, string>>;

/**
 * The old addresses of a site in the formats in which hosts want them: `_redirects` for Netlify and Cloudflare Pages,
 * `.htaccess` for Apache. Hosts that read neither show the small pages that stand at these addresses.
 * Netlify looks for a file before it looks here, so that there a mark must say that the rule comes first (`netlify`),
 * and it can say 410 and show the page that has gone all the same; Cloudflare Pages always looks here first, and knows
 * neither. Empty when there is nothing to say.
 */
export function redirectFiles(pages: readonly OldPage[], base: string, netlify: boolean): HostFiles {
  const prefix = base.replace(/\/$/, '');
  const moves = pages.flatMap(({ path, does }) => {
    if (does.type !== 'moved') return [];
    const [kind, id = ''] = does.to.split('/');
    return [{ from: prefix + path, to: prefix + pagePath(kind as KindName, id) }];
  });
  const gone = netlify ? pages.flatMap(({ path, does }) => (does.type === 'gone' ? [prefix + path] : [])) : [];
  const lines = [...moves.map(({ from, to }) => `${from} ${to} ${netlify ? '301!' : '301'}`), ...gone.map((path) => `${path} ${path} 410!`)];
  if (lines.length === 0) return {};
  return {
    _redirects: lines.map((line) => `${line}\n`).join(''),
    ...(moves.length > 0 ? { '.htaccess': htaccess(moves) } : {}),
  };
}

/** Apache reads an address as the beginning of others, unless it is a pattern with an end. */
function htaccess(moves: readonly { readonly from: string; readonly to: string }[]): string {
  const lines = moves.map(({ from, to }) => `RedirectMatch 301 "^${from.replace(/[.+*?^$()[\]{}|\\]/g, '\\$&').replace(/\/$/, '')}/?$" "${to}"\n`);
  return `<IfModule mod_alias.c>\n${lines.join('')}</IfModule>\n`;
}
