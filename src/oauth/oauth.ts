import { begin } from './begin.ts';
import { finish } from './finish.ts';
import type { OAuthEnv } from './oauth-env.ts';
import { plainPage } from './page.ts';
import { readSettings } from './read-settings.ts';
import { WORDS } from './words.ts';

export type { OAuthEnv } from './oauth-env.ts';

/**
 * Signs a person of the form in to GitHub: `/auth` leads them there, `/callback` hands the token to the form.
 *
 * It keeps nothing and writes no log. The token stands in one answer, in a page that hands it to an allowed origin and to no other.
 */
export async function oauth(request: Request, env: OAuthEnv): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname !== '/auth' && pathname !== '/callback') return plainPage(404, WORDS.nothingHere);
  if (request.method !== 'GET') {
    const refused = await plainPage(405, WORDS.onlyGet);
    refused.headers.set('allow', 'GET');
    return refused;
  }
  const settings = readSettings(env, request.url);
  if ('missing' in settings) return plainPage(500, `This sign-in is not set up: ${settings.missing}`);
  return pathname === '/auth' ? begin(settings, searchParams, Date.now()) : finish(settings, searchParams, request.headers.get('cookie'), Date.now());
}
