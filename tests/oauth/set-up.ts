import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OAuthEnv } from '../../src/oauth/oauth.ts';
import { serve } from '../../src/oauth/serve.ts';
import { startFakeGitHub, type FakeGitHub } from '../fake-github/start-fake-github.ts';

export const CLIENT = { clientId: 'Iv1.garden', clientSecret: 'client-secret-of-the-garden' };
export const STATE_SECRET = 'a long random text, only for these tests';

/** The function on its Node server, the host it signs in to, and a site, each on a port of its own. */
export interface SetUp {
  readonly host: FakeGitHub;
  /** Origin of the function. */
  readonly address: string;
  /** Origin of the site that may sign in. */
  readonly site: string;
  /** Origin of a site that may not. */
  readonly foreign: string;
  readonly env: OAuthEnv;
  /** Everything that went to the console. */
  readonly logged: string[];
  /** Changes what the function is told. */
  tell(change: Partial<Record<keyof OAuthEnv, string | undefined>>): void;
  close(): Promise<void>;
}

export async function setUp(): Promise<SetUp> {
  const logged: string[] = [];
  const silence = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => {
    const before = console[name];
    console[name] = (...words: unknown[]) => void logged.push(words.map(String).join(' '));
    return () => void (console[name] = before);
  });
  const env: Record<string, string | undefined> = {};
  const servers: Server[] = [serve(env as OAuthEnv), page(), page()];
  const [address = '', site = '', foreign = ''] = await Promise.all(servers.map(listen));
  const host = await startFakeGitHub({
    repositories: { 'garden/kanopi': { 'a.txt': 'a' } },
    users: { garden: { id: 1, name: 'Garden' }, tui: { id: 7 } },
    app: { ...CLIENT, callback: `${address}/callback` },
  });
  const whole = { OAUTH_CLIENT_ID: CLIENT.clientId, OAUTH_CLIENT_SECRET: CLIENT.clientSecret, OAUTH_SITES: site, OAUTH_STATE_SECRET: STATE_SECRET, OAUTH_HOST: host.url };
  Object.assign(env, whole);
  return {
    host,
    address,
    site,
    foreign,
    env: env as OAuthEnv,
    logged,
    tell(change) {
      for (const name of Object.keys(env)) delete env[name];
      Object.assign(env, whole, change);
    },
    async close() {
      silence.forEach((restore) => restore());
      await Promise.all(
        servers.map((server) => {
          const closed = new Promise((resolve) => server.close(resolve));
          server.closeAllConnections();
          return closed;
        }),
      );
      await host.close();
    },
  };
}

/** A page that opens the sign-in the way Decap does, and writes down what it is told. */
function page(): Server {
  const html = `<!doctype html><html lang="en"><title>A site</title><script>
const heard = [];
function signIn(base, query, echo = true) {
  addEventListener('message', function greeted(event) {
    heard.push([event.origin, event.data]);
    if (event.data === 'authorizing:github' && event.origin === base && echo) event.source.postMessage(event.data, event.origin);
  });
  window.popup = open(base + '/auth?' + query, 'Authorization', 'width=600,height=600');
}
</script></html>`;
  return createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html));
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
