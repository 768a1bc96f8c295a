import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { serveFolder, type Served } from '../serve-folder.ts';
import { openBrowser } from './open-browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PATHS = [
  '',
  'guides/',
  'guides/read-tracking-tunnels/',
  'guides/lay-out-a-trap-network/',
  'case-studies/',
  'case-studies/orokonui-stoats/',
  'curricula/',
  'curricula/trapping-coordinator-foundations/',
  'sessions/draft-the-layout/',
  'capabilities/',
  'capabilities/trap-network-design/',
  'glossary/',
  'glossary/kaitiaki/',
  'sources/',
  'sources/doc-spacing/',
  'regions/',
  'habitats/',
  'about/',
  'stages-and-evidence/',
  'guides/map-the-system/',
  'sessions/compare-fairly/',
  'contribute/',
  'contribute/problems/',
  'contribute/problems/broken-link/',
  'components/',
  'search/',
  '404.html',
];

const [site] = inject('sites').slice(-1);

describe('pages in a real browser', () => {
  let browser: Browser;
  let served: Served;

  beforeAll(async () => {
    served = await serveFolder(site!.folder, site!.base);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  describe.each(['light', 'dark'] as const)('in the %s scheme', (colorScheme) => {
    test.each(PATHS)('%s has no fault that axe finds, and nothing breaks the policy', async (path) => {
      const context = await browser.newContext({ colorScheme, viewport: { width: 390, height: 844 }, bypassCSP: false });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(served.url + path);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, 'the page is wider than a phone').toBeLessThanOrEqual(390);
      expect(faults.filter((text) => !/favicon/.test(text))).toEqual([]);
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> } }).axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        });
        return violations.map(
          (violation) =>
            `${violation.id}: ${violation.nodes
              .slice(0, 3)
              .map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`)
              .join(' | ')}`,
        );
      });
      await context.close();
      expect(found).toEqual([]);
    });
  });

  test('with JavaScript off, a reader moves from the home page to a guide and its case by links', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(served.url);
    await page.getByRole('navigation').first().getByRole('link', { name: 'Guides' }).click();
    await page
      .getByRole('link', { name: /tracking tunnels/i })
      .first()
      .click();
    expect(await page.locator('h1').textContent()).toMatch(/tracking tunnels/i);
    await page.locator('a[href*="/case-studies/"]').first().click();
    expect(page.url()).toContain('/case-studies/');
    await context.close();
  });

  test('on paper in the dark scheme a session is black on white, with its answers open', async () => {
    const context = await browser.newContext({ colorScheme: 'dark' });
    const page = await context.newPage();
    await page.goto(`${served.url}sessions/draft-the-layout/`);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const colours = await page.evaluate(() => ({ paper: getComputedStyle(document.body).backgroundColor, ink: getComputedStyle(document.querySelector('main p') ?? document.body).color }));
    const light = (colour: string) =>
      (colour.match(/[\d.]+/g) ?? [])
        .slice(0, 3)
        .map(Number)
        .reduce((sum, part) => sum + part, 0);
    expect(colours.paper === 'rgba(0, 0, 0, 0)' || light(colours.paper) > 700, colours.paper).toBe(true);
    expect(light(colours.ink)).toBeLessThan(200);
    expect(await page.locator('header nav').first().isVisible()).toBe(false);
    expect(await page.locator('details.answer p').first().isVisible()).toBe(true);
    await context.close();
  });

  test('a page that is not there says so and leads on', async () => {
    const page = await browser.newPage();
    const response = await page.goto(`${served.url}guides/nothing-here/`);
    expect(response?.status()).toBe(404);
    expect(await page.locator('main a').count()).toBeGreaterThan(0);
    await page.close();
  });
});
