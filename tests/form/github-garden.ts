import { rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext } from 'playwright-core';
import sirv from 'sirv';
import { stringify } from 'yaml';
import { cacheFolder } from '../../src/disk/cache-folder.ts';
import { serve } from '../../src/oauth/serve.ts';
import { buildSite } from '../build-site.ts';
import { contentFolder } from '../content-folder.ts';
import { client, commitFiles } from '../fake-github/as-decap.ts';
import { startFakeGitHub, type FakeGitHub } from '../fake-github/start-fake-github.ts';
import { formDriver, type FormDriver } from './form-driver.ts';

/** The garden's repository at its host. */
export const REPO = 'garden/kanopi';

/** A published garden whose form stores on the stand-in for GitHub. */
export interface GitHubGarden {
  readonly host: FakeGitHub;
  /** Address of the site, ending with `/`. */
  readonly url: string;
  /** Changes a file on a branch of the garden, as somebody does who works without the form. */
  change(branch: string, file: string, from: string, to: string): Promise<void>;
  /** Somebody with a browser of their own. */
  visitor(browser: Browser, login: string): Promise<Visitor>;
  close(): Promise<void>;
}

/** Somebody at the form, and what their browser did that it must not do. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly form: FormDriver;
  /** Violations of the policy, requests to other hosts, errors that nobody caught. */
  readonly faults: string[];
  /** Every address that was asked, and what each said of the page it came from. */
  readonly addresses: string[];
  /** Everything that went to the console, and every error. */
  readonly console: string[];
  /** Signs in, on the page that asks for it. */
  signIn(): Promise<void>;
}

function belongs(address: string, origins: readonly string[]): boolean {
  return /^(?:data|blob|about):/.test(address) || origins.includes(new URL(address).origin);
}

/** Builds a small site for the addresses of this test, and starts the host and the sign-in that it names. */
export async function gitHubGarden(entries: Readonly<Record<string, string>>): Promise<GitHubGarden> {
  const env: Record<string, string> = {};
  let answer: RequestListener = (_request, response) => void response.writeHead(503).end();
  // Decap calls every site on "localhost" by the name of its own demonstration.
  const servers = [serve(env), createServer((request, response) => answer(request, response))];
  const [auth = '', site = ''] = await Promise.all(servers.map(listen));
  const host = await startFakeGitHub({
    repositories: { [REPO]: Object.fromEntries(Object.entries(entries).map(([file, text]) => [`content/${file}`, text])), 'rata/kanopi': { 'notes.txt': 'Something else' } },
    users: {
      garden: { id: 1, name: 'Garden', email: 'garden@example.org' },
      aroha: { id: 2, name: 'Aroha Example', email: 'aroha@example.org' },
      rata: { id: 3, name: 'Rātā Example', email: 'rata@example.org' },
      tui: { id: 7, name: 'Tūī Example', email: 'tui@example.org' },
    },
    maintainers: { [REPO]: ['aroha'] },
    app: { clientId: 'app', clientSecret: 'secret', callback: `${auth}/callback` },
  });
  Object.assign(env, { OAUTH_CLIENT_ID: 'app', OAUTH_CLIENT_SECRET: 'secret', OAUTH_SITES: site, OAUTH_STATE_SECRET: 'x'.repeat(40), OAUTH_HOST: host.url });
  const facts = { name: 'A garden', url: `${site}/`, repository: `${host.url}/garden/kanopi`, branch: 'main', licence: 'CC-BY-4.0', form: { host: 'github', auth, api: host.apiUrl } };
  const content = await contentFolder({ 'site.yaml': stringify(facts), ...entries });
  const built = await buildSite({ content, url: `${site}/` });
  if (built.code !== 0) throw new Error(`The site does not build:\n${built.output}`);
  const files = sirv(built.folder);
  answer = (request, response) => files(request, response, () => void response.writeHead(404).end('There is no such page.'));
  return {
    host,
    url: `${site}/`,
    async change(branch, file, from, to) {
      const ask = client(host, host.tokenFor('garden'));
      const text = `${await host.git(REPO, 'show', `${branch}:${file}`)}\n`;
      if (!text.includes(from)) throw new Error(`${file} does not hold "${from}":\n${text}`);
      const commit = await commitFiles(ask, REPO, await host.git(REPO, 'rev-parse', branch), { [file]: text.replace(from, to) }, `fix: ${to}`);
      await ask('PATCH', `/repos/${REPO}/git/refs/heads/${branch}`, { sha: commit });
    },
    visitor: async (browser, login) => visitor(browser, login, { site, auth, host }),
    async close() {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
      await host.close();
      for (const folder of [built.folder, content, cacheFolder(content)]) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function visitor(browser: Browser, login: string, { site, auth, host }: { site: string; auth: string; host: FakeGitHub }): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 } });
  context.setDefaultTimeout(20_000);
  const [faults, addresses, console]: string[][] = [[], [], []];
  await context.exposeBinding('gardenFault', (_source, words: string) => void faults!.push(words));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      void (window as unknown as { gardenFault(words: string): void }).gardenFault(`violation of ${event.violatedDirective} by ${event.blockedURI}`);
    });
  });
  const page = await context.newPage();
  context.on('request', (request) => {
    addresses!.push(request.url(), request.headers()['referer'] ?? '');
    if (!belongs(request.url(), [site, host.apiUrl, auth, host.url])) faults!.push(`asked another host: ${request.url()}`);
  });
  // Only the window of the sign-in goes to the pages of the host.
  page.on('request', (request) => belongs(request.url(), [site, host.apiUrl]) || faults!.push(`the form asked another host: ${request.url()}`));
  context.on('console', (message) => console!.push(message.text()));
  page.on('pageerror', (error) => console!.push(error.message));
  page.on('framenavigated', (frame) => addresses!.push(frame.url()));
  return {
    context,
    form: formDriver(page, `${site}/`),
    faults: faults!,
    addresses: addresses!,
    console: console!,
    async signIn() {
      const [popup] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: 'Sign in with GitHub' }).click()]);
      await popup.getByRole('button', { name: `Authorize as ${login}` }).click();
    },
  };
}
