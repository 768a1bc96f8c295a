import { spawn, type ChildProcess } from 'node:child_process';
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { cacheFolder } from '../../src/disk/cache-folder.ts';
import { PROJECT } from '../../src/disk/content-folder.ts';
import { page } from '../content-folder.ts';
import { BARE, commitAll, scratch, type Scratch } from './scratch-desk.ts';
import { childProcesses } from './child-processes.ts';

const ENDING = { timeout: 120_000, interval: 200 };

test('npm start shows what the form publishes and never a draft, keeps the last good site, and leaves no process behind', async () => {
  const mine = await gardenOnDisk();
  const { child, output } = start(mine, process.execPath, [path.join(PROJECT, 'scripts/run.mjs'), 'start']);
  await vi.waitFor(() => expect(output()).toContain('Ctrl-C'), ENDING);
  const [, garden = ''] = /The garden is open at (http:\/\/localhost:\d+\/garden\/)/.exec(output()) ?? [];
  expect(output()).toContain(`Write in the form at  ${garden}admin/`);
  const get = async (address: string) => (await fetch(garden + address)).status;
  const state = async () => (await (await fetch(`${garden}admin/desk`)).json()) as { revision: number; held: boolean; building: boolean };
  const ask = async (action: string, params: object) =>
    (
      await fetch(`${garden}admin/desk/api/v1`, {
        method: 'POST',
        headers: { origin: new URL(garden).origin, 'content-type': 'application/json' },
        body: JSON.stringify({ action, params: { branch: 'main', ...params } }),
      })
    ).status;
  const save = (slug: string) =>
    ask('persistEntry', {
      dataFiles: [{ slug, path: `content/pages/${slug}.mdx`, raw: page(slug, 'Text.') }],
      assets: [],
      options: { collectionName: 'pages', commitMessage: 'content(pages): add', useWorkflow: true, status: 'draft' },
    });

  expect(await get('hello/')).toBe(200);
  expect(await save('published')).toBe(200);
  expect(await save('unpublished')).toBe(200);
  const { revision } = await state();
  expect(await ask('publishUnpublishedEntry', { collection: 'pages', slug: 'published' })).toBe(200);
  await vi.waitFor(async () => expect(await state()).toMatchObject({ revision: revision + 1, building: false }), ENDING);
  expect([await get('published/'), await get('unpublished/'), await get('hello/')]).toEqual([200, 404, 200]);

  await mine.write('content/pages/wrong.mdx', 'no header');
  await vi.waitFor(async () => expect(await state()).toMatchObject({ held: true, building: false }), ENDING);
  expect(await get('published/')).toBe(200);
  expect(output()).toContain('content/pages/wrong.mdx');

  const children = childProcesses(child.pid!);
  expect(children.length).toBeGreaterThan(0);
  child.kill('SIGINT');
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
  await vi.waitFor(() => expect(children.filter(isAlive)).toEqual([]), ENDING);
  await expect(fetch(garden)).rejects.toThrow();
});

test('a process that is killed takes decap-server with it, and the next one gets the desk', async () => {
  const mine = await scratch();
  const script = `const { openDesk } = await import(${JSON.stringify(pathToFileURL(path.join(PROJECT, 'src/desk/open-desk.ts')).href)}); const desk = await openDesk({ folder: ${JSON.stringify(path.join(mine.top, 'content'))}, origin: 'http://localhost:1' }); console.log('ready ' + (await desk.state()).ready); setInterval(() => {}, 1000);`;
  const open = () => start(mine, process.execPath, ['--input-type=module', '-e', script]);
  const first = open();
  await vi.waitFor(() => expect(first.output()).toContain('ready true'), ENDING);
  const children = childProcesses(first.child.pid!);
  expect(children.length).toBeGreaterThan(0);
  first.child.kill('SIGKILL');
  await vi.waitFor(() => expect(children.filter(isAlive)).toEqual([]), ENDING);
  const second = open();
  await vi.waitFor(() => expect(second.output()).toContain('ready true'), ENDING);
});

/** A repository with a garden that builds. */
async function gardenOnDisk(): Promise<Scratch> {
  const mine = await scratch();
  await rm(path.join(mine.top, 'content/guides'), { recursive: true });
  await cp(path.join(PROJECT, 'content/vocabularies'), path.join(mine.top, 'content/vocabularies'), { recursive: true });
  await mine.write('content/pages/hello.mdx', page('Hello', 'Text.'));
  commitAll(mine, 'A garden');
  return mine;
}

/** Starts a process beside a repository, as from a terminal. */
function start(mine: Scratch, command: string, args: string[]): { child: ChildProcess; output: () => string } {
  const content = path.join(mine.top, 'content');
  const env: NodeJS.ProcessEnv = { ...BARE, NODE_ENV: 'production', SITE_URL: 'https://example.org/garden/', GARDEN_CONTENT: content, PORT: '4871' };
  for (const name of Object.keys(env)) if (name.startsWith('VITEST') || name === 'VITE_USER_NODE_ENV' || ['TEST', 'DEV', 'PROD', 'MODE', 'SSR', 'BASE_URL'].includes(name)) delete env[name];
  const child = spawn(command, args, { cwd: PROJECT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    const [before, site] = [process.env['SITE_URL'], env['SITE_URL']];
    process.env['SITE_URL'] = site;
    await rm(cacheFolder(content), { recursive: true, force: true, maxRetries: 5 });
    if (before === undefined) delete process.env['SITE_URL'];
    else process.env['SITE_URL'] = before;
  });
  return { child, output: () => output };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
