import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { ensureBrowser } from '../../scripts/lib/find-browser.ts';
import { readDraft } from '../../src/garden/entry/read-draft.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { formDriver, type FormDriver } from './form-driver.ts';
import { scratchGarden, type ScratchGarden } from './scratch-garden.ts';

const LATER = { timeout: 20_000 };
const KEPT = 'This browser has kept text that you typed here and did not save. Open it?';
const SUMMARY = 'A small valley that water made, often with steep sides.';
const TEXT = 'Somebody typed this and did not save it.';

let browser: Browser;
let garden: ScratchGarden;
let context: BrowserContext;
let asked: string[];
let answer: boolean;

beforeAll(async () => {
  browser = await openBrowser();
  garden = await scratchGarden(inject('sites')[0]!);
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await garden?.close();
});

/** A new tab with the form; every question of the browser is written down. */
async function tab(of: BrowserContext): Promise<FormDriver> {
  context = of;
  asked = [];
  answer = true;
  return formDriver(await of.newPage(), garden.url, (question) => {
    if (question !== '') asked.push(question);
    return answer;
  });
}

/** How people lose a page, and how they come back to it. */
const WAYS: readonly (readonly [way: string, lose: (form: FormDriver) => Promise<FormDriver>])[] = [
  ['a reload', (form) => form.page.reload().then(() => form)],
  ['a tab that was killed', (form) => form.page.close({ runBeforeUnload: false }).then(reopened)],
  ['a crash of the tab', (form) => crash(form.page).then(reopened)],
];

async function reopened(): Promise<FormDriver> {
  const form = await tab(context);
  await form.open('glossary', 'buffer');
  return form;
}

async function crash(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('crash'), page.goto('chrome://crash').catch(() => undefined)]);
}

test.each(WAYS)('what was typed over a published page survives %s, and is saved after it', async (_, lose) => {
  const form = await tab(await browser.newContext());
  await form.open('glossary', 'buffer');
  await form.fill('Summary', SUMMARY);
  await form.typeAtEnd(TEXT);
  await isKept(form.page, TEXT);
  const again = await lose(form);
  await hasText(again, TEXT);
  expect(asked).toEqual([KEPT]);
  expect(await (await again.field('Summary')).inputValue()).toBe(SUMMARY);
  expect(await again.status()).toMatch(/^Not saved yet/);
  await again.save();
  const { fields, body } = readDraft(garden.draft('glossary', 'buffer'));
  expect(fields).toEqual({ ...readDraft(garden.show('main', 'content/glossary/buffer.mdx')).fields, summary: SUMMARY });
  expect(body).toContain(TEXT);

  // What is stored is not asked about.
  await again.open('glossary', 'buffer');
  expect(await again.status()).toMatch(/^Saved, but not sent yet/);
  expect(asked).toEqual([KEPT]);
  await again.page.getByRole('button', { name: 'Discard draft' }).click();
  await expect.poll(() => garden.git('-C', '.garden/desk', 'branch', '--list', 'cms/*'), LATER).toBe('');
});

