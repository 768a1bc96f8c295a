import { fourLetters } from './four-letters.ts';

/** The formats that the form knows by their first bytes. */
export type PictureFormat = 'jpg' | 'png' | 'webp' | 'gif' | 'avif' | 'heic' | 'bmp' | 'tiff' | 'svg';

/** The format of a picture by its first bytes; undefined when it is none. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | undefined {
  const [a, b, c] = bytes;
  const first = fourLetters(bytes, 0);
  if (a === 0xff && b === 0xd8 && c === 0xff) return 'jpg';
  if (first === '\x89PNG' && fourLetters(bytes, 4) === '\r\n\x1a\n') return 'png';
  if (first === 'GIF8') return 'gif';
  if (first === 'RIFF' && fourLetters(bytes, 8) === 'WEBP') return 'webp';
  if (fourLetters(bytes, 4) === 'ftyp') return /^avi[fs]$/.test(fourLetters(bytes, 8)) ? 'avif' : /^(?:hei[cxms]|hev[cx]|mif1|msf1)$/.test(fourLetters(bytes, 8)) ? 'heic' : undefined;
  if (first.startsWith('BM') && bytes.length > 26) return 'bmp';
  if (first === 'II*\0' || first === 'MM\0*') return 'tiff';
  return startsAsSvg(new TextDecoder().decode(bytes.subarray(0, 4000))) ? 'svg' : undefined;
}

function startsAsSvg(text: string): boolean {
  let rest = text.replace(/^\uFEFF?\s*(?:<\?xml[^>]*\?>)?/, '').trimStart();
  for (const [opens, closes] of [
    ['<!--', '-->'],
    ['<!DOCTYPE', '>'],
    ['<!--', '-->'],
  ] as const) {
    while (rest.startsWith(opens)) {
      const end = rest.indexOf(closes);
      if (end === -1) return false;
      rest = rest.slice(end + closes.length).trimStart();
    }
  }
  return /^<svg[\s>]/.test(rest);
}
