import type { Settings } from './read-settings.ts';
import { WORDS } from './words.ts';

const PATIENCE = 10_000;

/** Gives a code to the host and gets a token, or the words for why not. What the host wrote is never passed on. */
export async function exchangeCode(settings: Settings, code: string, verifier: string): Promise<{ readonly token: string } | { readonly refused: string }> {
  const answer = await ask(settings, code, verifier);
  if (!answer) return { refused: WORDS.hostSilent };
  const { access_token: token, error } = answer;
  if (typeof token === 'string' && /^[\x21-\x7e]{1,1000}$/.test(token)) return { token };
  if (error === 'bad_verification_code') return { refused: WORDS.codeSpent };
  if (error === 'incorrect_client_credentials') return { refused: WORDS.appRefused };
  if (error === 'redirect_uri_mismatch') return { refused: WORDS.addressRefused };
  return { refused: WORDS.hostSilent };
}

async function ask({ host, clientId, clientSecret, address }: Settings, code: string, verifier: string): Promise<Record<string, unknown> | undefined> {
  try {
    const response = await fetch(`${host}/login/oauth/access_token`, {
      method: 'POST',
      headers: { accept: 'application/json', 'user-agent': 'kanopi-sign-in' },
      body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, code, redirect_uri: `${address}/callback`, code_verifier: verifier }),
      // The secret goes to the host that was named and nowhere else.
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
    const answer: unknown = response.ok ? await response.json() : undefined;
    return typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
