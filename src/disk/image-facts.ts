import exifr from 'exifr';
import sharp from 'sharp';
import type { ImageFacts } from '#garden/checks/file-facts.ts';

/** What the bytes of a picture say: its format by magic bytes, its size, and whether it tells a place. Never throws. */
export async function imageFacts(bytes: Buffer): Promise<ImageFacts> {
  const format = formatOf(bytes);
  if (format === undefined || format === 'svg') return { format, gps: false };
  const text = hasGpsText(bytes);
  try {
    const { width, height, exif, xmp, iptc } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const block = exif?.subarray(exif.indexOf('Exif\0\0') === 0 ? 6 : 0);
    return {
      format,
      width,
      height,
      gps: text || (await hasGps(bytes)) || (block !== undefined && (await hasGps(block))) || (xmp !== undefined && hasGpsText(xmp)),
      ...(iptc !== undefined || (xmp !== undefined && TELLS.test(xmp.toString('utf8'))) || (block !== undefined && (await hasCamera(block))) ? { camera: true } : {}),
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

/** What an XMP text says of a camera, its owner or how the picture was worked on. */
const TELLS = /\b(?:tiff:(?:Make|Model)|exif:DateTime|aux:|exifEX:|crs:|xmpMM:|photoshop:DateCreated|xmp:CreateDate)/;
const CAMERA = [
  'Make',
  'Model',
  'LensMake',
  'LensModel',
  'LensSerialNumber',
  'SerialNumber',
  'CameraSerialNumber',
  'OwnerName',
  'CameraOwnerName',
  'DateTimeOriginal',
  'MakerNote',
  'HostComputer',
  'UserComment',
];

/** Whether an EXIF block tells of a camera or of its owner; the size and turn of a picture tell nothing. */
function hasCamera(block: Buffer): Promise<boolean> {
  return exifr.parse(block, { makerNote: true, userComment: true, reviveValues: false }).then(
    (found: object | undefined) => CAMERA.some((name) => Object.hasOwn(found ?? {}, name)),
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
