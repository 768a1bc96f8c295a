import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { attacks } from '../../src/garden/safe-mdx/attacks.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { formDriver } from './form-driver.ts';
import { scratchGarden, type ScratchGarden } from './scratch-garden.ts';

const HOSTILE = '<img src=x onerror="document.body.dataset.ran=1">"\'><script>document.body.dataset.ran=1</script>';
const hostilePage = (body: string) =>
  `---\ntitle: ${JSON.stringify(HOSTILE.slice(0, 88))}\nsummary: ${JSON.stringify(`A summary that would run. ${HOSTILE}`)}\nstatus: review\ncredits:\n  - { name: ${JSON.stringify(HOSTILE.slice(0, 60))}, role: author, link: "javascript:alert(1)" }\n---\n\n${body}\n`;
// In one file every attack would hide behind the first that is refused, so some stand alone.
const BODIES = [
  ...attacks.filter((_, index) => index % 40 === 7).map(({ body }) => body),
  '<img src=x onerror="document.body.dataset.ran=1">',
  '[a](javascript:alert(1)) and <script>document.body.dataset.ran=1</script>',
  attacks
    .filter(({ body }) => !/[\0\r]|[\ud800-\udfff]/.test(body))
    .map(({ body }) => body)
    .join('\n\n'),
];
const FILES = Object.fromEntries(BODIES.map((body, index) => [`content/pages/hostile-${index}.mdx`, hostilePage(body)]));

