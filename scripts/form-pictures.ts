import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Locator, type Page } from 'playwright-core';
import sharp from 'sharp';
import { PROJECT } from '../src/disk/content-folder.ts';
import { siteFacts } from '../src/disk/site-facts.ts';
import { ensureBrowser } from './lib/find-browser.ts';
import { freePort } from './lib/free-port.ts';
import { scratchGarden } from './lib/scratch-garden.ts';

const MOST_BYTES = 80_000;
const IMAGES = path.join(PROJECT, 'src/site/images');
/** A short case as somebody writes it first: the summary is too short, the outcome is left out, and a link leads nowhere. Groups of fields cannot come with an address. */
const SHORT_CASE = {
  title: 'Chew cards in a wet gully',
  summary: 'Rats by the water',
  applied: [{ guide: 'use-chew-cards', how: 'adapted', changes: 'We hung half of the cards beside the stream.' }],
  started: '2026-05',
  outcome_summary: 'Rats chewed 14 of 20 cards in the first week, and 3 of 20 after a month of trapping.',
  why: 'Rats walk along the stream at night. The cards up the bank stayed whole.',
  lessons: ['Hang the cards where rats walk, not where you walk.'],
  credits: [{ name: 'Ana Example', role: 'author' }],
  body: [
    'We hung 20 cards in the gully behind the school, ten beside the stream and ten up the bank. After a week nearly all of the cards by the water were chewed.',
    '## What we would do next time',
    'Put the first traps at the stream. The spacing in [[lay-out-a-trap-line]] fits a gully well.',
  ].join('\n\n'),
};

const folder = path.resolve(process.env['GARDEN_OUT'] ?? path.join(PROJECT, 'dist'));
if (!existsSync(path.join(folder, 'admin/index.html'))) {
  console.error(`There is no built site in ${folder}. Run "npm run build" first.`);
  process.exit(1);
}
const garden = await scratchGarden({ folder, base: siteFacts().url.pathname }, {}, await freePort(4321));
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage({ viewport: { width: 1080, height: 680 }, deviceScaleFactor: 1.5, reducedMotion: 'reduce' });
  await mkdir(IMAGES, { recursive: true });
  await keep('form-write', await showWriting(page));
  await keep('form-problems', await showProblems(page));
} finally {
  await browser.close();
  await garden.close();
}

/** A published case in the form: its text on the left, and the page on the right. */
async function showWriting(page: Page): Promise<Buffer> {
  await page.goto(`${garden.url}admin/#/collections/case-studies/entries/miramar-predator-free`);
  const text = page.locator('.cm-content');
  await text.waitFor();
  await page.frameLocator('#preview-pane').getByRole('heading', { level: 1 }).waitFor();
  await text.locator('.cm-line', { hasText: /\S/ }).first().click();
  await page.keyboard.press('End');
  await toTop(page.locator('label', { hasText: 'Picture at the top' }));
  return settled(page);
}

/** A new case after Save was pressed, with the list of what is to be put right. */
async function showProblems(page: Page): Promise<Buffer> {
  const fields = Object.entries(SHORT_CASE).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
  await page.goto('about:blank');
  await page.goto(`${garden.url}admin/?${new URLSearchParams(fields).toString()}#/collections/case-studies/new`);
  await page.locator('.cm-content').waitFor();
  await page.getByLabel('Place', { exact: true }).fill('Wainuiomata, Lower Hutt');
  await pick(page, 'Region', 'Wellington');
  await pick(page, 'How exact', 'Shown to the district');
  await page.locator('[id^="consent-field"] [data-testid="expand-button"]').click();
  await page.getByLabel('Given by').fill('The group’s committee');
  await page.getByLabel('On (optional)', { exact: true }).fill('2026-05-03');
  await page.getByLabel('What it covers').first().fill('Text and figures');
  const bar = page.locator('#garden-bar');
  await bar.getByRole('button', { name: 'Save', exact: true }).click();
  await bar.locator('li').first().waitFor();
  await toTop(page.locator('label', { hasText: 'Summary' }));
  return settled(page);
}

async function pick(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).first().click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Scrolls so that a field begins a little below the top of the form. */
async function toTop(label: Locator): Promise<void> {
  await label.first().evaluate((element) => {
    element.style.scrollMarginTop = '1.25rem';
    element.scrollIntoView({ block: 'start' });
  });
}

/** What the page shows once nothing moves any more. */
async function settled(page: Page): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.locator('.Toastify__toast').first().waitFor({ state: 'detached' });
  let before: Buffer = Buffer.alloc(0);
  for (;;) {
    const now = await page.screenshot({ animations: 'disabled' });
    if (now.equals(before)) return now;
    before = now;
    await page.waitForTimeout(300);
  }
}

/** Writes a picture with as many colours as fit into the bytes that it may have: letters stay sharp, which other ways of making it smaller blur. */
async function keep(name: string, shot: Buffer): Promise<void> {
  for (const colours of [256, 16]) {
    const reduced = await sharp(shot).png({ palette: true, colours, dither: 0 }).toBuffer();
    const webp = await sharp(reduced).webp({ lossless: true, effort: 6 }).toBuffer();
    if (webp.length > MOST_BYTES) continue;
    await writeFile(path.join(IMAGES, `${name}.webp`), webp);
    console.log(`${name}.webp: ${Math.round(webp.length / 1000)} kB in ${colours} colours`);
    return;
  }
  throw new Error(`"${name}" has more than ${MOST_BYTES / 1000} kB. Show less on it.`);
}
