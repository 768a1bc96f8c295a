import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { oauth } from '../../src/oauth/oauth.ts';
import { client } from '../fake-github/as-decap.ts';
import { CLIENT, setUp, STATE_SECRET, type SetUp } from './set-up.ts';

let it: SetUp;
/** Every token that the host gave out stays out of these. */
let answers: string[];

beforeAll(async () => {
  it = await setUp();
});
afterAll(() => it.close());
beforeEach(() => {
  answers = [];
  it.tell({});
  it.host.signInAs('tui');
  it.host.registerApp({ ...CLIENT, callback: `${it.address}/callback` });
});
afterEach(() => vi.useRealTimers());

async function get(url: string, cookie?: string): Promise<{ status: number; headers: Headers; text: string; cookie: string }> {
  const response = await fetch(url, { redirect: 'manual', headers: cookie ? { cookie } : {} });
  const text = await response.text();
  answers.push(text, JSON.stringify([...response.headers]));
  return { status: response.status, headers: response.headers, text, cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}

const begin = (query = 'provider=github&site_id=127.0.0.1&scope=repo') => get(`${it.address}/auth?${query}`);

/** Goes to the host and back: the address at which the host sends the person back, and their cookie. */
async function walk(): Promise<{ back: string; cookie: string; to: URL }> {
  const { headers, cookie } = await begin();
  const to = new URL(headers.get('location') ?? '');
  const { headers: next } = await get(to.href);
  return { back: next.get('location') ?? '', cookie, to };
}

/** What a person reads on a page, and what the form is told. */
function read(html: string): { words: string; told: { origins: string[]; message: string } | undefined } {
  const data = /<script type="application\/json" id="answer">(.*?)<\/script>/s.exec(html)?.[1];
  return { words: /<p[^>]*>([^<]*)<\/p>/.exec(html)?.[1] ?? '', told: data ? (JSON.parse(data) as { origins: string[]; message: string }) : undefined };
}

function expectRefusal(answer: { status: number; text: string; headers: Headers }, status: number, words: RegExp): void {
  expect(answer.status).toBe(status);
  const { words: shown, told } = read(answer.text);
  expect(shown).toMatch(words);
  expect(shown).not.toMatch(/invalid|failed|oops|please|error/i);
  if (told) {
    expect(told.message.startsWith('authorization:github:error:')).toBe(true);
    expect(JSON.parse(told.message.slice('authorization:github:error:'.length)).message).toMatch(words);
    expect(told.origins).toEqual([it.site]);
  }
  expect(answer.text).not.toContain('gho_');
  expectSafe(answer.headers);
}

function expectSafe(headers: Headers): void {
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
}

const noTokenAnywhere = () => {
  expect(answers.join('\n')).not.toContain('gho_');
  expect(it.logged.join('\n')).not.toMatch(/gho_|client-secret|code=/);
};

describe('a sign-in that goes through', () => {
  test('asks the host for the least right, with a sealed state and a challenge, whatever the form asked for', async () => {
    const { headers, status } = await begin();
    const to = new URL(headers.get('location') ?? '');
    expect(status).toBe(302);
    expect(to.origin + to.pathname).toBe(`${it.host.url}/login/oauth/authorize`);
    expect(Object.fromEntries(to.searchParams)).toEqual({
      client_id: CLIENT.clientId,
      redirect_uri: `${it.address}/callback`,
      scope: 'public_repo',
      state: expect.stringMatching(/^[\w-]+\.[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(headers.get('set-cookie')).toMatch(/^kanopi-sign-in=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/);
    const key = /=([\w-]{43});/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
    expect(to.href).not.toContain(key);
    expectSafe(headers);
  });

  test('ends with a token that works, told to the site alone, and takes the cookie away', async () => {
    const { back, cookie } = await walk();
    const page = await get(back, cookie);
    expect(page.status).toBe(200);
    const { told } = read(page.text);
    expect(told?.origins).toEqual([it.site]);
    const { token, provider } = JSON.parse(told!.message.slice('authorization:github:success:'.length)) as { token: string; provider: string };
    expect(provider).toBe('github');
    expect((await client(it.host, token)('GET', '/user')).body.login).toBe('tui');
    expect(page.headers.get('set-cookie')).toMatch(/^kanopi-sign-in=; .*Max-Age=0$/);
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; script-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(JSON.stringify([...page.headers])).not.toContain(token);
    expect(JSON.stringify(it.host.requests)).not.toContain(token);
    expect(it.logged.join('\n')).not.toContain(token);
    expectSafe(page.headers);
  });

  test('asks for private repositories only where the garden says that its own is one', async () => {
    it.tell({ OAUTH_PRIVATE: 'yes' });
    expect(new URL((await begin()).headers.get('location') ?? '').searchParams.get('scope')).toBe('repo');
    it.tell({ OAUTH_PRIVATE: 'no' });
    expect(new URL((await begin()).headers.get('location') ?? '').searchParams.get('scope')).toBe('public_repo');
  });

  test('outside this machine the cookie is tied to the host and to TLS, also behind a proxy', async () => {
    const env = { ...it.env, OAUTH_SITES: 'https://garden.example.org', OAUTH_HOST: undefined };
    const response = await oauth(new Request('http://login.example.org/auth?site_id=garden.example.org'), env);
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-kanopi-sign-in=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=600$/);
    const to = new URL(response.headers.get('location') ?? '');
    expect([to.origin, to.searchParams.get('redirect_uri')]).toEqual(['https://github.com', 'https://login.example.org/callback']);
  });

  test('a page on localhost is known under the name that Decap gives it', async () => {
    expect((await begin('provider=github&site_id=demo.decapcms.org')).status).toBe(403);
    it.tell({ OAUTH_SITES: `${it.site} http://localhost:4321` });
    expect((await begin('provider=github&site_id=demo.decapcms.org')).status).toBe(302);
  });
});

describe('a sign-in that is refused', () => {
  afterEach(noTokenAnywhere);

  test('when another site asks', async () => {
    for (const site of ['evil.example', '', '127.0.0.1.evil.example', '127.0.0.1:80']) expectRefusal(await begin(`provider=github&site_id=${site}`), 403, /does not serve the site/);
    expectRefusal(await begin('provider=gitlab&site_id=127.0.0.1'), 400, /for GitHub only/);
  });

  test('when the state was not sealed here', async () => {
    const { back, cookie } = await walk();
    const url = new URL(back);
    const state = url.searchParams.get('state') ?? '';
    const [words = '', seal = ''] = state.split('.');
    const later = Buffer.from(JSON.stringify(['127.0.0.1', Date.now() + 9e9])).toString('base64url');
    const tried = it.host.requests.length;
    for (const wrong of ['', 'x', words, `${words}.`, `${words}.${'A'.repeat(43)}`, `${later}.${seal}`, `${state}.x`, `${words}.é`]) {
      url.searchParams.set('state', wrong);
      expectRefusal(await get(url.href, cookie), 403, /not begun in this browser/);
    }
    url.searchParams.delete('state');
    expectRefusal(await get(url.href, cookie), 403, /not begun in this browser/);
    expect(it.host.requests.length, 'the host is not asked').toBe(tried);
  });

  test('when another browser comes back, or the same one with another sign-in', async () => {
    const { back } = await walk();
    const other = await walk();
    expectRefusal(await get(back), 403, /not begun in this browser/);
    expectRefusal(await get(back, other.cookie), 403, /not begun in this browser/);
    expectRefusal(await get(back, 'kanopi-sign-in='), 403, /not begun in this browser/);
    expectRefusal(await get(back, `${other.cookie}; ${other.cookie}`), 403, /not begun in this browser/);
  });

  test('when it took more than ten minutes', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { back, cookie } = await walk();
    vi.setSystemTime(Date.now() + 10 * 60 * 1000);
    expectRefusal(await get(back, cookie), 403, /more than ten minutes/);
  });

  test('when it is played again: without the cookie at once, with it by the host', async () => {
    const { back, cookie } = await walk();
    const first = await fetch(back, { headers: { cookie } });
    expect(first.status).toBe(200);
    const cleared = (first.headers.get('set-cookie') ?? '').split(';')[0]!;
    expectRefusal(await get(back, cleared), 403, /not begun in this browser/);
    expectRefusal(await get(back), 403, /not begun in this browser/);
    expectRefusal(await get(back, cookie), 403, /used already/);
  });

  test('when the code belongs to another sign-in', async () => {
    const mine = await walk();
    const theirs = await walk();
    const url = new URL(mine.back);
    url.searchParams.set('code', new URL(theirs.back).searchParams.get('code') ?? '');
    expectRefusal(await get(url.href, mine.cookie), 403, /used already/);
  });

  test('when the person says no at the host', async () => {
    it.host.signInAs(undefined);
    const { headers, cookie } = await begin();
    const to = new URL(headers.get('location') ?? '');
    const decided = await fetch(`${it.host.url}/login/oauth/authorize`, { method: 'POST', redirect: 'manual', body: new URLSearchParams([...to.searchParams, ['as', '']]) });
    expectRefusal(await get(decided.headers.get('location') ?? '', cookie), 403, /You chose not to/);
  });

  test('when the host does not answer, answers with a fault, or knows neither the app nor its address', async () => {
    const faults: { fault: Parameters<typeof it.host.failNext>[0]; words: RegExp }[] = [
      { fault: { path: /access_token/ }, words: /did not answer/ },
      { fault: { path: /access_token/, status: 500, body: 'gho_leak' }, words: /did not answer/ },
      { fault: { path: /access_token/, status: 200, body: { error: 'unheard_of', error_description: '<b>gho_leak</b>' } }, words: /did not answer/ },
      { fault: { path: /access_token/, status: 302, body: {}, headers: { location: 'http://127.0.0.1:9/' } }, words: /did not answer/ },
      { fault: { path: /access_token/, status: 200, body: { access_token: 'gho_leak\nx' } }, words: /did not answer/ },
    ];
    for (const { fault, words } of faults) {
      const { back, cookie } = await walk();
      it.host.failNext(fault);
      expectRefusal(await get(back, cookie), 403, words);
    }
    const late = await walk();
    it.host.registerApp({ clientId: CLIENT.clientId, clientSecret: 'another' });
    expectRefusal(await get(late.back, late.cookie), 403, /compares OAUTH_CLIENT_ID/);
    it.host.registerApp({ ...CLIENT, callback: `${it.address}/callback/elsewhere` });
    const { headers, cookie } = await begin();
    const refused = await get(headers.get('location') ?? '');
    expect(new URL(refused.headers.get('location') ?? '').searchParams.get('error')).toBe('redirect_uri_mismatch');
    expectRefusal(await get(`${it.address}/callback?${new URL(refused.headers.get('location') ?? '').searchParams}`, cookie), 403, /at another address/);
  });

  test.each(['OAUTH_CLIENT_ID', 'OAUTH_CLIENT_SECRET', 'OAUTH_SITES', 'OAUTH_STATE_SECRET'] as const)('when %s is missing, and the page says so and nothing else', async (name) => {
    for (const value of [undefined, '', ' ']) {
      it.tell({ [name]: value });
      for (const path of ['auth?provider=github&site_id=127.0.0.1', 'callback?code=1&state=1']) {
        const answer = await get(`${it.address}/${path}`);
        expectRefusal(answer, 500, new RegExp(`^This sign-in is not set up: ${name} has no value\\.$`));
        expect(answer.text).not.toContain(CLIENT.clientSecret);
        expect(answer.text).not.toContain(STATE_SECRET);
        expect(answer.text).not.toContain('<script');
      }
    }
  });

  test('when a setting is not what it should be', async () => {
    for (const sites of ['*', 'garden.example.org', 'https://garden.example.org/path', 'http://garden.example.org', 'https://*.example.org/', 'https://u:p@x.org', `${it.site} nonsense`]) {
      it.tell({ OAUTH_SITES: sites });
      expectRefusal(await begin(), 500, /OAUTH_SITES holds something else than origins/);
    }
    it.tell({ OAUTH_STATE_SECRET: 'short' });
    expectRefusal(await begin(), 500, /OAUTH_STATE_SECRET is shorter than 32/);
    it.tell({ OAUTH_HOST: 'http://github.example.org' });
    expectRefusal(await begin(), 500, /OAUTH_HOST is not an origin/);
    it.tell({ OAUTH_ADDRESS: 'login.example.org' });
    expectRefusal(await begin(), 500, /OAUTH_ADDRESS is not an origin/);
  });

  test('when it comes by another door', async () => {
    expectRefusal(await get(`${it.address}/`), 404, /press its sign-in button/);
    expectRefusal(await get(`${it.address}//auth?site_id=127.0.0.1`), 404, /press its sign-in button/);
    const posted = await fetch(`${it.address}/auth?site_id=127.0.0.1`, { method: 'POST' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET']);
  });
});
