import { expect, it } from 'vitest';
import type { OldPage } from './old-pages.ts';
import { redirectFiles } from './redirect-files.ts';

const MOVED: OldPage = { path: '/guides/old/', does: { type: 'moved', to: 'pages/new', said: true } };
const GONE: OldPage = { path: '/guides/gone/', does: { type: 'gone', last: '2026-01-01', near: [] } };

it('writes nothing where no address is old, and nothing of pages that went for hosts that can only lead on', () => {
  expect(redirectFiles([], '/', false)).toEqual({});
  expect(redirectFiles([GONE], '/', false)).toEqual({});
});

it('leads on from the exact address to the page, below the base path, in the words of each host', () => {
  expect(redirectFiles([MOVED, GONE], '/kanopi/', false)).toEqual({
    _redirects: '/kanopi/guides/old/ /kanopi/new/ 301\n',
    '.htaccess': '<IfModule mod_alias.c>\nRedirectMatch 301 "^/kanopi/guides/old/?$" "/kanopi/new/"\n</IfModule>\n',
  });
});

it('says to Netlify that the rule comes before the file, and that a page has gone', () => {
  expect(redirectFiles([MOVED, GONE], '/', true)['_redirects']).toBe('/guides/old/ /new/ 301!\n/guides/gone/ /guides/gone/ 410!\n');
  expect(redirectFiles([GONE], '', true)).toEqual({ _redirects: '/guides/gone/ /guides/gone/ 410!\n' });
});
