import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../scripts/lib/free-port.ts';
import { PROJECT } from '../../src/disk/content-folder.ts';
import { contentFolder, page as entry } from '../content-folder.ts';
import { openBrowser } from './open-browser.ts';

let folder: string;
let server: ChildProcess;
let browser: Browser;
let url: string;

beforeAll(async () => {
  folder = await contentFolder({ 'pages/first.mdx': entry('First', 'Hello there.'), 'pages/later.mdx': entry('Later', 'Not yet.', { status: 'draft' }) });
  const port = await freePort(4700);
  url = `http://localhost:${port}/`;
  const env: NodeJS.ProcessEnv = { ...process.env, GARDEN_CONTENT: folder, SITE_URL: url, NODE_ENV: 'development' };
  for (const name of Object.keys(env)) if (name.startsWith('VITEST') || ['TEST', 'DEV', 'PROD', 'MODE', 'SSR', 'BASE_URL'].includes(name)) delete env[name];
  server = spawn(path.join(PROJECT, 'node_modules/.bin/astro'), ['dev', '--port', String(port)], { cwd: PROJECT, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The dev server did not start.')), 90_000);
    server.stdout?.on('data', (data: Buffer) => {
      if (!String(data).includes('watching for file changes')) return;
      clearTimeout(timer);
      resolve();
    });
  });
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  if (server?.pid) process.kill(-server.pid);
  await rm(folder, { recursive: true, force: true });
});

test('a mistake shows as our message in the overlay, and the page recovers when it is mended', async () => {
  const page = await browser.newPage();
  await page.goto(`${url}first/`);
  await page.getByText('Hello there.').waitFor();
  const file = path.join(folder, 'pages/first.mdx');
  const good = readFileSync(file, 'utf8');
  writeFileSync(file, good.replace('Hello there.', 'Hello [[frist]].'));
  const overlay = page.locator('vite-error-overlay');
  await overlay.waitFor({ state: 'attached', timeout: 20_000 });
  await expect
    .poll(() => overlay.evaluate((element) => element.shadowRoot?.querySelector('#message-content')?.textContent ?? element.shadowRoot?.textContent ?? ''), { timeout: 10_000 })
    .toContain('There is no entry called "frist".');
  writeFileSync(file, good.replace('Hello there.', 'Hello again.'));
  await page.getByText('Hello again.').waitFor({ timeout: 20_000 });
  expect(await overlay.count()).toBe(0);
  await page.close();
}, 90_000);

test('a draft shows here with a band that says so', async () => {
  const page = await browser.newPage();
  await page.goto(`${url}later/`);
  expect(await page.locator('main').textContent()).toMatch(/draft/i);
  await page.close();
});
