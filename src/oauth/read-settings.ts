import type { OAuthEnv } from './oauth-env.ts';

/** The function's settings, read and found whole. */
export interface Settings {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  readonly sites: readonly string[];
  readonly scope: 'public_repo' | 'repo';
  readonly host: string;
  /** The function's own origin. */
  readonly address: string;
}

const NEEDED = ['OAUTH_CLIENT_ID', 'OAUTH_CLIENT_SECRET', 'OAUTH_SITES', 'OAUTH_STATE_SECRET'] as const;
const SHORTEST_SECRET = 32;
const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** Whether an origin is this very machine, where nothing travels over a network. */
export function isLoopback(origin: string): boolean {
  return LOOPBACK.test(origin);
}

/** Reads the settings, or says in one sentence what is missing. The sentence names a variable and never its value. */
export function readSettings(env: OAuthEnv, requested: string): Settings | { readonly missing: string } {
  const absent = NEEDED.find((name) => !env[name]?.trim());
  if (absent) return { missing: `${absent} has no value.` };
  const value = (name: (typeof NEEDED)[number]) => (env[name] ?? '').trim();

  const sites = value('OAUTH_SITES')
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(exactOrigin);
  const known = sites.filter((site) => site !== undefined);
  if (known.length < sites.length || known.length === 0) return { missing: 'OAUTH_SITES holds something else than origins such as https://garden.example.org.' };

  const stateSecret = value('OAUTH_STATE_SECRET');
  if (stateSecret.length < SHORTEST_SECRET) return { missing: `OAUTH_STATE_SECRET is shorter than ${SHORTEST_SECRET} characters.` };

  const host = exactOrigin(env.OAUTH_HOST?.trim() || 'https://github.com');
  if (!host) return { missing: 'OAUTH_HOST is not an origin such as https://github.com.' };
  const address = exactOrigin(env.OAUTH_ADDRESS?.trim() || ownAddress(requested));
  if (!address) return { missing: 'OAUTH_ADDRESS is not an origin such as https://login.example.org.' };

  const scope = env.OAUTH_PRIVATE?.trim() === 'yes' ? 'repo' : 'public_repo';
  return { clientId: value('OAUTH_CLIENT_ID'), clientSecret: value('OAUTH_CLIENT_SECRET'), stateSecret, sites: known, scope, host, address };
}

/** A proxy in front takes the TLS off, so what arrives as http was https, this machine excepted. */
function ownAddress(requested: string): string {
  const { origin, host } = new URL(requested);
  return isLoopback(origin) ? origin : `https://${host}`;
}

/** An origin and nothing more; undefined for anything else, and for http outside this machine. */
function exactOrigin(text: string): string | undefined {
  try {
    const { origin, protocol, host } = new URL(text);
    const whole = (text === origin || text === `${origin}/`) && /^[\w.:[\]-]+$/.test(host);
    return whole && (protocol === 'https:' || isLoopback(origin)) ? origin : undefined;
  } catch {
    return undefined;
  }
}
