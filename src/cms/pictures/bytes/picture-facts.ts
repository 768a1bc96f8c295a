import { fourLetters } from './four-letters.ts';
import { gifFacts } from './gif-facts.ts';
import { jpegParts } from './jpeg-parts.ts';
import { pictureFormat, type PictureFormat } from './picture-format.ts';
import { pngParts } from './png-parts.ts';
import { webpParts } from './webp-parts.ts';

/** What the bytes of a picture say before it is decoded. */
export interface PictureFacts {
  readonly format: PictureFormat;
  /** Pixels as the file has them, before a camera's turn; undefined where the format hides them. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Whether the file goes on to its own end; true where we cannot tell. */
  readonly whole: boolean;
  readonly animated: boolean;
}

/** Reads format, size and completeness of a picture without decoding it. Linear in the bytes; never throws. */
export function pictureFacts(bytes: Uint8Array): PictureFacts | undefined {
  const format = pictureFormat(bytes);
  if (format === undefined) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rest = { format, whole: true, animated: false };
  if (format === 'jpg') {
    const { parts, whole } = jpegParts(bytes);
    const frame = parts.find(({ name }) => /^c[0-35-79abd-f]$/.test(name));
    return {
      ...rest,
      whole: whole && parts.some(({ name }) => name === 'da'),
      ...(frame && frame.end - frame.content >= 5 ? { height: view.getUint16(frame.content + 1), width: view.getUint16(frame.content + 3) } : {}),
    };
  }
  if (format === 'png') {
    const { parts, whole } = pngParts(bytes);
    const size = bytes.length >= 24 && fourLetters(bytes, 12) === 'IHDR' ? { width: view.getUint32(16), height: view.getUint32(20) } : {};
    return { ...rest, ...size, whole: whole && parts.some(({ name }) => name === 'IDAT'), animated: parts.some(({ name }) => name === 'acTL') };
  }
  if (format === 'webp') {
    const { parts, whole } = webpParts(bytes);
    return { ...rest, ...webpSize(bytes, view), whole, animated: parts.some(({ name }) => name === 'ANIM') };
  }
  if (format === 'gif') return { ...rest, ...gifFacts(bytes), ...(bytes.length >= 10 ? { width: view.getUint16(6, true), height: view.getUint16(8, true) } : {}) };
  if (format === 'bmp') return { ...rest, width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
  return format === 'avif' || format === 'heic' ? { ...rest, ...largestBox(bytes, view) } : rest;
}

function webpSize(bytes: Uint8Array, view: DataView): { width?: number; height?: number } {
  if (bytes.length < 30) return {};
  const kind = fourLetters(bytes, 12);
  const three = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  if (kind === 'VP8X') return { width: three(24) + 1, height: three(27) + 1 };
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  const packed = view.getUint32(21, true);
  return kind === 'VP8L' ? { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 } : {};
}

/** AVIF and HEIC say the size of each picture inside in a box called `ispe`, near the start. */
function largestBox(bytes: Uint8Array, view: DataView): { width?: number; height?: number } {
  let found: { width: number; height: number } | undefined;
  const end = Math.min(bytes.length - 16, 100_000);
  for (let at = bytes.indexOf(0x69); at !== -1 && at < end; at = bytes.indexOf(0x69, at + 1)) {
    if (fourLetters(bytes, at) !== 'ispe') continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!found || size.width * size.height > found.width * found.height) found = size;
  }
  return found ?? {};
}
