import { pictureFacts, type PictureFacts } from './bytes/picture-facts.ts';
import { canvasKeepsColours } from './canvas-keeps-colours.ts';
import { encodeFull, encodeSmall, TYPES, type Encoded, type Ending } from './encode-small.ts';
import { LIMITS } from './limits.ts';
import { lookAtPixels } from './look-at-pixels.ts';
import { pictureName } from './picture-name.ts';
import { pictureProblem, shortName } from './picture-problem.ts';
import { isDrawn, rememberDrawn } from './remember-drawn.ts';

/** A picture that may be stored, or why there is none. */
export type DrawnPicture =
  | {
      readonly ok: true;
      readonly file: File;
      /** Pixels; 0 for a drawing in SVG, which has no size of its own. */
      readonly width: number;
      readonly height: number;
      /** What else the person should know of it. */
      readonly note?: string;
    }
  | { readonly ok: false; readonly reason: string };

/** What may differ from one place to the other. */
export interface DrawOptions {
  /** Keeps the name and its format, for a picture whose address is written already. */
  readonly as?: { readonly name: string; readonly ending: Ending | 'svg' };
  /** Whether a name is in the library; a picture that would get it is there already. */
  readonly taken?: (name: string) => boolean;
}

/** Draws a picture again in the browser, so that nothing but its pixels is stored: upright, small, named after itself and its bytes. Never throws for what a file holds. */
export async function drawAgain(file: File, { as, taken = () => false }: DrawOptions = {}): Promise<DrawnPicture> {
  const refused = (reason: string): DrawnPicture => ({ ok: false, reason });
  const name = shortName(file.name);
  if (file.size > LIMITS.openBytes) return refused(`"${name}" has ${Math.ceil(file.size / 1e6)} MB; at most ${LIMITS.openBytes / 1e6} can be opened here. Save it smaller and add that.`);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return refused(`"${name}" can no longer be read. Choose the file again.`);
  }
  const facts = pictureFacts(bytes);
  if (facts && isDrawn(file) && !as) return { ok: true, file, width: facts.width ?? 0, height: facts.height ?? 0 };
  const problem = pictureProblem(file.name, bytes, facts);
  if (problem !== undefined || !facts) return refused(problem ?? '');
  if (as && (as.ending === 'svg') !== (facts.format === 'svg')) return refused(`"${name}" is not what its name says. Add the picture again.`);
  const stored = async (content: Uint8Array<ArrayBuffer>, ending: Ending | 'svg', size: { width: number; height: number }, note?: string): Promise<DrawnPicture> => {
    const called = as?.name ?? pictureName(file.name, await digestOf(content), ending);
    if (taken(called)) return refused(`"${name}" is in the library already, as "${called}". Choose it there.`);
    const again = rememberDrawn(new File([content], called, { type: ending === 'svg' ? 'image/svg+xml' : TYPES[ending] }));
    return { ok: true, file: again, width: size.width, height: size.height, ...(note ? { note } : {}) };
  };
  if (facts.format === 'svg') return stored(bytes, 'svg', { width: 0, height: 0 });
  const drawn = await encoded(bytes, facts, as?.ending as Ending | undefined);
  if (drawn === 'unreadable')
    return refused(
      ['heic', 'tiff', 'avif'].includes(facts.format)
        ? `"${name}" is a ${facts.format.toUpperCase()} that this browser cannot open. Save it as a JPEG and add that.`
        : `"${name}" is damaged and cannot be opened. Export it again as a JPEG or PNG.`,
    );
  if (drawn === 'unwritten') return refused(`This browser cannot write "${name}" in its format. Take it out of the page and add it again as a JPEG.`);
  if (drawn === 'no-canvas') return refused(`This browser hides pictures from pages, so "${name}" cannot be made smaller. Allow this site to read canvas data, or use another browser.`);
  return stored(drawn.bytes, drawn.ending, drawn, facts.animated ? `"${name}" moves; only its first picture was kept.` : undefined);
}

async function encoded(bytes: Uint8Array<ArrayBuffer>, facts: PictureFacts, as: Ending | undefined): Promise<Encoded | 'unreadable' | 'unwritten' | 'no-canvas'> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(new Blob([bytes]), { imageOrientation: 'from-image' });
  } catch {
    return 'unreadable';
  }
  try {
    if (!canvasKeepsColours()) return 'no-canvas';
    const drawn = as ? await encodeSmall(picture, [as]) : await inBestFormat(picture, facts);
    return drawn ?? 'unwritten';
  } finally {
    picture.close();
  }
}

/** JPEG stays JPEG and WebP WebP; a drawing or a cut-out stays sharp in PNG as long as it is small; all others are photos. */
async function inBestFormat(picture: ImageBitmap, { format }: PictureFacts): Promise<Encoded | undefined> {
  if (format === 'jpg') return encodeSmall(picture, ['jpg']);
  const { transparent, fewColours } = lookAtPixels(picture);
  if (format === 'webp') return encodeSmall(picture, ['webp', transparent ? 'png' : 'jpg']);
  if (!transparent && !(fewColours && (format === 'png' || format === 'gif'))) return encodeSmall(picture, ['jpg']);
  return (await encodeFull(picture, 'png')) ?? encodeSmall(picture, ['webp', transparent ? 'png' : 'jpg']);
}

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