/** What a page must not do, written down as it happens. */
async function watched(browser: Browser, url: string): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const faults: string[] = [];
  const { origin, pathname } = new URL(url);
  await context.exposeBinding('gardenFault', (_source, words: string) => void faults.push(words));
  // Runs in every frame, the preview too.
  await context.addInitScript(() => {
    const tell = (words: string) => void (window as unknown as { gardenFault(words: string): void }).gardenFault(words);
    document.addEventListener('securitypolicyviolation', (event) => tell(`violation of ${event.violatedDirective} by ${event.blockedURI}`));
    new MutationObserver((changes) => {
      for (const change of changes)
        for (const node of change.addedNodes)
          if (node instanceof HTMLScriptElement && !node.src && node.textContent !== '' && !node.closest('head')) tell(`a script was added: ${node.textContent.slice(0, 80)}`);
    }).observe(document, { childList: true, subtree: true });
  });
  page.on('console', (message) => /Content.Security.Policy|Refused to|violates/i.test(message.text()) && faults.push(message.text()));
  // Decap gives no reason when it stops a save; the sentences beside the fields are the reason.
  page.on('pageerror', (error) => error.message !== 'undefined' && faults.push(error.message));
  // Leaving a page with text that is not saved is asked about, and so is publishing.
  page.on('dialog', (dialog) => dialog.type() !== 'beforeunload' && !/on the site now/.test(dialog.message()) && faults.push(`a dialog says ${dialog.message()}`));
  context.on('request', (request) => {
    const asked = request.url();
    if (/^(?:data|blob|about):/.test(asked)) return;
    if (new URL(asked).origin !== origin) faults.push(`asked another host: ${asked}`);
    else if (!new URL(asked).pathname.startsWith(pathname)) faults.push(`left the base path: ${asked}`);
  });
  return { page, faults };
}

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe.each(inject('sites').filter(({ base }) => base === '/' || base === '/garden/'))('with a form at $base', (site) => {
  let garden: ScratchGarden;
  beforeAll(async () => {
    garden = await scratchGarden(site);
  });
  afterAll(() => garden?.close());

  test('nothing is asked of another host and no policy is broken, from the list to the published page', async () => {
    const { page, faults } = await watched(browser, garden.url);
    const form = formDriver(page, garden.url);
    await page.goto(`${garden.url}admin/#/collections/guides`);
    await page.getByText('Set and read tracking tunnels').first().waitFor();
    await form.openNew('glossary');
    await form.fill('Term', 'Gully');
    await form.fill('Summary', 'A small valley that water made, often with steep sides.');
    await form.typeAtEnd('A gully is **steep**.');
    await page.frameLocator('#preview-pane').locator('strong', { hasText: 'steep' }).waitFor();

    await form.text.evaluate(async (element) => {
      const canvas = new OffscreenCanvas(80, 60);
      const brush = canvas.getContext('2d')!;
      brush.fillStyle = '#1c5039';
      brush.fillRect(10, 10, 40, 30);
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([await canvas.convertToBlob()], 'gully.png', { type: 'image/png' }));
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    const dialog = page.locator('dialog[open]');
    await dialog.getByRole('textbox').fill('A green square on white');
    await dialog.getByRole('button', { name: 'Add the picture' }).click();
    await page.frameLocator('#preview-pane').locator('img[src^="blob:"]').waitFor();
    await form.save();

    await page.goto('about:blank');
    await page.goto(`${garden.url}admin/#/collections/glossary`);
    await page.getByRole('button', { name: 'Pictures' }).click();
    const library = page.locator('.ReactModalPortal');
    await library.locator('img').first().waitFor();
    await library.getByRole('button').first().click();
    await library.locator('img').first().waitFor({ state: 'detached' });

    await page.goto(`${garden.url}admin/#/workflow`);
    await page.getByText('Gully').first().waitFor();
    await form.open('glossary', 'gully');
    await form.setStatus('Ready');
    await form.publish();
    expect(garden.show('main', 'content/glossary/gully.mdx')).toContain('A green square on white');
    await page.context().close();
    expect(faults).toEqual([]);
  });
});

test('no page that readers see loads anything of the form, and search engines do not hear of it', () => {
  const { folder } = inject('sites')[0]!;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  const form = readFileSync(path.join(folder, 'admin/index.html'), 'utf8');
  expect(form).toMatch(/<meta name="robots" content="noindex"/);
  const own = [...form.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file!);
  expect(own.length).toBeGreaterThan(1);
  const readers = files.filter((file) => file.endsWith('.html') && !file.startsWith('admin/'));
  expect(readers.length).toBeGreaterThan(100);
  for (const file of readers) {
    const html = readFileSync(path.join(folder, file), 'utf8');
    // The door into the form is a link, and nothing else leads there.
    expect(html.replace(/<a\b[^>]*>/g, ''), file).not.toMatch(/\/admin\//);
    for (const part of own) if (!part.startsWith('fonts/')) expect(html, file).not.toContain(part);
  }
  const maps = files.filter((file) => /sitemap.*\.xml$|robots\.txt$|feed.*\.(?:xml|json)$|manifest/.test(file));
  for (const file of maps) expect(readFileSync(path.join(folder, file), 'utf8'), file).not.toMatch(/\/admin\/(?!$)/);
});

test('search knows no page of the form', async () => {
  const garden = await scratchGarden(inject('sites')[0]!);
  const { page, faults } = await watched(browser, garden.url);
  await page.goto(`${garden.url}search/`);
  // As text, since the test's own tools would write the import anew.
  const found = await page.evaluate<string[]>(`(async () => {
    const pagefind = await import('/pagefind/pagefind.js');
    const all = await Promise.all(['form', 'write', 'opening', 'javascript'].map((words) => pagefind.search(words)));
    return (await Promise.all(all.flatMap(({ results }) => results.map((result) => result.data())))).map(({ url }) => url);
  })()`);
  await page.context().close();
  await garden.close();
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((url) => url.includes('admin'))).toEqual([]);
  expect(faults).toEqual([]);
});

describe('a hostile entry runs nothing', () => {
  let garden: ScratchGarden;
  beforeAll(async () => {
    garden = await scratchGarden(inject('sites')[0]!, FILES);
  });
  afterAll(() => garden?.close());

  /** What an attack would have left behind, in the page and in every frame. */
  async function traces(page: Page): Promise<string[]> {
    const found: string[] = [];
    for (const frame of page.frames())
      found.push(
        ...(await frame.evaluate(() => [
          ...(document.body.dataset['ran'] ? ['it ran'] : []),
          ...[...document.querySelectorAll('*')].flatMap((element) =>
            [...element.attributes]
              .filter(({ name, value }) => /^on/.test(name) || (/^(?:href|src|action|formaction|xlink:href)$/.test(name) && /^\s*(?:java|vb)script:/i.test(value)))
              .map(({ name, value }) => `${element.tagName} ${name}=${value.slice(0, 60)}`),
          ),
          ...[...document.querySelectorAll('.garden-preview :is(script, iframe, object, embed, form, style, link, meta, base), img[src="x"]')].map((element) => element.outerHTML.slice(0, 80)),
        ])),
      );
    return found;
  }

  test('in the list of pages, in the form and in its preview', async () => {
    const { page, faults } = await watched(browser, garden.url);
    const form = formDriver(page, garden.url);
    await page.goto(`${garden.url}admin/#/collections/pages`);
    await page.getByText('<img src=x').first().waitFor();
    expect(await traces(page)).toEqual([]);
    for (const index of BODIES.keys()) {
      await form.open('pages', `hostile-${index}`);
      await page.frameLocator('#preview-pane').locator('h1', { hasText: '<img src=x' }).waitFor();
      // A letter draws the preview again and has the text checked.
      await form.typeAtEnd('s');
      await form.fill('Title', `${HOSTILE.slice(0, 80)} again`);
      await page.frameLocator('#preview-pane').locator('h1', { hasText: 'again' }).waitFor();
      expect(await traces(page), BODIES[index]).toEqual([]);
    }
    await page.context().close();
    expect(faults).toEqual([]);
  });

  test('nor does an address that fills in a new page', async () => {
    const { page, faults } = await watched(browser, garden.url);
    const form = formDriver(page, garden.url);
    const query = new URLSearchParams({
      title: HOSTILE,
      summary: HOSTILE,
      body: `${HOSTILE}\n\n[a](javascript:alert(1))`,
      credits: JSON.stringify([{ name: HOSTILE, role: HOSTILE, link: 'javascript:alert(1)' }]),
      status: HOSTILE,
    });
    await form.openNew('pages', `?${query.toString()}`);
    await page.frameLocator('#preview-pane').locator('h1', { hasText: '<img src=x' }).waitFor();
    await form.typeAtEnd('s');
    expect((await form.saveAndRead()).length).toBeGreaterThan(0);
    expect(await traces(page)).toEqual([]);
    await page.context().close();
    expect(faults).toEqual([]);
  });
});
