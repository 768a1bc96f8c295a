import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { imageFacts } from '../../src/disk/image-facts.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { buildSite } from '../build-site.ts';
import { formDriver } from './form-driver.ts';
import { scratchGarden, type ScratchGarden } from './scratch-garden.ts';

const site = inject('sites')[0]!;
let browser: Browser;
let garden: ScratchGarden;
let photo: Buffer;

beforeAll(async () => {
  photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#7a9a5b' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '41/1 17/1 11/1', GPSLongitudeRef: 'E', GPSLongitude: '174/1 46/1 34/1' } })
    .jpeg()
    .toBuffer();
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
  const diff = garden
    .git('diff', '--unified=0', 'HEAD~1', 'HEAD')
    .split('\n')
    .filter((line) => /^[+-][^+-]/.test(line));
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

/** Asks git about the desk, where drafts are kept. */
function desk(...args: string[]): string {
  return garden.git('-C', path.join(garden.folder, '.garden/desk'), ...args);
}

/** Drops a picture on the text, as from a folder of the person's. */
async function dropPicture(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.locator('.cm-content').evaluate(
    (element, { name, base64 }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type: 'image/jpeg' }));
      const { left, bottom } = [...element.querySelectorAll('.cm-line')].at(-1)!.getBoundingClientRect();
      for (const type of ['dragover', 'drop']) element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer, clientX: left + 5, clientY: bottom - 5 }));
    },
    { name, base64: bytes.toString('base64') },
  );
}

test('a person tells how a guide went, from "I used this" to the page that everybody reads', async () => {
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  const form = formDriver(page, garden.url);
  await page.goto(`${garden.url}guides/use-chew-cards/`);
  await page.getByRole('link', { name: 'I used this' }).first().click();
  await form.text.waitFor();
  const guides = await form.field('Guides applied');
  expect(await guides.innerText()).toContain('use-chew-cards');

  await form.fill('Title', 'Chew cards in a wet gully');
  await form.fill('Summary', 'Too short');
  const where = await form.field('Where');
  await form.fill('Place', 'Wainuiomata, Lower Hutt', where);
  await form.choose('Region', 'Wellington', where);
  await form.choose('How exact', 'Shown to the district', where);
  await form.fill('Started', '2026');
  await form.fill('What happened', 'Rats chewed 14 of 20 cards in the first week, and 3 of 20 after a month of trapping.');
  await form.fill('Why it went that way', 'The cards hung beside the stream, where rats walk at night; we think so because the dry ones stayed whole.');
  const lesson = await form.add('Lessons');
  await form.fill('Lesson', 'Hang the cards where rats walk, not where you walk.', lesson);
  const consent = await form.expand('Consent');
  await form.fill('Given by', 'Ana Example, for the group', consent);
  await (await form.field('On', consent)).fill('2026-05-03');
  await form.fill('What it covers', 'Text, figures and one photograph', consent);
  const credit = await form.add('Credits');
  await form.fill('Name', 'Ana Example', credit);
  await form.choose('Role', 'Author', credit);

  await form.typeAtEnd('We used [[no-such-page]] on plots <5 ha.\n\n');
  await dropPicture(page, 'Chewed card.JPG', photo);
  const dialog = page.locator('dialog[open]');
  await dialog.getByRole('textbox').fill('A chewed card on a beech trunk');
  await dialog.getByRole('button', { name: 'Add the picture' }).click();
  await page.frameLocator('#preview-pane').getByRole('img', { name: 'A chewed card on a beech trunk' }).waitFor();
  expect(await form.saveAndRead()).toEqual([
    expect.stringMatching(/^"Summary" is too short: 9 characters, at least 20\./) as string,
    '"Outcome" is missing. How it went, graded honestly.',
    'Line 1 of the text: There is no entry called "no-such-page".',
  ]);
  expect(await form.status()).toBe('Not saved yet. This browser keeps what you type.');
  const saidAt = async (label: string) => {
    const control = await form.field(label);
    const ids = (await control.getAttribute('aria-describedby')) ?? '';
    return page.locator(`[id="${ids.split(' ').find((id) => id.endsWith('-errors'))}"]`).innerText();
  };
  expect(await saidAt('Outcome')).toBe('"Outcome" is missing. How it went, graded honestly.');
  expect(await saidAt('Summary')).toMatch(/^"Summary" is too short: 9 characters, at least 20\./);
  expect(await saidAt('Text')).toBe('Line 1: There is no entry called "no-such-page".');

  const bar = page.locator('#garden-bar');
  const goTo = async (words: string) => {
    if (!(await bar.locator('li').first().isVisible())) await bar.locator('summary').click();
    await bar.getByRole('button', { name: words }).click();
  };
  const focused = () => page.evaluate(() => document.activeElement?.id);
  await goTo('"Outcome" is missing.');
  expect(await focused()).toBe(await (await form.field('Outcome')).getAttribute('id'));
  await form.choose('Outcome', 'Mixed');
  await goTo('"Summary" is too short');
  expect(await focused()).toBe(await (await form.field('Summary')).getAttribute('id'));
  await page.keyboard.press('End');
  await page.keyboard.insertText(' no more: chew cards told us where the rats of a wet gully walk.');
  await goTo('Line 1 of the text');
  expect(await focused()).toBe(await form.text.getAttribute('id'));
  for (const _letter of '[[no-such-page]]') await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.insertText('[[use-chew-cards]]');
  await form.save();
  expect(await form.status()).toBe('Saved, but not sent yet.');
  const slug = 'chew-cards-in-a-wet-gully';
  const [, picture = ''] = /\.\.\/media\/([^)]+)/.exec(await form.text.innerText()) ?? [];
  expect(picture).toMatch(/^chewed-card-[0-9a-z]{6}\.jpg$/);
  const stored = canonicalCase(picture);
  expect(garden.draft('case-studies', slug)).toBe(stored);
  const files = [`content/case-studies/${slug}.mdx`, `content/media/${picture}`];
  expect(desk('diff', '--name-only', 'main', `cms/case-studies/${slug}`).trim().split('\n')).toEqual(files);
  expect(garden.git('log', '--format=%s').trim().split('\n')[0]).not.toContain('Chew cards');

  await form.typeAtEnd('\n\nAsk us for the map.\n');
  await form.send();
  await form.setStatus('Ready');
  await form.publish();
  expect(garden.git('log', '-1', '--format=%an <%ae>%n%B').trim().split('\n')).toEqual([
    'Ana Example <ana@example.org>',
    'content(case-studies): add Chew cards in a wet gully',
    '',
    'Credit: Ana Example (author)',
    expect.stringMatching(/^Agreed: my own work, or mine to share, under CC-BY-4\.0; the people in it agreed$/) as string,
  ]);
  expect(garden.git('show', '--name-status', '--format=', 'HEAD').trim().split('\n')).toEqual(files.map((file) => `A\t${file}`));
  expect(garden.show('main', files[0]!)).toBe(`${stored}\nAsk us for the map.\n`);
  expect(readFileSync(path.join(garden.folder, files[0]!), 'utf8')).toBe(`${stored}\nAsk us for the map.\n`);
  expect(garden.git('status', '--porcelain').trim()).toBe('');
  expect((await imageFacts(readFileSync(path.join(garden.folder, files[1]!)))).gps).toBe(false);
  await page.close();

  const built = await buildSite({ content: path.join(garden.folder, 'content'), url: site.url });
  try {
    expect(built.code, built.output.slice(-2000)).toBe(0);
    const told = readFileSync(path.join(built.folder, `case-studies/${slug}/index.html`), 'utf8');
    expect(told).toMatch(/<img[^>]+alt="A chewed card on a beech trunk"/);
    expect(told).toContain('plots &#x3C;5 ha');
    const guide = readFileSync(path.join(built.folder, 'guides/use-chew-cards/index.html'), 'utf8');
    const tried = /<section class="tried"[^]*?<\/section>/.exec(guide)?.[0];
    expect(tried).toContain(`/case-studies/${slug}/`);
    expect(tried).toContain('Wainuiomata, Lower Hutt');
  } finally {
    await rm(built.folder, { recursive: true, force: true });
  }
});

