import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { client } from './as-decap.ts';
import { startFakeGitHub, type FakeGitHub } from './start-fake-github.ts';

const APP = { clientId: 'app', clientSecret: 'secret', callback: 'http://127.0.0.1:9/callback' };
const verifier = 'v'.repeat(43);
const code_challenge = createHash('sha256').update(verifier).digest('base64url');

describe('signing in at the stand-in for GitHub', () => {
  let host: FakeGitHub;

  beforeAll(async () => {
    host = await startFakeGitHub({ repositories: {}, users: { tui: { id: 7 } }, app: APP });
  });
  afterAll(() => host.close());
  beforeEach(() => host.signInAs('tui'));

  const ask = async (change: Record<string, string> = {}) => {
    const query = new URLSearchParams({ client_id: 'app', redirect_uri: APP.callback, scope: 'public_repo', state: 'st', code_challenge, code_challenge_method: 'S256', ...change });
    return fetch(`${host.url}/login/oauth/authorize?${query}`, { redirect: 'manual' });
  };
  const back = async (change?: Record<string, string>) => new URL((await ask(change)).headers.get('location') ?? '');
  const exchange = async (change: Record<string, string | undefined>) => {
    const form = Object.entries({ client_id: 'app', client_secret: 'secret', redirect_uri: APP.callback, code_verifier: verifier, ...change }).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    );
    const response = await fetch(`${host.url}/login/oauth/access_token`, { method: 'POST', headers: { accept: 'application/json' }, body: new URLSearchParams(form) });
    return (await response.json()) as { access_token?: string; error?: string; scope?: string };
  };
  const code = async () => (await back()).searchParams.get('code') ?? '';

  test('gives a token with the right that was asked for, once', async () => {
    const to = await back();
    expect([to.origin + to.pathname, to.searchParams.get('state')]).toEqual([APP.callback, 'st']);
    const one = { code: to.searchParams.get('code') ?? '' };
    const answer = await exchange(one);
    expect(answer.scope).toBe('public_repo');
    expect((await client(host, answer.access_token)('GET', '/user')).body.login).toBe('tui');
    expect((await exchange(one)).error).toBe('bad_verification_code');
  });

  test('gives none to a wrong app, secret, address or verifier', async () => {
    expect((await exchange({ code: await code(), client_secret: 'wrong' })).error).toBe('incorrect_client_credentials');
    expect((await exchange({ code: await code(), client_id: 'wrong' })).error).toBe('incorrect_client_credentials');
    expect((await exchange({ code: await code(), redirect_uri: 'http://127.0.0.1:9/other' })).error).toBe('redirect_uri_mismatch');
    expect((await exchange({ code: await code(), code_verifier: 'w'.repeat(43) })).error).toBe('bad_verification_code');
    expect((await exchange({ code: await code(), code_verifier: undefined })).error).toBe('bad_verification_code');
    expect((await exchange({ code: 'never' })).error).toBe('bad_verification_code');
  });

  test('leads nobody to an address that the app did not register', async () => {
    const to = await back({ redirect_uri: 'http://evil.example/' });
    expect([to.origin + to.pathname, to.searchParams.get('error'), to.searchParams.get('code')]).toEqual([APP.callback, 'redirect_uri_mismatch', null]);
    expect((await ask({ client_id: 'wrong' })).status).toBe(404);
    expect((await back({ code_challenge_method: 'plain' })).searchParams.get('error')).toBe('invalid_request');
  });

  test('asks who it is where nobody is signed in', async () => {
    host.signInAs(undefined);
    const page = await ask();
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Authorize as tui');
  });
});
