import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { freshSite } from '../../scripts/lib/fresh-site.ts';
import { serveSite, type SiteServer } from '../../scripts/lib/serve-site.ts';

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kanopi-served-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  return folder;
}

async function served(
  base = '/garden/',
): Promise<SiteServer & { get(address: string, method?: string): Promise<{ status: number; text: string; location: string | undefined; type: string | undefined }> }> {
  const server = await serveSite({ port: 0, base, desk: (_request, response, rest) => response.end(`desk ${rest}`) });
  onTestFinished(server.close);
  return {
    ...server,
    // Not fetch: it would tidy the address first.
    get: (address, method = 'GET') =>
      new Promise((resolve, reject) => {
        const asked = request({ host: 'localhost', port: server.port, path: address, method }, (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => (text += part));
          response.once('end', () => resolve({ status: response.statusCode ?? 0, text, location: response.headers.location, type: response.headers['content-type'] }));
        });
        asked.once('error', reject).end();
      }),
  };
}

const SITE = { 'index.html': 'home', '404.html': 'nothing here', 'guides/index.html': 'guides', 'guides/kererū/index.html': 'kererū', '_astro/old.css': 'old', '.secret': 'secret', 'data.json': '{}' };

test('the site stands below its base path, with its own page for what is not there', async () => {
  const server = await served();
  expect(await server.get('/garden/')).toMatchObject({ status: 503, text: 'The garden is being built. Load this page again in a moment.' });
  server.show(await folderWith(SITE));
  expect(await server.get('/garden/')).toMatchObject({ status: 200, text: 'home' });
  expect(await server.get('/garden/guides/?q=1')).toMatchObject({ status: 200, text: 'guides' });
  expect(await server.get(`/garden/guides/${encodeURIComponent('kererū')}/`)).toMatchObject({ status: 200, text: 'kererū' });
  expect(await server.get('/garden/data.json')).toMatchObject({ status: 200, type: 'application/json' });
  expect(await server.get('/garden/guides/', 'HEAD')).toMatchObject({ status: 200, text: '' });
  expect(await server.get('/garden/guides?q=1')).toMatchObject({ status: 302, location: '/garden/guides/?q=1' });
  for (const address of ['/', '/garden']) expect(await server.get(address)).toMatchObject({ status: 302, location: '/garden/' });
  for (const address of ['/garden/none/', '/elsewhere/', '/garden/.secret', '/garden/%', '/garden/../../etc/passwd', '/garden/..%2f..%2fetc%2fpasswd', '//evil.example/garden/guides'])
    expect({ address, ...(await server.get(address)) }).toMatchObject({ address, status: 404, text: 'nothing here' });
  expect((await server.get('/garden/', 'POST')).status).toBe(405);
});

test('a site without a base path leads nobody to another host', async () => {
  const server = await served('/');
  server.show(await folderWith({ ...SITE, 'evil.example/index.html': 'x' }));
  expect((await server.get('/guides')).location).toBe('/guides/');
  expect((await server.get('//evil.example')).location ?? '').not.toMatch(/^\/\//);
});

test('the desk has its own addresses, and none besides', async () => {
  const server = await served();
  server.show(await folderWith(SITE));
  expect((await server.get('/garden/admin/desk')).text).toBe('desk /');
  expect((await server.get('/garden/admin/desk/base?path=x')).text).toBe('desk /base?path=x');
  expect((await server.get('/garden/admin/desktop/')).status).toBe(404);
  expect((await server.get('/admin/desk')).status).toBe(404);
});

test('a new site takes the place of the old one at once, and files of the old pages are there for those who read them', async () => {
  const server = await served();
  server.show(await folderWith(SITE));
  server.show(await folderWith({ 'index.html': 'new home', '404.html': 'none', '_astro/new.css': 'new' }));
  expect((await server.get('/garden/')).text).toBe('new home');
  expect((await server.get('/garden/guides/')).status).toBe(404);
  expect((await server.get('/garden/_astro/new.css')).text).toBe('new');
  expect((await server.get('/garden/_astro/old.css')).text).toBe('old');
});

test('other computers do not reach the server', async () => {
  const server = await served();
  const addresses = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((address) => !address.internal && address.family === 'IPv4');
  for (const { address } of addresses) await expect(fetch(`http://${address}:${server.port}/garden/`)).rejects.toThrow();
  expect((await server.get('/garden/')).status).toBe(503);
});

test('a change of the content builds the site again elsewhere, and one that does not build leaves the last good site', async () => {
  const content = await folderWith({ 'guides/a.mdx': 'one' });
  const shown: string[] = [];
  let good = true;
  const site = freshSite({ content, place: '/sites', build: () => Promise.resolve(good), ready: (folder) => shown.push(path.basename(folder)) });
  onTestFinished(() => site.stop());
  expect(await site.first).toBe(true);
  expect(site.state()).toEqual({ revision: 1, building: false, held: false });
  await writeFile(path.join(content, 'guides/a.mdx'), 'two');
  await vi.waitFor(() => expect(site.state()).toMatchObject({ revision: 2, building: false }), { timeout: 10_000 });
  good = false;
  await writeFile(path.join(content, 'guides/b.mdx'), 'bad');
  await vi.waitFor(() => expect(site.state()).toEqual({ revision: 2, building: false, held: true }), { timeout: 10_000 });
  good = true;
  site.touch();
  expect(site.state().building).toBe(true);
  await vi.waitFor(() => expect(site.state()).toEqual({ revision: 3, building: false, held: false }), { timeout: 10_000 });
  expect(shown).toEqual(['a', 'b', 'a']);
});
