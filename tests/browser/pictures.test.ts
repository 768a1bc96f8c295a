import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import exifr from 'exifr';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { imageFacts } from '../../src/disk/image-facts.ts';
import { serveFolder, type Served } from '../serve-folder.ts';
import { openBrowser } from './open-browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHOTS = process.env['SHOTS'];

/** What `drawAgain` says, with the bytes in base64. */
interface Said {
  readonly ok: boolean;
  readonly reason?: string;
  readonly note?: string;
  readonly width: number;
  readonly height: number;
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

interface Given {
  readonly name: string;
  readonly size: number;
  readonly drawn: boolean;
}

declare global {
  interface Window {
    draw(input: HTMLInputElement): Promise<Said[]>;
    guard(path: string, base64: string): Promise<{ path: string; base64: string; same: boolean } | string>;
    describePicture(): void;
    given: Given[][];
    described: string[];
    drop(target: string, name: string, base64: string): void;
    stop(): void;
  }
}

const SCRIPT = `
import { askAlt } from './src/cms/pictures/ask-alt.ts';
import { catchFiles } from './src/cms/pictures/catch-files.ts';
import { drawAgain } from './src/cms/pictures/draw-again.ts';
import { guardAssets } from './src/cms/pictures/guard-assets.ts';
import { isDrawn } from './src/cms/pictures/remember-drawn.ts';

const base64 = async (file) => {
  const url = await new Promise((resolve) => { const reader = new FileReader(); reader.onload = () => resolve(reader.result); reader.readAsDataURL(file); });
  return url.split('base64,')[1] ?? '';
};
const file = (name, text) => new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], name);
window.given = [];
window.described = [];
window.draw = (input) => Promise.all([...input.files].map(async (chosen) => {
  const said = await drawAgain(chosen, { taken: (name) => name.startsWith('taken-') });
  return said.ok ? { ...said, name: said.file.name, type: said.file.type, base64: await base64(said.file) } : said;
}));
window.guard = async (path, text) => {
  const given = { path, fileObj: file(path.split('/').at(-1), text), url: 'blob:gone', toBase64: async () => text };
  try {
    const [safe] = await guardAssets([given]);
    return { path: safe.path, base64: await safe.toBase64(), same: safe === given };
  } catch (error) {
    return error.message;
  }
};
window.describePicture = async () => {
  const input = document.querySelector('#own');
  window.described.push(String(await askAlt({ file: input.files[0], name: input.files[0].name })));
};
window.stop = catchFiles(document, { taken: (name) => name.startsWith('taken-') });
const record = (files) => window.given.push([...files].map((one) => ({ name: one.name, size: one.size, drawn: isDrawn(one) })));
for (const id of ['one', 'many', 'near']) document.getElementById(id).addEventListener('change', (event) => record(event.target.files));
const zone = document.getElementById('zone');
zone.addEventListener('dragover', (event) => event.preventDefault());
zone.addEventListener('drop', (event) => record(event.dataTransfer.files));
window.drop = (target, name, text) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file(name, text));
  const at = document.querySelector(target);
  for (const type of ['dragover', 'drop']) at.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
};
`;

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Pictures</title><link rel="stylesheet" href="page.css">
<body><main><h1>Pictures</h1>
<div data-garden-own><label>Own <input id="own" type="file" multiple></label></div>
<form><label>One <input id="one" type="file"></label></form>
<form><label>Many <input id="many" type="file" multiple></label></form>
<div role="dialog" aria-label="Library"><p id="beside">Drop pictures here</p><input id="near" type="file" aria-label="Upload"></div>
<div id="zone">Drop here</div><p id="elsewhere">Nothing takes a picture here</p>
<button id="ask" onclick="describePicture()">Ask</button></main><script type="module" src="page.js"></script></body></html>`;

const noise = (width: number, height: number, channels: 3 | 4 = 3) => {
  const raw = Buffer.alloc(width * height * channels);
  let state = 1;
  for (let at = 0; at < raw.length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    raw[at] = state >>> 24;
  }
  return sharp(raw, { raw: { width, height, channels } });
};
/** A picture like a photo: soft shapes with some grain. The left half is dark, the right half is bright. */
const scene = (width: number, height: number) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#123a24"/><stop offset="1" stop-color="#1d5a3a"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/><rect x="50%" width="50%" height="100%" fill="#e8e4d0"/><circle cx="30%" cy="40%" r="8%" fill="#c9822b"/></svg>`;
  return sharp(Buffer.from(svg)).removeAlpha();
};
const PLACE = { IFD0: { Artist: 'Hana Rewi' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '41/1 17/1 11/1', GPSLongitudeRef: 'E', GPSLongitude: '174/1 46/1 34/1' } };
const svg = (inner: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">\n${inner}\n</svg>`);

describe('pictures in a real browser', () => {
  let browser: Browser;
  let served: Served;
  let folder: string;
  let page: Page;
  let photo: Buffer;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kanopi-pictures-'));
    const root = path.resolve(import.meta.dirname, '../..');
    await build({ stdin: { contents: SCRIPT, resolveDir: root }, bundle: true, format: 'esm', outfile: path.join(folder, 'page.js') });
    const styles = ['../../site/styles/tokens.css', './editor.css', './dialog.css', './pictures.css'].map((file) => `@import '${file}';`).join('\n');
    await build({ stdin: { contents: styles, resolveDir: path.join(root, 'src/cms/styles'), loader: 'css' }, bundle: true, outfile: path.join(folder, 'page.css'), external: ['*.woff2'] });
    await writeFile(path.join(folder, 'index.html'), PAGE);
    photo = await scene(6000, 4000)
      .withExif(PLACE)
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a exif:GPSLatitude="41,17S"/></x:xmpmeta>')
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 92 })
      .toBuffer();
    served = await serveFolder(folder, '/');
    browser = await openBrowser();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await page.goto(served.url);
  });

  async function draw(name: string, buffer: Buffer): Promise<Said & { bytes: Buffer }> {
    await page.setInputFiles('#own', { name, mimeType: 'application/octet-stream', buffer });
    const [said] = await page.evaluate(() => window.draw(document.querySelector<HTMLInputElement>('#own')!));
    return { ...said!, bytes: Buffer.from(said!.base64 ?? '', 'base64') };
  }

  /** A picture as the check of the garden wants it, and smaller than that. */
  async function expectClean({ bytes, name, width, height }: Said & { bytes: Buffer }) {
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.length).toBeLessThanOrEqual(500_000);
    expect(Math.max(width, height)).toBeLessThanOrEqual(2000);
    expect(await imageFacts(bytes)).toEqual({ format: name.split('.').at(-1), width, height, gps: false });
    expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*-[0-9a-f]{6}\.(?:jpg|png|webp)$/);
    const { exif, xmp, icc, orientation } = await sharp(bytes).metadata();
    expect({ exif, xmp, icc, orientation }).toEqual({ exif: undefined, xmp: undefined, icc: undefined, orientation: undefined });
    expect(await exifr.gps(bytes).catch(() => undefined)).toBeUndefined();
  }

  /** The colour at a place, from 0 to 1 both ways. */
  async function colourAt(bytes: Buffer, x: number, y: number): Promise<number[]> {
    const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 4;
    return [...data.subarray(at, at + 4)];
  }

  describe('drawing again', () => {
    test('makes a photo from a phone upright and small, without the place', async () => {
      expect(await exifr.gps(photo), 'the photo of the test has a place').toBeDefined();
      const said = await draw('Nest at Ōtari (2).JPG', photo);
      expect(said).toMatchObject({ ok: true, width: 1333, height: 2000, type: 'image/jpeg' });
      expect(said.name).toMatch(/^nest-at-otari-2-[0-9a-f]{6}\.jpg$/);
      await expectClean(said);
      expect(said.bytes.includes('Hana')).toBe(false);
      // Turned a quarter clockwise, the dark left half is on top.
      const [top, bottom] = [await colourAt(said.bytes, 0.5, 0.1), await colourAt(said.bytes, 0.5, 0.9)];
      expect(top[0]).toBeLessThan(80);
      expect(bottom[0]).toBeGreaterThan(200);
    });

    test('names a picture by its bytes, the same each time', async () => {
      const small = await scene(300, 200).jpeg().toBuffer();
      const other = await scene(301, 200).jpeg().toBuffer();
      const [first, again, third] = [await draw('a.jpg', small), await draw('a.jpg', small), await draw('a.jpg', other)];
      expect(again.name).toBe(first.name);
      expect(third.name).not.toBe(first.name);
    });

    test('never makes a small picture larger', async () => expect(await draw('a.jpg', await scene(300, 200).jpeg().toBuffer())).toMatchObject({ width: 300, height: 200 }));

    test('keeps a drawing in PNG with its transparency', async () => {
      const drawing = await sharp(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="2400" height="1200"><circle cx="600" cy="600" r="400" fill="#c22"/></svg>')).png().toBuffer();
      const said = await draw('Map.png', drawing);
      await expectClean(said);
      expect(said).toMatchObject({ type: 'image/png', width: 2000, height: 1000 });
      expect((await colourAt(said.bytes, 0.9, 0.5))[3]).toBe(0);
      expect(await colourAt(said.bytes, 0.25, 0.5)).toEqual([0xcc, 0x22, 0x22, 255]);
    });

    test('shrinks a noisy PNG of 8 MB to a photo', async () => {
      const buffer = await noise(1800, 1500).png().toBuffer();
      expect(buffer.length).toBeGreaterThan(8_000_000);
      const said = await draw('noise.png', buffer);
      await expectClean(said);
      expect(said.type).toBe('image/jpeg');
      expect(said.width / said.height).toBeCloseTo(1.2, 1);
    });

    test('shrinks a noisy PNG with transparency and keeps that', async () => {
      const said = await draw('noise.png', await noise(1400, 1400, 4).png().toBuffer());
      await expectClean(said);
      expect(said.type).toBe('image/webp');
      expect((await sharp(said.bytes).metadata()).hasAlpha).toBe(true);
    });

    test('keeps WebP as WebP and makes AVIF and BMP a JPEG', async () => {
      const webp = await draw('a.webp', await scene(2500, 800).withExif(PLACE).webp().toBuffer());
      await expectClean(webp);
      expect(webp).toMatchObject({ type: 'image/webp', width: 2000, height: 640 });
      const avif = await draw('b.avif', await scene(640, 400).withExif(PLACE).avif().toBuffer());
      await expectClean(avif);
      expect(avif).toMatchObject({ type: 'image/jpeg', width: 640, height: 400 });
      const bmp = await draw('c.bmp', bitmap(40, 30));
      await expectClean(bmp);
      expect(bmp).toMatchObject({ type: 'image/jpeg', width: 40, height: 30 });
    });

    test('goes by the bytes and not by the name', async () => {
      const said = await draw('ridge.png', await scene(300, 200).jpeg().toBuffer());
      await expectClean(said);
      expect(said.name).toMatch(/^ridge-[0-9a-f]{6}\.jpg$/);
    });

    test('takes the first picture of a GIF that moves, and says so', async () => {
      const frames = await Promise.all(
        ['#204080', '#f0f0f0'].map((background) =>
          sharp({ create: { width: 60, height: 40, channels: 3, background } })
            .png()
            .toBuffer(),
        ),
      );
      const said = await draw(
        'Kea.gif',
        await sharp(frames, { join: { animated: true } })
          .gif()
          .toBuffer(),
      );
      await expectClean(said);
      expect(said).toMatchObject({ type: 'image/png', note: '"Kea.gif" moves; only its first picture was kept.' });
      expect((await colourAt(said.bytes, 0.5, 0.5)).slice(0, 3)).toEqual([0x20, 0x40, 0x80]);
    });

    test('lets a drawing in SVG through as it is, when it holds shapes and words only', async () => {
      const drawing = svg('<title>Map</title><circle cx="5" cy="5" r="4" />');
      const said = await draw('Trap Map.svg', drawing);
      expect(said).toMatchObject({ ok: true, type: 'image/svg+xml' });
      expect(said.name).toMatch(/^trap-map-[0-9a-f]{6}\.svg$/);
      expect(said.bytes).toEqual(drawing);
    });

    const jpeg = () => scene(900, 600).jpeg().toBuffer();
    test.each<[string, string, () => Buffer | Promise<Buffer>, string]>([
      ['a text called a picture', 'x.jpg', () => Buffer.from('plain text'), '"x.jpg" is not a picture, although its name says so. Export it again as a JPEG or PNG.'],
      ['a text', 'notes.txt', () => Buffer.from('plain text'), '"notes.txt" is not a picture that can be shown here. Choose a JPEG, PNG or WebP file.'],
      ['a page', 'x.png', () => Buffer.from('<!doctype html><script>document.title = "run"</script>'), '"x.png" is not a picture, although its name says so. Export it again as a JPEG or PNG.'],
      ['a PDF', 'plan.pdf', () => Buffer.from('%PDF-1.7\n%âãÏÓ'), '"plan.pdf" is a PDF, not a picture. Save the part you mean as a picture and add that.'],
      ['an empty file', 'x.png', () => Buffer.alloc(0), '"x.png" is empty. Choose the file again.'],
      ['half a JPEG', 'x.jpg', async () => (await jpeg()).subarray(0, 4000), '"x.jpg" breaks off before its end. Copy it again from where it came, or export it again.'],
      ['half a PNG', 'x.png', async () => (await scene(900, 600).png().toBuffer()).subarray(0, 700), '"x.png" breaks off before its end. Copy it again from where it came, or export it again.'],
      ['a JPEG with no pixels that can be read', 'x.jpg', () => Buffer.from('ffd8ffdb0004000affda00020102ffd9', 'hex'), '"x.jpg" is damaged and cannot be opened. Export it again as a JPEG or PNG.'],
      [
        'a PNG that claims 60,000 × 60,000 pixels',
        'x.png',
        async () => {
          const bytes = await scene(90, 60).png().toBuffer();
          bytes.writeUInt32BE(60_000, 16);
          bytes.writeUInt32BE(60_000, 20);
          return bytes;
        },
        '"x.png" has 60,000 × 60,000 pixels, more than can be opened here. Save it with at most 2,000 pixels on the longest side and add that.',
      ],
      ['a HEIC', 'IMG_1.HEIC', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), '"IMG_1.HEIC" is a HEIC that this browser cannot open. Save it as a JPEG and add that.'],
      [
        'a drawing with a script',
        'x.svg',
        () => svg('<script>alert(1)</script>'),
        '"x.svg" cannot be used as it is. Line 2: A drawing cannot hold <script>. Save it as plain SVG with shapes and words only.',
      ],
      [
        'a drawing that fetches',
        'x.png',
        () => svg('<image href="https://example.org/x.png" />'),
        '"x.png" cannot be used as it is. Line 2: A drawing cannot hold <image>. Save it as plain SVG with shapes and words only.',
      ],
      ['a huge drawing', 'x.svg', () => svg('<circle r="1" />'.repeat(15_000)), '"x.svg" has 235 KB; a drawing may have 200. Simplify it, or save it as a PNG.'],
      ['a picture that is in the library', 'taken.jpg', jpeg, '"taken.jpg" is in the library already, as "taken-DIGEST.jpg". Choose it there.'],
    ])('refuses %s', async (_, name, make, sentence) => {
      const said = await draw(name, await make());
      expect(said.ok).toBe(false);
      expect(said.reason?.replace(/-[0-9a-f]{6}\./, '-DIGEST.')).toBe(sentence);
      expect(await page.title()).toBe('Pictures');
    });
  });

  describe('in other browsers', () => {
    let usual: Page;
    beforeEach(async () => {
      usual = page;
      page = await browser.newPage();
    });
    afterEach(async () => {
      await page.close();
      page = usual;
    });

    test('draws without a canvas of its own and without WebP', async () => {
      await page.addInitScript(() => {
        Reflect.deleteProperty(window, 'OffscreenCanvas');
        const { toBlob } = HTMLCanvasElement.prototype;
        HTMLCanvasElement.prototype.toBlob = function (take, type, quality) {
          toBlob.call(this, take, type === 'image/webp' ? 'image/png' : type, quality);
        };
      });
      await page.goto(served.url);
      const photoAgain = await draw('a.webp', await scene(2500, 800).webp().toBuffer());
      await expectClean(photoAgain);
      expect(photoAgain.type).toBe('image/jpeg');
      const cutOut = await draw('b.png', await noise(500, 500, 4).png().toBuffer());
      await expectClean(cutOut);
      expect(cutOut.type).toBe('image/png');
      expect(await page.evaluate(([data]) => window.guard('content/media/a.webp', data!), [photo.toString('base64')])).toBe(
        'This browser cannot write "a.webp" in its format. Take it out of the page and add it again as a JPEG.',
      );
    });

    test('refuses a picture where the browser gives noise in place of it', async () => {
      await page.addInitScript(() => {
        const { getImageData } = OffscreenCanvasRenderingContext2D.prototype;
        OffscreenCanvasRenderingContext2D.prototype.getImageData = function (...area) {
          const pixels = getImageData.apply(this, area);
          pixels.data.fill(255);
          return pixels;
        };
      });
      await page.goto(served.url);
      expect(await draw('a.jpg', await scene(60, 40).jpeg().toBuffer())).toMatchObject({ ok: false, reason: expect.stringMatching(/^This browser hides pictures from pages, so "a\.jpg"/) });
    });
  });

  describe('catching files', () => {
    const given = (count: number) => page.waitForFunction((wanted) => window.given.length >= wanted && window.given, count).then((handle) => handle.jsonValue() as Promise<Given[][]>);
    const jpg = async (name: string) => ({ name, mimeType: 'image/jpeg', buffer: await scene(400, 300).withExif(PLACE).jpeg().toBuffer() });
    const text = { name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('plain text') };

    test('hands a chosen photo on drawn again, once', async () => {
      await page.setInputFiles('#one', { name: 'Nest.JPG', mimeType: 'image/jpeg', buffer: photo });
      const files = await given(1);
      expect(files).toEqual([[{ name: expect.stringMatching(/^nest-[0-9a-f]{6}\.jpg$/), size: expect.any(Number), drawn: true }]]);
      expect(files[0]![0]!.size).toBeLessThanOrEqual(500_000);
      await page.setInputFiles('#one', await jpg('b.jpg'));
      expect((await given(2)).map((list) => list.length)).toEqual([1, 1]);
      expect(await page.locator('.garden-drawing').count()).toBe(0);
    });

    test('hands several on together, without the one that is no picture, and says why', async () => {
      await page.setInputFiles('#many', [await jpg('a.jpg'), text, await jpg('b.jpg')]);
      expect((await given(1))[0]!.map(({ name, drawn }) => [name.slice(0, 2), drawn])).toEqual([
        ['a-', true],
        ['b-', true],
      ]);
      const dialog = page.getByRole('dialog', { name: 'One picture was not taken' });
      await dialog.getByText('"x.jpg" is not a picture, although its name says so.').waitFor();
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
    });

    test('lets nothing through of a file that is refused, and lets the person choose it again', async () => {
      for (const round of [1, 2]) {
        await page.setInputFiles('#one', text);
        await page.getByRole('dialog', { name: 'One picture was not taken' }).waitFor();
        await page.getByRole('button', { name: 'Go on' }).click();
        expect(await page.inputValue('#one'), `round ${round}`).toBe('');
      }
      expect(await page.evaluate(() => window.given)).toEqual([]);
    });

    test('does not touch an input of our own, nor any input once it is ended', async () => {
      await page.setInputFiles('#own', text);
      await page.evaluate(() => window.stop());
      await page.setInputFiles('#one', text);
      expect(await given(1)).toEqual([[{ name: 'x.jpg', size: 10, drawn: false }]]);
      expect(await page.evaluate(() => document.querySelector<HTMLInputElement>('#own')!.files!.length)).toBe(1);
      expect(await page.getByRole('dialog').filter({ hasText: 'not taken' }).count()).toBe(0);
    });

    test('draws again what is dropped where the page takes it, and in a library where it does not', async () => {
      const base64 = photo.toString('base64');
      await page.evaluate((data) => window.drop('#zone', 'Nest.jpg', data), base64);
      await given(1);
      await page.evaluate((data) => window.drop('#beside', 'Ridge.jpg', data), base64);
      expect((await given(2)).map((list) => list.map(({ name, drawn }) => [name.replace(/-[0-9a-f]{6}/, ''), drawn]))).toEqual([[['nest.jpg', true]], [['ridge.jpg', true]]]);
      expect(await page.evaluate(() => document.querySelector<HTMLInputElement>('#near')!.files![0]!.name)).toMatch(/^ridge-/);
    });

    test('does not let a drop elsewhere open the file in place of the form', async () => {
      const prevented = await page.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['x'], 'x.jpg'));
        return ['dragover', 'drop'].map((type) => !document.querySelector('#elsewhere')!.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer })));
      });
      expect(prevented).toEqual([true, true]);
    });
  });

  describe('the last look before storing', () => {
    const guard = async (file: string, bytes: Buffer) => page.evaluate(([where, data]) => window.guard(where!, data!), [file, bytes.toString('base64')]);

    test('draws a photo again under the path that the text names', async () => {
      for (const [ending, format] of [
        ['jpg', 'jpg'],
        ['png', 'png'],
        ['webp', 'webp'],
      ] as const) {
        const safe = await guard(`content/media/nest.${ending}`, photo);
        if (typeof safe === 'string') throw new Error(safe);
        expect(safe).toMatchObject({ path: `content/media/nest.${ending}`, same: false });
        const bytes = Buffer.from(safe.base64, 'base64');
        expect(bytes.length).toBeLessThanOrEqual(500_000);
        expect(await imageFacts(bytes)).toMatchObject({ format, gps: false });
      }
    });

    test('leaves a picture as it is that was drawn before, however often a draft is saved', async () => {
      const { bytes } = await draw('a.jpg', photo);
      expect(await guard('content/media/a.jpg', bytes)).toMatchObject({ same: true });
    });

    test('refuses what it cannot draw, in words', async () => {
      expect(await guard('content/media/x.jpg', Buffer.from('text'))).toBe('"x.jpg" is not a picture, although its name says so. Export it again as a JPEG or PNG.');
      expect(await guard('content/media/x.svg', svg('<script />'))).toMatch(/^"x\.svg" cannot be used as it is\. Line 2/);
      expect(await guard('content/media/x.svg', photo)).toBe('"x.svg" is not what its name says. Add the picture again.');
      expect(await guard('content/media/x.avif', photo)).toMatch(/^"x\.avif" cannot be made safe to store/);
      expect(await guard('content/media/x.js', Buffer.from('alert(1)'))).toMatch(/^"x\.js" cannot be made safe to store/);
    });
  });

  describe('asking what a picture shows', () => {
    test('works by keyboard, insists on words and hands them on in one line', async () => {
      await page.setInputFiles('#own', { name: 'ridge.jpg', mimeType: 'image/jpeg', buffer: await scene(600, 400).jpeg().toBuffer() });
      await page.focus('#ask');
      await page.keyboard.press('Enter');
      const box = page.getByRole('textbox', { name: 'What does this picture show?' });
      await box.waitFor();
      expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.press('Enter');
      await page.getByText('Say in a few words what the picture shows.').waitFor();
      expect(await box.getAttribute('aria-invalid')).toBe('true');
      await page.keyboard.type('Photo of a ridge');
      await page.keyboard.press('Enter');
      await page.getByText('Leave out "Photo of" and begin with what it shows.').waitFor();
      expect(await page.evaluate(() => window.described)).toEqual([]);
      await page.keyboard.press('Home');
      for (let step = 0; step < 9; step += 1) await page.keyboard.press('Delete');
      expect(await box.getAttribute('aria-invalid')).toBeNull();
      await page.keyboard.press('End');
      await page.keyboard.insertText('  above\nthe bush ');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => window.described.length > 0);
      expect(await page.evaluate(() => window.described)).toEqual(['a ridge above the bush']);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('ask');
    });

    test.each(['Escape', 'Leave it out'])('gives nothing when it is closed by %s', async (way) => {
      await page.setInputFiles('#own', { name: 'ridge.jpg', mimeType: 'image/jpeg', buffer: await scene(60, 40).jpeg().toBuffer() });
      await page.click('#ask');
      await page.getByRole('textbox').fill('A ridge above the bush');
      if (way === 'Escape') await page.keyboard.press('Escape');
      else await page.getByRole('button', { name: way }).click();
      await page.waitForFunction(() => window.described.length > 0);
      expect(await page.evaluate(() => window.described)).toEqual(['undefined']);
    });

    test.each([
      [390, 'light'],
      [390, 'dark'],
      [1360, 'light'],
      [1360, 'dark'],
    ] as const)('fits at %i pixels in the %s scheme, and axe finds nothing', async (width, colorScheme) => {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      await page.evaluate(AXE);
      const axe = async (shot: string) => {
        if (SHOTS) await page.screenshot({ path: `${SHOTS}/pictures-${shot}-${width}-${colorScheme}.png` });
        const found = await page.evaluate(() => (window as unknown as { axe: { run(at: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run('.garden-dialog'));
        expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      };
      await page.setInputFiles('#own', { name: 'kereru-photo-1-3f9a2c.jpg', mimeType: 'image/jpeg', buffer: await scene(1200, 800).jpeg().toBuffer() });
      await page.click('#ask');
      await axe('ask');
      await page.keyboard.press('Enter');
      await axe('ask-problem');
      const inside = await page.locator('.garden-dialog').evaluate((dialog) => [dialog.scrollWidth <= dialog.clientWidth, dialog.getBoundingClientRect().right <= innerWidth]);
      expect(inside).toEqual([true, true]);
      await page.keyboard.press('Escape');
      await page.setInputFiles(
        '#many',
        [1, 2].map((count) => ({ name: `A long name of a file that is no picture ${count}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from('text') })),
      );
      await page.getByRole('dialog', { name: '2 pictures were not taken' }).waitFor();
      await axe('refused');
    });
  });
});

/** A picture as Windows writes it, in one colour: sharp writes none. */
function bitmap(width: number, height: number): Buffer {
  const row = Math.ceil((width * 3) / 4) * 4;
  const bytes = Buffer.alloc(54 + row * height, 0x66);
  bytes.fill(0, 0, 54);
  bytes.write('BM', 'latin1');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  return bytes;
}