test('a new page with a pasted picture survives the end of the browser, and is saved after it with its picture', async () => {
  const profile = await mkdtemp(path.join(tmpdir(), 'kanopi-profile-'));
  const start = () => chromium.launchPersistentContext(profile, { executablePath: ensureBrowser(), args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'] });
  try {
    const form = await tab(await start());
    await form.openNew('glossary');
    await form.fill('Term', 'Gully');
    await form.fill('Summary', SUMMARY);
    await form.typeAtEnd(TEXT);
    await paste(
      form,
      await sharp({ create: { width: 80, height: 60, channels: 3, background: '#1c5039' } })
        .png()
        .toBuffer(),
    );
    const dialog = form.page.locator('dialog[open]');
    await dialog.getByRole('textbox').fill('A green valley');
    await dialog.getByRole('button', { name: 'Add the picture' }).click();
    await hasText(form, '![A green valley](../media/gully');
    await isKept(form.page, 'A green valley');
    await crash(form.page);
    await context.close();

    const again = await tab(await start());
    await again.openNew('glossary');
    await hasText(again, TEXT);
    expect(asked).toEqual([KEPT]);
    expect(await (await again.field('Term')).inputValue()).toBe('Gully');
    await again.page.frameLocator('#preview-pane').locator('img[src^="blob:"]').waitFor(LATER);
    await again.save();
    const draft = garden.draft('glossary', 'gully');
    expect(draft).toContain(TEXT);
    const [, file] = /!\[A green valley\]\(\.\.\/media\/([^)]+)\)/.exec(draft) ?? [];
    expect(garden.git('-C', '.garden/desk', 'ls-tree', '--name-only', 'cms/glossary/gully', `content/media/${file}`)).toContain(file);
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

test.each([
  ['a published page', 'riparian'],
  ['a new page', undefined],
])('what was typed in %s is gone for good when the person does not want it back', async (_, id) => {
  const form = await tab(await browser.newContext());
  const open = (at: FormDriver) => (id ? at.open('glossary', id) : at.openNew('glossary'));
  await open(form);
  await form.typeAtEnd(TEXT);
  await isKept(form.page, TEXT);
  await form.page.close({ runBeforeUnload: false });

  const again = await tab(context);
  answer = false;
  await open(again);
  await expect.poll(() => asked, LATER).toEqual([KEPT]);
  await isGone(again.page);
  expect(await again.text.textContent()).not.toContain(TEXT);
  expect(await again.status()).toMatch(id ? /^This is what the site shows/ : /^A new page/);
  await again.page.close({ runBeforeUnload: false });

  const third = await tab(context);
  await open(third);
  await third.fill('Summary', SUMMARY);
  expect(await third.text.textContent()).not.toContain(TEXT);
  expect(asked).toEqual([]);
});

test('with the connection lost, a save says so and keeps everything; with the connection back, it stores', async () => {
  const form = await tab(await browser.newContext());
  await form.open('glossary', 'mast');
  await form.fill('Summary', SUMMARY);
  await form.typeAtEnd(TEXT);
  await context.setOffline(true);
  await form.page.locator('#garden-bar').getByRole('button', { name: 'Save', exact: true }).click();
  await form.page.getByText(/Not saved\. .*(?:connection|reached)/).waitFor(LATER);
  expect(await form.page.locator('#nc-root').textContent()).not.toMatch(/TypeError|Failed to fetch/);
  expect(await (await form.field('Summary')).inputValue()).toBe(SUMMARY);
  expect(await form.text.textContent()).toContain(TEXT);
  expect(await form.status()).toMatch(/^Not saved yet/);
  expect(() => garden.draft('glossary', 'mast')).toThrow();

  await context.setOffline(false);
  await form.save();
  const { fields, body } = readDraft(garden.draft('glossary', 'mast'));
  expect(fields['summary']).toBe(SUMMARY);
  expect(body).toContain(TEXT);
});

/** Waits until the browser has stored what stands in the form. */
async function isKept(page: Page, words: string): Promise<void> {
  await expect.poll(() => kept(page), LATER).toContain(words);
}

async function isGone(page: Page): Promise<void> {
  await expect.poll(() => kept(page), LATER).toBe('');
}

/** What the browser keeps of texts that were not saved. */
function kept(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open('localforage');
        request.onsuccess = () => {
          const store = request.result.transaction('keyvaluepairs', 'readonly').objectStore('keyvaluepairs');
          // All at once, since the form holds back the answer of a single one.
          const all = store.getAll(IDBKeyRange.bound('backup.', 'backup/'));
          all.onsuccess = () => {
            request.result.close();
            resolve(all.result.map((backup: { raw?: string }) => backup.raw ?? '').join('\n'));
          };
        };
      }),
  );
}

async function hasText({ text }: FormDriver, words: string): Promise<void> {
  await expect.poll(() => text.textContent(), LATER).toContain(words);
}

/** Pastes a picture into the text, as the browser does with what was copied. */
async function paste({ text }: FormDriver, png: Buffer): Promise<void> {
  await text.evaluate((element, base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], 'gully.png', { type: 'image/png' }));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, png.toString('base64'));
}
