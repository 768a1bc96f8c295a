import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';

const folder = import.meta.dirname;
const ENV = { OAUTH_CLIENT_ID: 'id', OAUTH_CLIENT_SECRET: 'secret', OAUTH_SITES: 'https://garden.example.org', OAUTH_STATE_SECRET: 'a long random text, only for these tests' };
const ask = () => new Request('https://login.example.org/auth?provider=github&site_id=garden.example.org');

function expectLedToGitHub(response: { status: number; headers: Headers }): void {
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toMatch(/^https:\/\/github\.com\/login\/oauth\/authorize\?client_id=id&/);
}

describe('the sign-in on its hosts', () => {
  afterEach(() => {
    for (const name of Object.keys(ENV)) delete process.env[name];
  });

  test('runs on Node by one command, without a package', async () => {
    const child = spawn(process.execPath, [path.join(folder, 'node.ts')], { env: { PATH: process.env['PATH'], ...ENV, PORT: '0' }, cwd: '/', stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const said = await new Promise<string>((resolve, reject) => {
        child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()));
        child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
      });
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said)!;
      expectLedToGitHub(await fetch(`${address}/auth?provider=github&site_id=garden.example.org`, { redirect: 'manual' }));
    } finally {
      child.kill();
    }
  });

  test('runs on Cloudflare Workers with the variables that they hand over', async () => {
    const { default: worker } = await import('./cloudflare.ts');
    expectLedToGitHub(await worker.fetch(ask(), ENV));
    expect(await (await worker.fetch(ask(), {})).text()).toContain('OAUTH_CLIENT_ID has no value.');
  });

  test('runs on Netlify at the two addresses that the form and GitHub use', async () => {
    Object.assign(process.env, ENV);
    const { default: handler, config } = await import('./netlify.ts');
    expectLedToGitHub(await handler(ask()));
    expect(config.path).toEqual(['/auth', '/callback']);
  });

  test('runs on Deno', async () => {
    const served: ((request: Request) => Promise<Response>)[] = [];
    Object.assign(globalThis, { Deno: { env: { toObject: () => ENV }, serve: (handler: (request: Request) => Promise<Response>) => served.push(handler) } });
    await import('./deno.ts');
    expectLedToGitHub(await served[0]!(ask()));
    Reflect.deleteProperty(globalThis, 'Deno');
  });

  test('only what is for Node knows Node, and no file needs a package', () => {
    const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    const imported = sources.flatMap((name) => [...readFileSync(path.join(folder, name), 'utf8').matchAll(/from '([^']+)'/g)].map(([, from]) => ({ name, from: from! })));
    expect(imported.length).toBeGreaterThan(10);
    expect(imported.filter(({ from }) => !from.startsWith('./')).map(({ name, from }) => `${name} ${from}`)).toEqual(['node.ts node:net', 'serve.ts node:http']);
    expect(imported.filter(({ from }) => /serve\.ts|node\.ts/.test(from)).map(({ name }) => name)).toEqual(['node.ts']);
  });
});
