import { toBase64url } from './base64url.ts';
import { keyCookie } from './key-cookie.ts';
import { knownSites } from './known-sites.ts';
import { answerPage } from './answer-page.ts';
import { SAFE_HEADERS } from './page.ts';
import type { Settings } from './read-settings.ts';
import { newKey, sealState } from './sealed-state.ts';
import { WORDS } from './words.ts';

/** `/auth`: sends the person to the host. The right that is asked for is the function's choice; what the form asked for is not looked at. */
export async function begin(settings: Settings, query: URLSearchParams, now: number): Promise<Response> {
  const { sites, host, clientId, scope, address, stateSecret } = settings;
  if ((query.get('provider') ?? 'github') !== 'github') return answerPage(sites, { refused: WORDS.otherProvider }, 400);
  const site = query.get('site_id') ?? '';
  if (knownSites(sites, site).length === 0) return answerPage(sites, { refused: WORDS.unknownSite }, 403);

  const key = newKey();
  const to = new URL(`${host}/login/oauth/authorize`);
  to.search = new URLSearchParams({
    client_id: clientId,
    redirect_uri: `${address}/callback`,
    scope,
    state: await sealState({ site }, key, stateSecret, now),
    // GitHub takes PKCE for OAuth apps since July 2025 (S256 only) and asks for the secret as before. A host that does not know
    // these two words passes over them. https://github.blog/changelog/2025-07-14-pkce-support-for-oauth-and-github-app-authentication
    code_challenge: await challenge(key),
    code_challenge_method: 'S256',
  }).toString();
  return new Response(null, { status: 302, headers: { ...SAFE_HEADERS, location: to.href, 'set-cookie': keyCookie.set(address, key) } });
}

async function challenge(verifier: string): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}
