import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { asDrawn } from './as-drawn.ts';
import { pictureFacts } from './picture-facts.ts';
import { stripMetadata } from './strip-metadata.ts';

const plain = () => sharp({ create: { width: 120, height: 80, channels: 4, background: { r: 40, g: 120, b: 60, alpha: 0.5 } } });
const placed = () =>
  plain()
    .withExif({ IFD0: { Artist: 'Hana Rewi' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '41/1 17/1 0/1' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>ridge</a></x:xmpmeta>')
    .withIccProfile('srgb');
const FORMATS = {
  jpg: (picture: Sharp) => picture.jpeg(),
  'progressive jpg': (picture: Sharp) => picture.jpeg({ progressive: true }),
  png: (picture: Sharp) => picture.png(),
  'lossy webp': (picture: Sharp) => picture.webp(),
  'lossless webp': (picture: Sharp) => picture.webp({ lossless: true }),
};
const cases = Object.entries(FORMATS).map(([name, write]) => ({ name, ending: name.split(' ').at(-1)!, write }));
const bytesOf = async (picture: Sharp) => new Uint8Array(await picture.toBuffer());
const frames = [0, 1].map((shade) =>
  sharp({ create: { width: 12, height: 8, channels: 3, background: { r: shade * 200, g: 90, b: 10 } } })
    .png()
    .toBuffer(),
);
const moving = async () => sharp(await Promise.all(frames), { join: { animated: true } });

describe('what the bytes of a picture say', () => {
  it.each([...cases, { name: 'avif', ending: 'avif', write: (picture: Sharp) => picture.avif() }, { name: 'gif', ending: 'gif', write: (picture: Sharp) => picture.gif() }])(
    '$name: format and size, with and without metadata',
    async ({ ending, write }) => {
      for (const picture of [plain(), placed()]) expect(pictureFacts(await bytesOf(write(picture)))).toEqual({ format: ending, width: 120, height: 80, whole: true, animated: false });
    },
  );

  it.each([...cases, { name: 'gif', write: (picture: Sharp) => picture.gif() }])('$name: that it breaks off', async ({ write }) => {
    const bytes = await bytesOf(write(plain()));
    for (const part of [0.5, 0.9]) expect(pictureFacts(bytes.subarray(0, Math.floor(bytes.length * part)))?.whole).toBe(false);
  });

  it('tells a GIF and a WebP that move', async () => {
    expect(pictureFacts(await bytesOf((await moving()).gif()))).toMatchObject({ format: 'gif', animated: true, whole: true });
    expect(pictureFacts(await bytesOf((await moving()).webp()))).toMatchObject({ format: 'webp', animated: true, whole: true });
  });

  it('reads no format out of text, a program or nothing', () => {
    for (const text of ['', 'A', 'plain text that goes on for a while', 'MZ\x90\0', '%PDF-1.7 ...', 'RIFF....WAVEfmt ', '<html><svg></svg></html>'])
      expect(pictureFacts(new TextEncoder().encode(text))).toBeUndefined();
  });

  it('never throws, wherever a file breaks off', async () => {
    for (const { write } of cases) {
      const bytes = await bytesOf(write(placed()));
      for (let length = 0; length < Math.min(bytes.length, 400); length += 1) expect(() => stripMetadata(bytes.slice(0, length)) && pictureFacts(bytes.slice(0, length))).not.toThrow();
    }
  });
});

describe('taking out what is not pixels', () => {
  it.each(cases)('$name: leaves no metadata and the same pixels', async ({ write }) => {
    const bytes = await bytesOf(write(placed()));
    expect(await sharp(bytes).metadata()).toMatchObject({ exif: expect.anything(), xmp: expect.anything() });
    const stripped = stripMetadata(bytes);
    const { exif, xmp, icc, comments } = await sharp(stripped).metadata();
    expect({ exif, xmp, icc, comments }).toEqual({ exif: undefined, xmp: undefined, icc: undefined, comments: undefined });
    expect(Buffer.from(stripped).includes('Hana Rewi')).toBe(false);
    expect(await sharp(stripped).raw().toBuffer()).toEqual(await sharp(bytes).raw().toBuffer());
    expect(stripMetadata(stripped)).toEqual(stripped);
  });

  it.each(cases)('$name: drops what stands behind the end, as a moving photo has it', async ({ write }) => {
    const clean = stripMetadata(await bytesOf(write(plain())));
    expect(stripMetadata(new Uint8Array(Buffer.concat([clean, Buffer.from('-41.28654, 174.77623')])))).toEqual(clean);
  });

  it.each(cases)('$name: knows a picture that is as we draw it', async ({ ending, write }) => {
    const clean = stripMetadata(await bytesOf(write(plain())));
    expect(asDrawn(clean, ending)).toBe(true);
    expect(asDrawn(await bytesOf(write(placed())), ending)).toBe(false);
    expect(asDrawn(clean.subarray(0, clean.length - 30), ending)).toBe(false);
    expect(asDrawn(clean, ending === 'png' ? 'jpg' : 'png')).toBe(false);
  });

  it('does not take a picture of 2,001 pixels for one that we drew', async () => {
    const wide = (width: number) => sharp({ create: { width, height: 10, channels: 3, background: 'green' } }).png();
    expect(asDrawn(stripMetadata(await bytesOf(wide(2000))), 'png')).toBe(true);
    expect(asDrawn(stripMetadata(await bytesOf(wide(2001))), 'png')).toBe(false);
  });
});
