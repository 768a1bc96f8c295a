import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawing } from '#garden/checks/example-page.ts';
import { imageFacts } from './image-facts.ts';

const picture = () => sharp({ create: { width: 6, height: 4, channels: 3, background: '#2f5d3a' } });
const PLACE = { IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '41/1 17/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '174/1 46/1 0/1' } };

describe.each(['jpeg', 'png', 'webp', 'avif'] as const)('a %s', (format) => {
  const name = format === 'jpeg' ? 'jpg' : format;

  it('is known by its bytes, with its size', async () => {
    expect(await imageFacts(await picture().toFormat(format).toBuffer())).toEqual({ format: name, width: 6, height: 4, gps: false });
  });

  it('tells when it says where it was taken', async () => {
    expect(await imageFacts(await picture().withExif(PLACE).toFormat(format).toBuffer())).toMatchObject({ format: name, gps: true });
  });

  it('does not tell of other notes', async () => {
    expect(
      await imageFacts(
        await picture()
          .withExif({ IFD0: { Artist: 'Garden editors' } })
          .toFormat(format)
          .toBuffer(),
      ),
    ).toMatchObject({ gps: false });
  });

  it('tells of a place in its XMP', async () => {
    const xmp =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="41,17S" /></rdf:RDF></x:xmpmeta>';
    expect(await imageFacts(await picture().withXmp(xmp).toFormat(format).toBuffer())).toMatchObject({ gps: true });
  });

  it('that is cut short has no size, or keeps its own', async () => {
    const bytes = await picture().toFormat(format).toBuffer();
    expect((await imageFacts(bytes.subarray(0, 20))).width).toBeUndefined();
  });
});

it.each([
  ['a drawing', drawing(), 'svg'],
  ['a drawing after a mark, a declaration and notes', `\uFEFF<?xml version="1.0"?>\n<!-- a --><!-- b -->${drawing()}`, 'svg'],
  ['a web page', '<html><svg></svg></html>', undefined],
  ['nothing', '', undefined],
  ['text', 'Kia ora', undefined],
  ['notes without end', '<!---->'.repeat(280), undefined],
])('takes %s for what it is', async (_name, text, format) => {
  expect(await imageFacts(Buffer.from(text))).toEqual({ format, gps: false });
});

it('knows a GIF', async () => {
  expect(await imageFacts(await picture().gif().toBuffer())).toMatchObject({ format: 'gif', width: 6 });
});
