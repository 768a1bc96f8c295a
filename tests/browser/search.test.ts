import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, inject, test } from 'vitest';
import { serveFolder, type Served } from '../serve-folder.ts';
import { openBrowser } from './open-browser.ts';

describe.each(inject('sites'))('search on the site below $base', ({ base, folder }) => {
  let browser: Browser;
  let served: Served;
  let page: Page;
  const requests: string[] = [];

  beforeAll(async () => {
    served = await serveFolder(folder, base);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });
  beforeEach(async () => {
    requests.length = 0;
    page = await browser.newPage();
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(served.url);
  });
  afterEach(() => page.close());

  const dialog = () => page.getByRole('dialog', { name: 'Search' });
  const results = () => dialog().locator('ol > li');
  const open = async (words: string) => {
    await page.keyboard.press('/');
    await dialog().getByRole('searchbox').fill(words);
  };

  test('nothing of it loads before it is used', () => {
    expect(requests.filter((url) => url.includes('pagefind'))).toEqual([]);
  });

  test('a guide is found by a word of its body, and its link works', async () => {
    await open('tracking tunnels ink');
    const link = dialog().getByRole('link', { name: 'Set and read tracking tunnels' }).first();
    await link.waitFor();
    await link.click();
    await page.waitForURL('**/guides/read-tracking-tunnels/**');
    expect(await page.locator('h1').textContent()).toContain('tracking tunnels');
  });

  test('a word without macrons finds the one with them, and back', async () => {
    const titles = async (words: string) => {
      await page.goto(`${served.url}search/?q=${encodeURIComponent(words)}`);
      await page.locator('ol > li').first().waitFor();
      return (await page.locator('ol > li').getByRole('heading').allTextContents()).sort();
    };
    const plain = await titles('tieke');
    expect(plain.length).toBeGreaterThan(0);
    expect(await titles('tīeke')).toEqual(plain);
  });

  test('two habitats widen the results, and an outcome narrows them', async () => {
    await page.goto(`${served.url}search/?q=rats`);
    await page.locator('ol > li').first().waitFor();
    const count = async () => Number(/^\d+/.exec((await page.locator('.search-results h2').textContent()) ?? '')?.[0] ?? 0);
    const tick = async (group: string, value: string) => {
      const before = await page.locator('.search-results h2').textContent();
      await page.getByRole('group', { name: group }).getByLabel(value, { exact: false }).check();
      await page.waitForFunction((text) => document.querySelector('.search-results h2')?.textContent !== text, before, { timeout: 5000 }).catch(() => undefined);
      return count();
    };
    const all = await count();
    const one = await tick('Habitat', 'Island');
    const two = await tick('Habitat', 'Forest');
    expect(one).toBeGreaterThan(0);
    expect(one).toBeLessThan(all);
    expect(two).toBeGreaterThan(one);
    const mixed = await tick('How it went', 'Mixed');
    expect(mixed).toBeGreaterThan(0);
    expect(mixed).toBeLessThan(two);
    expect(page.url()).toContain('q=rats');
  });

  test('a word that stands nowhere finds nothing, and a filter keeps it at nothing', async () => {
    await page.goto(`${served.url}search/?q=xzqy`);
    await page.getByText('Nothing found for').first().waitFor();
    await page.getByRole('group', { name: 'Kind of page' }).getByRole('checkbox').first().check();
    await page.waitForTimeout(400);
    expect(await page.locator('ol > li').count()).toBe(0);
  });

  test('by keyboard alone it opens, is read out once a pause, and Escape returns to where one was', async () => {
    const start = page.locator('header a, header button').last();
    await start.focus();
    await page.evaluate(() => {
      const said: string[] = ((window as unknown as { said: string[] }).said = []);
      new MutationObserver((changes) =>
        changes.forEach((change) =>
          change.target.parentElement?.closest('[role=status]') || (change.target as Element).closest?.('[role=status]')
            ? said.push(document.querySelector('dialog [role=status]')?.textContent ?? '')
            : undefined,
        ),
      ).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await page.keyboard.press('/');
    await dialog().getByRole('searchbox').waitFor();
    await page.keyboard.type('stoat', { delay: 20 });
    await results().first().waitFor();
    await page.waitForTimeout(500);
    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said.filter((text) => text !== ''));
    expect(new Set(said).size).toBe(1);
    expect(said[0]).toMatch(/^\d+ pages? for/);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog().isVisible()).toBe(false);
    expect(await start.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('every result leads to a page of this site', async () => {
    await page.goto(`${served.url}search/?q=trap`);
    await page.locator('ol > li').first().waitFor();
    const links = await page.locator('ol > li a').evaluateAll((elements) => elements.map((element) => (element as HTMLAnchorElement).href));
    for (const link of links) {
      expect(link.startsWith(served.url), link).toBe(true);
      expect((await page.request.get(link)).status(), link).toBe(200);
    }
    expect(served.missing.filter((path) => !path.endsWith('favicon.ico'))).toEqual([]);
  });
});
