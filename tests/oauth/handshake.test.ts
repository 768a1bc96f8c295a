import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser } from '../browser/open-browser.ts';
import { client } from '../fake-github/as-decap.ts';
import { setUp, type SetUp } from './set-up.ts';

type Heard = [origin: string, message: string][];

describe('the last page of a sign-in, in a real browser', () => {
  let it: SetUp;
  let browser: Browser;
  let context: BrowserContext;
  let addresses: string[];
  let faults: string[];

  beforeAll(async () => {
    it = await setUp();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await it.close();
  });
  beforeEach(async () => {
    it.tell({});
    it.host.signInAs('tui');
    [addresses, faults] = [[], []];
    context = await browser.newContext();
    context.on('request', (request) => addresses.push(request.url(), request.headers()['referer'] ?? ''));
    context.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  });
  afterEach(() => context.close());

  /** Opens a page of a site and presses its button; the window that opens, and what the page hears. */
  async function signIn(site: string, { echo = true } = {}): Promise<{ page: Page; popup: Page; heard: () => Promise<Heard> }> {
    const page = await context.newPage();
    await page.goto(site);
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate(([base, echoes]) => (window as unknown as { signIn(...words: unknown[]): void }).signIn(base, 'provider=github&site_id=127.0.0.1&scope=public_repo', echoes), [
        it.address,
        echo,
      ] as const),
    ]);
    return { page, popup, heard: () => page.evaluate('heard') as Promise<Heard> };
  }

  test('hands the token to the form that opened it, closes, and breaks no policy', async () => {
    const { popup, heard } = await signIn(it.site);
    if (!popup.isClosed()) await popup.waitForEvent('close');
    const words = await heard();
    expect(words.map(([origin]) => origin)).toEqual([it.address, it.address]);
    expect(words[0]![1]).toBe('authorizing:github');
    const { token } = JSON.parse(/^authorization:github:success:(.+)$/.exec(words[1]![1])![1]!) as { token: string };
    expect((await client(it.host, token)('GET', '/user')).body.login).toBe('tui');
    expect(faults).toEqual([]);
    expect(addresses.join('\n')).not.toContain(token);
    expect(addresses.filter((address) => address.startsWith(it.address)).length).toBeGreaterThan(0);
  });

  test('never speaks to a foreign page, even one that greets it first and pretends to be the site', async () => {
    await context.clock.install();
    const { page, popup, heard } = await signIn(it.foreign);
    await popup.waitForURL(`${it.address}/callback`);
    for (let times = 0; times < 3; times += 1) await page.evaluate(() => (window as unknown as { popup: Window }).popup.postMessage('authorizing:github', '*'));
    await expect.poll(() => popup.getByText('Signing you in').isVisible()).toBe(true);
    await popup.clock.fastForward(21_000);
    await popup.getByText('The form did not answer.').waitFor();
    expect(await heard()).toEqual([]);
    expect(addresses.join('\n')).not.toContain('gho_');
  });

  test('hands over nothing until the form answers its greeting', async () => {
    const { page, popup, heard } = await signIn(it.site, { echo: false });
    await expect.poll(heard).toEqual([[it.address, 'authorizing:github']]);
    await page.evaluate(() => (window as unknown as { popup: Window }).popup.postMessage('something else', '*'));
    await popup.evaluate(() => undefined);
    expect(await heard()).toHaveLength(1);
    await page.evaluate(() => (window as unknown as { popup: Window }).popup.postMessage('authorizing:github', '*'));
    await expect.poll(async () => (await heard()).length).toBe(2);
  });

  test('tells the form when the person says no, by the real buttons of the host', async () => {
    it.host.signInAs(undefined);
    const { popup, heard } = await signIn(it.site);
    await popup.getByText('It asks for: public_repo').waitFor();
    await popup.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(async () => (await heard()).at(-1)?.[1]).toBe('authorization:github:error:{"message":"You chose not to give the form access. Nothing was changed."}');
    const again = await signIn(it.site);
    await again.popup.getByRole('button', { name: 'Authorize as garden' }).click();
    await expect.poll(async () => (await again.heard()).at(-1)?.[1]).toMatch(/^authorization:github:success:/);
  });

  test('says why to a person who plays the last address again, and keeps the code out of sight', async () => {
    const { popup } = await signIn(it.site);
    if (!popup.isClosed()) await popup.waitForEvent('close');
    const back = addresses.find((address) => address.startsWith(`${it.address}/callback?code=`));
    const page = await context.newPage();
    await page.goto(back!);
    expect(await page.getByRole('status').innerText()).toMatch(/was used already\. Close this window/);
    expect(page.url()).toBe(`${it.address}/callback`);
    expect(await page.content()).not.toContain('gho_');
  });

  test('says so in a window that no form opened, and leaves no token in the page', async () => {
    const page = await context.newPage();
    await page.goto(`${it.address}/auth?provider=github&site_id=127.0.0.1`);
    expect(await page.getByRole('status').innerText()).toMatch(/^This window was not opened by the form\./);
    expect(page.url()).toBe(`${it.address}/callback`);
    expect(await page.content()).not.toContain('gho_');
  });

  test('may not be shown inside another page', async () => {
    const page = await context.newPage();
    await page.goto(it.foreign);
    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = `${address}/callback`;
      document.body.append(frame);
    }, it.address);
    await expect.poll(() => faults.join('\n')).toMatch(/frame-ancestors/);
  });
});
