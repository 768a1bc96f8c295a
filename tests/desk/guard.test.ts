import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkAction } from '../../src/desk/check-action.ts';
import { OLD, everything, openForm, scratch } from './scratch-desk.ts';

const LIST = JSON.stringify({ branch: 'main', action: 'unpublishedEntries', params: { branch: 'main' } });

test('only a page of this server, under a name of this computer, reaches the desk', async () => {
  const mine = await scratch();
  const form = await openForm(mine);
  const own = `localhost:${form.port}`;
  const refused: Record<string, Record<string, string>> = {
    'another origin': { origin: 'https://evil.example' },
    'another port': { origin: 'http://localhost:1' },
    'no origin': { origin: 'null' },
    'a name that was made to point here': { host: `evil.example:${form.port}`, origin: `http://evil.example:${form.port}` },
    'a host without its port': { host: 'localhost', origin: 'http://localhost' },
    'a plain form of another site': { 'content-type': 'text/plain' },
    'a multipart form': { 'content-type': 'multipart/form-data; boundary=x' },
    'a site that the browser calls foreign': { 'sec-fetch-site': 'cross-site' },
    'a page on another port': { 'sec-fetch-site': 'same-site' },
  };
  for (const [what, headers] of Object.entries(refused))
    expect({ what, ...(await form.send({ headers, body: LIST })) }).toMatchObject({ what, status: 403, body: { error: expect.stringMatching(/^[A-Z].*\.$/) as string } });
  for (const address of ['/garden/admin/desk', '/garden/admin/desk/base?collection=guides&slug=a&path=content/guides/a.mdx']) {
    for (const headers of [{ host: `evil.example:${form.port}` }, { origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }] as Record<string, string>[])
      expect((await form.send({ method: 'GET', path: address, headers })).status).toBe(403);
  }
  for (const method of ['OPTIONS', 'PUT', 'DELETE']) expect((await form.send({ method, headers: { origin: 'https://evil.example' } })).status).toBe(403);
  for (const host of [own, `127.0.0.1:${form.port}`, `[::1]:${form.port}`]) expect((await form.send({ headers: { host, origin: `http://${host}` }, body: LIST })).status).toBe(200);
});

test.skipIf(process.platform !== 'linux')('decap-server itself answers nobody who does not have its key', async () => {
  const mine = await scratch();
  const form = await openForm(mine);
  await form.save('guides', 'secret', OLD);
  const ports = listeningPorts().filter((port) => port !== form.port);
  expect(ports.length).toBeGreaterThan(0);
  for (const port of ports) {
    for (const headers of [
      { 'content-type': 'application/json', origin: `http://localhost:${form.port}` },
      { 'content-type': 'text/plain', origin: 'https://evil.example' },
      { 'content-type': 'application/json', 'x-desk-key': 'a'.repeat(64) },
    ] as Record<string, string>[]) {
      const reply = await fetch(`http://127.0.0.1:${port}/api/v1`, { method: 'POST', headers, body: LIST });
      expect({ status: reply.status, text: await reply.text(), allowed: reply.headers.get('access-control-allow-origin') }).toEqual({ status: 403, text: '', allowed: null });
    }
  }
});

