import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import exifr from 'exifr';
import type { Browser, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { imageFacts } from '../../src/disk/image-facts.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { formDriver, type FormDriver } from './form-driver.ts';
import { scratchGarden, type ScratchGarden } from './scratch-garden.ts';

interface Given {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

const ALT = 'Dark bush above, a pale stream below';
const NOT_A_PICTURE = { name: 'notes.jpg', bytes: Buffer.from('Thursday: three rats, one stoat.\n') };
const REFUSED = '"notes.jpg" is not a picture, although its name says so. Export it again as a JPEG or PNG.';

let browser: Browser;
let garden: ScratchGarden;
let photo: Buffer;

beforeAll(async () => {
  const [width, height] = [2400, 1800];
  const grain = await sharp({ create: { width, height, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 20 } } })
    .png({ compressionLevel: 1 })
    .toBuffer();
  // As the camera sees it, lying on its side: what is on the left is above in truth.
  const scene = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="50%" height="100%" fill="#10301e"/><rect x="50%" width="50%" height="100%" fill="#e8e4d0"/></svg>`;
  photo = await sharp(Buffer.from(scene))
    .removeAlpha()
    .composite([{ input: grain, blend: 'soft-light' }])
    .withExif({ IFD0: { Artist: 'Hana Rewi' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '41/1 17/1 11/1', GPSLongitudeRef: 'E', GPSLongitude: '174/1 46/1 34/1' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a exif:GPSLatitude="41,17S"/></x:xmpmeta>')
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 92 })
    .toBuffer();
  browser = await openBrowser();
  garden = await scratchGarden(inject('sites')[0]!);
});
afterAll(async () => {
  await browser?.close();
  await garden?.close();
});

/** Hands a file to the text as the browser does when it is dropped or pasted there. */
async function hand(text: Locator, how: 'drop' | 'paste', { name, type, bytes }: Given): Promise<void> {
  await text.evaluate(
    (element, { how, name, type, base64 }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type }));
      if (how === 'paste') return void element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      const { left, bottom } = [...element.querySelectorAll('.cm-line')].at(-1)!.getBoundingClientRect();
      for (const event of ['dragover', 'drop']) element.dispatchEvent(new DragEvent(event, { dataTransfer: data, clientX: left + 5, clientY: bottom - 5, bubbles: true, cancelable: true }));
    },
    { how, name, type, base64: bytes.toString('base64') },
  );
}

const library = (page: Page) => page.locator('.ReactModalPortal > *');

/** Uploads a file in Decap's library, which is open. */
async function upload(page: Page, { name, type, bytes }: Given): Promise<void> {
  await library(page).locator('input[type="file"]').setInputFiles({ name, mimeType: type, buffer: bytes });
}

/** Takes what was just uploaded, which the library has chosen already. */
async function choose(page: Page): Promise<void> {
  await library(page)
    .getByText(/kereru-nest-1-/)
    .first()
    .waitFor();
  await library(page).getByRole('button', { name: 'Choose selected' }).click();
}

const cover = async (form: FormDriver) => form.expand('Picture at the top');

const WAYS = [
  { way: 'dropped on the text', id: 'use-chew-cards', asks: true, hand: (form: FormDriver, file: Given) => hand(form.text, 'drop', file) },
  { way: 'pasted into the text', id: 'read-tracking-tunnels', asks: true, hand: (form: FormDriver, file: Given) => hand(form.text, 'paste', file) },
  {
    way: 'uploaded in the library, from the button above the text',
    id: 'run-a-humane-trap-line',
    asks: true,
    begin: ({ page }: FormDriver) => page.getByRole('toolbar', { name: 'Tools for the text' }).getByRole('button', { name: 'Picture' }).click(),
    hand: ({ page }: FormDriver, file: Given) => upload(page, file),
    end: ({ page }: FormDriver) => choose(page),
  },
  {
    way: 'uploaded in the library, from the field of the cover',
    id: 'find-and-keep-volunteers',
    asks: false,
    begin: async (form: FormDriver) => (await cover(form)).getByRole('button', { name: /Choose an image/ }).click(),
    hand: ({ page }: FormDriver, file: Given) => upload(page, file),
    async end(form: FormDriver) {
      await choose(form.page);
      await form.fill('What it shows', ALT, await cover(form));
    },
  },
];

/** A file of a branch of the desk, as bytes. */
function bytesOf(branch: string, file: string): Buffer {
  return execFileSync('git', ['-C', path.join(garden.folder, '.garden/desk'), 'show', `${branch}:${file}`], { maxBuffer: 1e8 });
}

function newPictures(branch: string, since = 'main'): string[] {
  const files = garden.git('-C', path.join(garden.folder, '.garden/desk'), 'diff', '--name-only', '--diff-filter=A', since, branch, '--', 'content/media');
  return files.split('\n').filter(Boolean);
}

async function expectSafe(file: string, bytes: Buffer): Promise<void> {
  expect(file).toMatch(/^content\/media\/kereru-nest-1-[0-9a-f]{6}\.jpg$/);
  expect(bytes.length).toBeLessThanOrEqual(500_000);
  expect(await imageFacts(bytes)).toEqual({ format: 'jpg', width: 1500, height: 2000, gps: false });
  expect(await exifr.parse(bytes, { tiff: true, ifd0: {}, exif: true, gps: true, xmp: true, iptc: true, icc: false, jfif: false })).toBeUndefined();
  for (const word of ['Exif', 'GPS', 'xmpmeta', 'Hana']) expect(bytes.includes(word), word).toBe(false);
  const half = async (top: number) => (await sharp(await sharp(bytes).extract({ left: 0, top, width: 1500, height: 900 }).png().toBuffer()).stats()).channels[1]!.mean;
  expect(await half(50)).toBeLessThan(90);
  expect(await half(1050)).toBeGreaterThan(180);
}

test('the photo of these tests tells where it was taken, and lies on its side', async () => {
  expect(photo.length).toBeGreaterThan(500_000);
  expect(await imageFacts(photo)).toMatchObject({ format: 'jpg', width: 2400, height: 1800, gps: true });
  expect(await exifr.orientation(photo)).toBe(6);
});

test.each(WAYS)('a photo that is $way enters git small, upright and without its place', async ({ id, asks, begin, hand, end }) => {
  const page = await browser.newPage();
  const form = formDriver(page, garden.url);
  const branch = `cms/guides/${id}`;
  await form.open('guides', id);
  const before = await form.text.innerText();
  await begin?.(form);
  const dialog = page.locator('dialog[open]');

  for (const type of ['image/jpeg', '']) {
    await hand(form, { ...NOT_A_PICTURE, type });
    await dialog.getByText(REFUSED).waitFor();
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await dialog.waitFor({ state: 'detached' });
  }
  expect(await form.text.innerText()).toBe(before);

  await hand(form, { name: 'Kererū nest (1).JPG', type: 'image/jpeg', bytes: photo });
  await end?.(form);
  if (asks) {
    await dialog.getByRole('heading', { name: 'Describe the picture' }).waitFor();
    await dialog.getByRole('button', { name: 'Add the picture' }).click();
    await dialog.getByText('Say in a few words what the picture shows.').waitFor();
    await dialog.getByRole('textbox').fill(ALT);
    await dialog.getByRole('button', { name: 'Add the picture' }).click();
  }
  const shown = page.frameLocator('#preview-pane').getByRole('img', { name: ALT });
  await shown.waitFor();
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([1500, 2000]);

  await form.save();
  const [file = '', ...more] = newPictures(branch);
  expect(more).toEqual([]);
  const stored = bytesOf(branch, file);
  await expectSafe(file, stored);
  const draft = garden.draft('guides', id);
  expect(draft).toContain(asks ? `![${ALT}](../media/${path.posix.basename(file)})` : `image: ../media/${path.posix.basename(file)}`);

  await form.fill('Title', 'Another title');
  await form.save();
  await form.open('guides', id);
  await form.fill('Title', 'A third title');
  await form.save();
  expect(newPictures(branch)).toEqual([file]);
  expect(bytesOf(branch, file).equals(stored)).toBe(true);
  expect(garden.draft('guides', id)).toBe(draft.replace(/^title: .*$/m, 'title: A third title'));
  await page.close();
});

test('the same photo twice in one text is one file, and nobody is asked whether to replace it', async () => {
  const page = await browser.newPage();
  const form = formDriver(page, garden.url);
  const questions: string[] = [];
  page.on('dialog', (question) => questions.push(question.message()));
  await form.open('guides', 'plan-a-riparian-planting');
  for (const alt of [ALT, 'The same place, seen again']) {
    await form.typeAtEnd('\n\n');
    await hand(form.text, 'paste', { name: 'Kererū nest (1).JPG', type: 'image/jpeg', bytes: photo });
    const dialog = page.locator('dialog[open]');
    await dialog.getByRole('textbox').fill(alt);
    await dialog.getByRole('button', { name: 'Add the picture' }).click();
    // It stands at the end of a long page, where a browser loads it only when somebody scrolls there.
    await page.frameLocator('#preview-pane').locator(`img[alt="${alt}"][src^="blob:"]`).waitFor({ state: 'attached' });
  }
  await form.save();
  const branch = 'cms/guides/plan-a-riparian-planting';
  const [file = '', ...more] = newPictures(branch);
  expect(more).toEqual([]);
  expect(garden.draft('guides', 'plan-a-riparian-planting').split(`(../media/${path.posix.basename(file)})`).length).toBe(3);
  expect(questions).toEqual([]);
  await page.close();
});

test('a photo that is uploaded among the pictures of the garden, with no page open, enters git the same way, at once', async () => {
  const page = await browser.newPage();
  page.on('dialog', (question) => void question.accept());
  await page.goto(`${garden.url}admin/#/collections/guides`);
  await page.getByRole('button', { name: 'Pictures' }).click();
  const input = library(page).locator('input[type="file"]');
  const before = garden.git('rev-parse', 'main').trim();
  await input.setInputFiles({ name: NOT_A_PICTURE.name, mimeType: 'image/jpeg', buffer: NOT_A_PICTURE.bytes });
  const dialog = page.locator('dialog[open]');
  await dialog.getByText(REFUSED).waitFor();
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(garden.git('rev-parse', 'main').trim()).toBe(before);

  await input.setInputFiles({ name: 'Kererū nest (1).JPG', mimeType: 'image/jpeg', buffer: photo });
  await expect.poll(() => garden.git('rev-parse', 'main').trim(), { timeout: 20_000 }).not.toBe(before);
  const [file = '', ...more] = newPictures('main', before);
  expect(more).toEqual([]);
  await expectSafe(file, bytesOf('main', file));
  expect(readFileSync(path.join(garden.folder, file)).equals(bytesOf('main', file))).toBe(true);
  expect(garden.git('log', '-1', '--format=%an|%s').trim()).toBe(`Ana Example|content(media): add ${path.posix.basename(file)}`);
  expect(garden.git('show', '--name-only', '--format=', 'HEAD').trim()).toBe(file);
  expect(garden.git('status', '--porcelain').trim()).toBe('');
  await page.close();
});
