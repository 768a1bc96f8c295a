import { answerPage, type Answer } from './answer-page.ts';
import { exchangeCode } from './exchange-code.ts';
import { keyCookie } from './key-cookie.ts';
import { knownSites } from './known-sites.ts';
import type { Settings } from './read-settings.ts';
import { openState } from './sealed-state.ts';
import { WORDS } from './words.ts';

/** `/callback`: checks that the sign-in was begun here and in this browser, exchanges the code, and hands the answer to the form. */
export async function finish(settings: Settings, query: URLSearchParams, cookies: string | null, now: number): Promise<Response> {
  const key = keyCookie.read(settings.address, cookies);
  const state = await openState(query.get('state') ?? '', key, settings.stateSecret, now);
  const response = await respond(settings, query, key, state);
  response.headers.append('set-cookie', keyCookie.clear(settings.address));
  return response;
}

async function respond(settings: Settings, query: URLSearchParams, key: string, state: Awaited<ReturnType<typeof openState>>): Promise<Response> {
  if (state === undefined) return answerPage(settings.sites, { refused: WORDS.notFromHere }, 403);
  if (state === 'late') return answerPage(settings.sites, { refused: WORDS.late }, 403);
  const origins = knownSites(settings.sites, state.site);
  const answer = await outcome(settings, query, key);
  return answerPage(origins, answer, 'token' in answer ? 200 : 403);
}

async function outcome(settings: Settings, query: URLSearchParams, key: string): Promise<Answer> {
  const error = query.get('error');
  if (error === 'access_denied') return { refused: WORDS.declined };
  if (error === 'redirect_uri_mismatch') return { refused: WORDS.addressRefused };
  const code = query.get('code');
  if (error || !code) return { refused: WORDS.hostRefused };
  return exchangeCode(settings, code, key);
}