test('the desk reads and writes in the folder of the content only', async () => {
  const mine = await scratch();
  const form = await openForm(mine);
  const before = await everything(mine);
  const options = { commitMessage: 'x', collectionName: 'guides', useWorkflow: true, status: 'draft' };
  const file = { slug: 'a', path: 'content/guides/a.mdx', raw: 'x' };
  const requests: [string, Record<string, unknown>][] = [
    ['getEntry', { path: '.git/config' }],
    ['getEntry', { path: 'content/../notes.txt' }],
    ['getEntry', { path: 'content/guides/../../.git/config' }],
    ['entriesByFolder', { folder: '.git', extension: '', depth: 5 }],
    ['entriesByFiles', { files: [{ path: 'notes.txt' }] }],
    ['getMedia', { mediaFolder: '' }],
    ['persistEntry', { dataFiles: [{ ...file, path: '.git/hooks/post-checkout' }], assets: [], options }],
    ['persistEntry', { dataFiles: [file], assets: [{ path: '.git/config', content: 'eA==', encoding: 'base64' }], options }],
    ['persistEntry', { dataFiles: [{ ...file, newPath: 'content/guides/b.mdx' }], assets: [], options }],
    ['persistEntry', { dataFiles: [{ ...file, slug: '../../heads/main' }], assets: [], options }],
    ['persistEntry', { dataFiles: [{ ...file, slug: '--upload-pack=x' }], assets: [], options }],
    ['persistMedia', { asset: { path: 'content\\..\\.git\\config', content: 'eA==', encoding: 'base64' }, options }],
    ['deleteFiles', { paths: ['content/guides/trap-lines.mdx'], options }],
    ['deleteFile', { path: 'content/site.yaml', options }],
    ['getEntry', { path: 'content/guides/trap-lines.mdx', branch: '--help' }],
    ['unpublishedEntry', { id: '../main' }],
    ['publishUnpublishedEntry', { collection: '-x', slug: 'y' }],
    ['runScript', {}],
  ];
  for (const [action, params] of requests)
    expect({ action, params, ...(await form.ask(action, params)) }).toMatchObject({ action, params, status: 422, body: { error: expect.stringMatching(/\.$/) as string } });
  for (const body of ['null', '[]', '{}', '{"action":"persistEntry"}', '{"action":{"a":1}}']) expect((await form.send({ body })).status).toBe(422);
  expect((await form.send({ body: '{' })).status).toBe(403);
  expect(await everything(mine)).toEqual(before);
});

test('a picture may be added to and taken out of the library', async () => {
  const mine = await scratch();
  const form = await openForm(mine);
  const options = { commitMessage: 'content(media): add bird.png' };
  expect(await form.ask('persistMedia', { asset: { path: 'content/media/bird.png', content: 'eA==', encoding: 'base64' }, options })).toMatchObject({ status: 200, body: { name: 'bird.png' } });
  expect(await mine.read('content/media/bird.png')).toBe('x');
  expect((await form.ask('deleteFiles', { paths: ['content/media/bird.png'], options: { commitMessage: 'Take it out' } })).status).toBe(200);
  expect(mine.git('log', '--format=%s')).toBe('Take it out\ncontent(media): add bird.png\nBegin');
});

test('more than 50 MB at once is refused in a sentence', async () => {
  const mine = await scratch();
  const form = await openForm(mine);
  expect(await form.send({ body: `"${'x'.repeat(51 * 1024 * 1024)}"` })).toMatchObject({ status: 413, body: { error: expect.stringContaining('50 MB') as string } });
  expect((await form.save('guides', 'after', OLD)).status).toBe(200);
});

test.each(['kererū', 'a.b', '2026-count', 'a_b'])('a page may be called %s', (slug) =>
  expect(checkAction({ action: 'publishUnpublishedEntry', params: { branch: 'main', collection: 'case-studies', slug } }, 'main')).toMatchObject({ draft: `case-studies/${slug}` }),
);

/** Ports of the IPv4 loopback address on which processes that this test started listen. */
function listeningPorts(): number[] {
  const inodes = new Map(
    readFileSync('/proc/net/tcp', 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((parts) => parts[3] === '0A')
      .map((parts) => [parts[9], parseInt(parts[1]?.split(':')[1] ?? '0', 16)] as const),
  );
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(process.pid)], { encoding: 'utf8' })
    .split('\n')
    .map(Number)
    .filter(Boolean);
  return children.flatMap((pid) => {
    try {
      const files = execFileSync('ls', ['-l', `/proc/${pid}/fd`], { encoding: 'utf8' });
      return [...files.matchAll(/socket:\[(\d+)\]/g)].flatMap(([, inode]) => inodes.get(inode) ?? []);
    } catch {
      return [];
    }
  });
}