/** The case of the test above as git must hold it: in the order of the schema, nothing empty, nothing in two ways. */
function canonicalCase(picture: string): string {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  return `---
title: Chew cards in a wet gully
summary: "Too short no more: chew cards told us where the rats of a wet gully walk."
status: review
created: ${today}
credits:
  - name: Ana Example
    role: author
form: snapshot
basis: own-experience
applied:
  - guide: use-chew-cards
    how: as-written
place:
  name: Wainuiomata, Lower Hutt
  region: nz-wgn
  precision: district
started: "2026"
outcome: mixed
outcome_summary: Rats chewed 14 of 20 cards in the first week, and 3 of 20 after a month of trapping.
why: The cards hung beside the stream, where rats walk at night; we think so because the dry ones stayed whole.
lessons:
  - Hang the cards where rats walk, not where you walk.
consent:
  given_by: Ana Example, for the group
  "on": 2026-05-03
  covers: Text, figures and one photograph
---

We used [[use-chew-cards]] on plots \\<5 ha.

![A chewed card on a beech trunk](../media/${picture})
`;
}

test('the site that is built while drafts are open shows nothing of them, whether they are only saved or ready to go', async () => {
  const page = await browser.newPage();
  const form = formDriver(page, garden.url);
  await form.open('guides', 'use-chew-cards');
  await form.fill('Title', 'Ask the chew cards first');
  await form.save();
  await form.openNew('glossary');
  await form.fill('Term', 'Rat run');
  await form.fill('Summary', 'A way that rats walk night after night, along a wall or a stream.');
  await form.save();
  await form.setStatus('In review');
  await form.setStatus('Ready');
  await page.close();
  const built = await buildSite({ content: path.join(garden.folder, 'content'), url: site.url });
  try {
    expect(built.code, built.output.slice(-2000)).toBe(0);
    expect(existsSync(path.join(built.folder, 'glossary/rat-run'))).toBe(false);
    const pages = readdirSync(built.folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:html|json)$/.test(file));
    expect(pages.filter((file) => /Ask the chew cards first|Rat run/.test(readFileSync(path.join(built.folder, file), 'utf8')))).toEqual([]);
    expect(readFileSync(path.join(built.folder, 'guides/use-chew-cards/index.html'), 'utf8')).toContain('Find what is there with chew cards');
  } finally {
    await rm(built.folder, { recursive: true, force: true });
  }
});
