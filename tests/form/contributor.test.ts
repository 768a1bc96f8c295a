import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from '../browser/open-browser.ts';
import { buildSite } from '../build-site.ts';
import { formDriver } from './form-driver.ts';
import { scratchGarden, type ScratchGarden } from './scratch-garden.ts';

const site = inject('sites')[0]!;
let browser: Browser;
let garden: ScratchGarden;

beforeAll(async () => {
  browser = await openBrowser();
  garden = await scratchGarden(site);
});
afterAll(async () => {
  await browser?.close();
  await garden?.close();
});

test('one changed word of a guide is one changed line in git, from the door on its page to the site', async () => {
  const page = await browser.newPage();
  const form = formDriver(page, garden.url);
  await page.goto(`${garden.url}guides/read-tracking-tunnels/`);
  await page.getByRole('link', { name: 'Improve this page' }).first().click();
  await form.text.waitFor();
  const before = garden.show('main', 'content/guides/read-tracking-tunnels.mdx');
  await form.fill('Title', 'Set and read tracking tunnels well');
  await form.save();
  await form.setStatus('In review');
  await form.setStatus('Ready');
  await form.publish();
  const diff = garden.git('diff', '--unified=0', 'HEAD~1', 'HEAD').split('\n').filter((line) => /^[+-][^+-]/.test(line));
  expect(diff).toEqual(['-title: Set and read tracking tunnels', '+title: Set and read tracking tunnels well']);
  expect(garden.git('log', '-1', '--format=%an|%s').trim()).toBe('Ana Example|content(guides): update Set and read tracking tunnels well');
  expect(garden.git('show', '--name-only', '--format=', 'HEAD').trim()).toBe('content/guides/read-tracking-tunnels.mdx');
  expect(readFileSync(path.join(garden.folder, 'content/guides/read-tracking-tunnels.mdx'), 'utf8')).not.toBe(before);
  expect(garden.git('status', '--porcelain').trim()).toBe('');
  const built = await buildSite({ content: path.join(garden.folder, 'content'), url: site.url });
  try {
    expect(built.code, built.output.slice(-2000)).toBe(0);
    expect(readFileSync(path.join(built.folder, 'guides/read-tracking-tunnels/index.html'), 'utf8')).toContain('Set and read tracking tunnels well');
  } finally {
    await rm(built.folder, { recursive: true, force: true });
  }
  await page.close();
});
