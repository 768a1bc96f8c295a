import { fromBase64url, toBase64url } from './base64url.ts';

/*
 * The state goes to the host and back in addresses, so it holds nothing secret: the site and an end.
 * Its seal covers the browser's key too, which only the cookie of that browser holds. The key is also
 * the verifier of PKCE, so a code is worth nothing without it.
 *
 * Nothing is stored. What makes a state good for one use: the cookie is taken away with the first answer,
 * whatever it says; without it the seal does not hold; and the host takes each code once. Somebody who has
 * both the address and the cookie of a browser sits at that browser.
 */

const LIFETIME = 10 * 60 * 1000;

/** What one sign-in set out with. */
export interface State {
  /** Name of the site that asked, as Decap sends it. */
  readonly site: string;
}

/** A key for one sign-in in one browser. */
export function newKey(): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(32)));
}

/** Seals a state for ten minutes from `now`, for the browser that holds `key`. */
export async function sealState({ site }: State, key: string, secret: string, now: number): Promise<string> {
  const words = toBase64url(new TextEncoder().encode(JSON.stringify([site, now + LIFETIME])));
  const seal = await crypto.subtle.sign('HMAC', await sealingKey(secret, 'sign'), bytes(words, key));
  return `${words}.${toBase64url(new Uint8Array(seal))}`;
}

/** Opens a state: what it set out with, `'late'` after its end, undefined when it was not made here for this browser. */
export async function openState(state: string, key: string, secret: string, now: number): Promise<State | 'late' | undefined> {
  const [words = '', seal = '', ...rest] = state.split('.');
  const given = fromBase64url(seal);
  if (rest.length > 0 || !given || !key) return undefined;
  // The platform compares the seals, and takes the same time whatever is wrong.
  if (!(await crypto.subtle.verify('HMAC', await sealingKey(secret, 'verify'), given, bytes(words, key)))) return undefined;
  const [site, until] = JSON.parse(new TextDecoder().decode(fromBase64url(words))) as [string, number];
  return now < until ? { site } : 'late';
}

function sealingKey(secret: string, use: 'sign' | 'verify'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [use]);
}

function bytes(words: string, key: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${words}.${key}`);
}
