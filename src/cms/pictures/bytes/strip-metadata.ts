import { fourLetters } from './four-letters.ts';
import { jpegParts } from './jpeg-parts.ts';
import type { Part } from './parts.ts';
import { pictureFormat } from './picture-format.ts';
import { pngParts } from './png-parts.ts';
import { webpParts } from './webp-parts.ts';

const PNG_KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'sRGB', 'gAMA', 'IDAT', 'IEND']);
const WEBP_KEPT = new Set(['VP8X', 'ALPH', 'VP8 ', 'VP8L']);

/** A JPEG, PNG or WebP with nothing in it but what makes its pixels: no EXIF, XMP, colour profile, words, thumbnails, further frames or bytes after its end.
 *  Some browsers write such parts of their own when they encode. The same bytes in the same order give the same again. Other formats come back as they are. */
export function stripMetadata(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const format = pictureFormat(bytes);
  if (format === 'jpg')
    return joined(
      jpegParts(bytes)
        .parts.filter((part) => keptOfJpeg(bytes, part))
        .map(({ start, end }) => bytes.subarray(start, end)),
    );
  if (format === 'png')
    return joined([
      bytes.subarray(0, 8),
      ...pngParts(bytes)
        .parts.filter(({ name }) => PNG_KEPT.has(name))
        .map(({ start, end }) => bytes.subarray(start, end)),
    ]);
  if (format !== 'webp') return bytes;
  const stripped = joined([
    bytes.subarray(0, 12),
    ...webpParts(bytes)
      .parts.filter(({ name }) => WEBP_KEPT.has(name))
      .map(({ start, end }) => bytes.subarray(start, end)),
  ]);
  new DataView(stripped.buffer).setUint32(4, stripped.length - 8, true);
  // Only the flag for transparency may stay, since only that can still be true.
  if (fourLetters(stripped, 12) === 'VP8X') stripped[20] = (stripped[20] ?? 0) & 0x10;
  return stripped;
}

/** The plain JFIF header and the Adobe marker say how to read the colours; a JFIF with more than 16 bytes holds a thumbnail. */
function keptOfJpeg(bytes: Uint8Array, { name, start, content, end }: Part): boolean {
  if (name === 'e0') return fourLetters(bytes, content) === 'JFIF' && end - start === 18;
  if (name === 'ee') return fourLetters(bytes, content) === 'Adob' && end - start === 16;
  return !/^e|^fe$/.test(name);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
