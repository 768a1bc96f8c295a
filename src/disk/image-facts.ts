import exifr from 'exifr';
import sharp from 'sharp';
import type { ImageFacts } from '#garden/checks/file-facts.ts';

/** What the bytes of a picture say: its format by magic bytes, its size, and whether it tells a place. Never throws. */
export async function imageFacts(bytes: Buffer): Promise<ImageFacts> {
  const format = formatOf(bytes);
  if (format === undefined || format === 'svg') return { format, gps: false };
  const text = hasGpsText(bytes);
  try {
    const { width, height, exif, xmp } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return {
      format,
      width,
      height,
      gps: text || (await hasGps(bytes)) || (exif !== undefined && (await hasGps(exif.subarray(exif.indexOf('Exif\0\0') === 0 ? 6 : 0)))) || (xmp !== undefined && hasGpsText(xmp)),
    };
  } catch {
    return { format, gps: text || (await hasGps(bytes)) };
  }
}

/** Whether an EXIF block, alone or in a JPEG or PNG, names a place. */
function hasGps(bytes: Buffer): Promise<boolean> {
  return exifr.gps(bytes).then(
    (found) => found !== undefined && found !== null,
    () => false,
  );
}

function formatOf(bytes: Buffer): ImageFacts['format'] {
  const head = bytes.subarray(0, 16);
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpg';
  if (head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png';
  const text = head.toString('latin1');
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'gif';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp';
  if (text.slice(4, 8) === 'ftyp' && /^avi[fs]/.test(text.slice(8, 12))) return 'avif';
  return startsAsSvg(bytes.subarray(0, 2000).toString('utf8')) ? 'svg' : undefined;
}

function startsAsSvg(text: string): boolean {
  let rest = text.replace(/^\uFEFF?\s*(?:<\?xml[^>]*\?>)?/, '').trimStart();
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->', 4);
    if (end === -1) return false;
    rest = rest.slice(end + 3).trimStart();
  }
  return /^<svg[\s>]/.test(rest);
}

/** Whether the XMP text of a picture names a place; exifr.gps reads only the EXIF block. */
function hasGpsText(bytes: Buffer): boolean {
  return bytes.includes('exif:GPSLatitude') || bytes.includes('GPSLatitude=');
}
