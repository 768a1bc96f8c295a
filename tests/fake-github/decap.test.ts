import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serve } from '../../src/oauth/serve.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { startFakeGitHub, type FakeGitHub } from './start-fake-github.ts';

const dist = path.dirname(createRequire(import.meta.url).resolve('decap-cms/dist/decap-cms.js'));

/** A site with Decap as it is, without any part of ours. */
function site(config: () => object): Server {
  return createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    if (name === '') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(
        `<!doctype html><html lang="en"><title>A form</title><body><script>window.CMS_MANUAL_INIT = true</script><script src="/decap-cms.js"></script><script>CMS.init({ config: ${JSON.stringify(config())} })</script></body></html>`,
      );
      return;
    }
    readFile(path.join(dist, path.basename(name))).then(
      (bytes) => response.writeHead(200, { 'content-type': name.endsWith('.js') ? 'text/javascript' : 'application/wasm' }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('Decap itself, on the stand-in for GitHub and the sign-in of ours', () => {
  let host: FakeGitHub;
  let browser: Browser;
  let address: string;
  const servers: Server[] = [];
  const env: Record<string, string> = {};
  const open = { auth: '' };

  beforeAll(async () => {
    host = await startFakeGitHub({
      repositories: { 'garden/kanopi': { 'content/guides/old.md': '---\ntitle: An old guide\n---\n\nText.\n' } },
      users: { garden: { id: 1, name: 'Garden', email: 'garden@example.org' }, aroha: { id: 2, name: 'Aroha', email: 'aroha@example.org' }, tui: { id: 7, name: 'Tūī', email: 'tui@example.org' } },
      maintainers: { 'garden/kanopi': ['aroha'] },
    });
    servers.push(
      serve(env),
      site(() => ({
        load_config_file: false,
        backend: {
          name: 'github',
          repo: 'garden/kanopi',
          branch: 'main',
          base_url: open.auth,
          auth_endpoint: 'auth',
          api_root: host.apiUrl,
          open_authoring: true,
          squash_merges: true,
          cms_label_prefix: 'kanopi/',
        },
        publish_mode: 'editorial_workflow',
        media_folder: 'content/media',
        public_folder: '../media',
        collections: [{ name: 'guides', label: 'Guides', folder: 'content/guides', create: true, fields: [{ name: 'title', label: 'Title', widget: 'string' }] }],
      })),
    );
    const [auth = '', form = ''] = await Promise.all(servers.map(listen));
    [open.auth, address] = [auth, form];
    Object.assign(env, { OAUTH_CLIENT_ID: 'app', OAUTH_CLIENT_SECRET: 'secret', OAUTH_SITES: form, OAUTH_STATE_SECRET: 'x'.repeat(40), OAUTH_HOST: host.url });
    host.registerApp({ clientId: 'app', clientSecret: 'secret', callback: `${auth}/callback` });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    for (const server of servers) server.closeAllConnections();
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    await host.close();
  });
  beforeEach(() => host.requests.splice(0));

  async function signIn(login: string): Promise<Page> {
    const page = await (await browser.newContext({ viewport: { width: 1360, height: 900 } })).newPage();
    // The picture of a person and the state of the real host are of no matter here.
    await page.route(/githubstatus\.com|\/avatars\//, (route) => route.abort());
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(address);
    const [popup] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: /login with github/i }).click()]);
    await popup.getByRole('button', { name: `Authorize as ${login}` }).click();
    return page;
  }

  async function write(page: Page, title: string): Promise<void> {
    await page.goto(`${address}/#/collections/guides/new`);
    const field = page.locator('input[id^="title-field"]').first();
    await field.click();
    await page.keyboard.type(title);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Changes saved', { exact: false }).first().waitFor();
  }

  async function setStatus(page: Page, status: string): Promise<void> {
    await page
      .getByRole('button', { name: /^(?:Set )?status/i })
      .first()
      .click();
    await page.getByRole('menuitem', { name: status }).click();
    await page.getByText('Entry status updated').first().waitFor();
  }

  const unknown = () =>
    host.requests
      .filter(({ status, host: where, path }) => status === 404 && where === 'api' && !/\/repos\/tui\/kanopi$|\/git\/refs\/heads\/cms\/tui\/kanopi|\/git\/trees\/|\/branches\//.test(path))
      .map(({ method, path }) => `${method} ${path}`);

  test('a maintainer signs in, writes, sends for review and publishes', async () => {
    const page = await signIn('aroha');
    await page.getByText('An old guide').first().waitFor();
    await write(page, 'Trap lines');
    expect(host.pulls('garden/kanopi')).toMatchObject([{ state: 'open', labels: [{ name: 'kanopi/draft' }], head: { ref: 'cms/guides/trap-lines' }, user: { login: 'aroha' } }]);
    await setStatus(page, 'Ready');
    expect(host.pulls('garden/kanopi')).toMatchObject([{ labels: [{ name: 'kanopi/pending_publish' }] }]);
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Publish now' }).click();
    await expect.poll(() => host.pulls('garden/kanopi')[0]).toMatchObject({ state: 'closed', merged_at: expect.any(String) });
    expect(await host.git('garden/kanopi', 'show', 'main:content/guides/trap-lines.md')).toContain('title: Trap lines');
    await expect.poll(() => host.git('garden/kanopi', 'for-each-ref', '--format=%(refname)', 'refs/heads')).toBe('refs/heads/main');
    expect(unknown()).toEqual([]);
    await page.context().close();
  });

  test('a stranger gets a fork, and their work reaches the garden as a request', async () => {
    const page = await signIn('tui');
    await page.getByRole('button', { name: 'Fork the repo', exact: true }).click();
    await page.getByText('An old guide').first().waitFor();
    await write(page, 'Kererū nests');
    expect(host.pulls('garden/kanopi')).toHaveLength(1);
    const branch = (await host.git('tui/kanopi', 'for-each-ref', '--format=%(refname)', 'refs/heads/cms')).split('\n').at(-1)!;
    expect(branch).toMatch(/^refs\/heads\/cms\/tui\/kanopi\/guides\/kerer/);
    expect(await host.git('tui/kanopi', 'log', '-1', '--format=%an <%ae>', branch)).toBe('Tūī <tui@example.org>');
    expect(await host.git('garden/kanopi', 'for-each-ref', '--format=%(refname)', 'refs/heads')).toBe('refs/heads/main');
    await setStatus(page, 'In review');
    await expect.poll(() => host.pulls('garden/kanopi').at(-1)).toMatchObject({ state: 'open', user: { login: 'tui' }, head: { repo: { full_name: 'tui/kanopi' } } });
    await page.goto(`${address}/#/workflow`);
    await page.reload();
    await page.getByText('Kererū nests').first().waitFor();
    expect(await page.getByText('Invalid Date').count()).toBe(0);
    expect(unknown()).toEqual([]);
    await page.context().close();
  });
});
