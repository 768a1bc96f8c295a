import { stripMetadata } from './bytes/strip-metadata.ts';
import { pictureFormat } from './bytes/picture-format.ts';
import { LIMITS } from './limits.ts';

/** Formats that a browser can write. */
export type Ending = 'jpg' | 'png' | 'webp';

/** A picture as bytes that may be stored. */
export interface Encoded {
  readonly ending: Ending;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

export const TYPES: Readonly<Record<Ending, string>> = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' };

/** Sides and qualities from the best to what fits in any case: 320 × 320 pixels are below the limit even without any packing. */
const STEPS: readonly { side: number; qualities: readonly number[] }[] = [
  { side: LIMITS.side, qualities: [0.86, 0.8, 0.72, 0.64] },
  ...[1600, 1280, 1024, 800, 640, 480, 320].map((side) => ({ side, qualities: [0.78, 0.66] })),
];

/** Draws a picture in the first of the given formats that this browser writes, as good as the limit for bytes allows; undefined when it writes none of them. */
export async function encodeSmall(picture: ImageBitmap, endings: readonly Ending[]): Promise<Encoded | undefined> {
  for (const ending of endings) {
    const encoded = await encodeAs(picture, ending, STEPS);
    if (encoded) return encoded;
  }
  return undefined;
}

/** Draws a picture at its full size of up to 2,000 pixels; undefined when it has too many bytes so, or this browser does not write the format. */
export function encodeFull(picture: ImageBitmap, ending: Ending): Promise<Encoded | undefined> {
  return encodeAs(picture, ending, STEPS.slice(0, 1));
}

async function encodeAs(picture: ImageBitmap, ending: Ending, steps: typeof STEPS): Promise<Encoded | undefined> {
  const longest = Math.max(picture.width, picture.height);
  for (const { side, qualities } of steps) {
    if (side < LIMITS.side && side >= longest) continue;
    const scale = Math.min(1, side / longest);
    const size = { width: Math.max(1, Math.round(picture.width * scale)), height: Math.max(1, Math.round(picture.height * scale)) };
    const canvas = drawnCanvas(picture, size, ending === 'jpg');
    // PNG has no qualities: one try a size.
    for (const quality of ending === 'png' ? qualities.slice(0, 1) : qualities) {
      const bytes = await written(canvas, TYPES[ending], quality);
      if (!bytes || pictureFormat(bytes) !== ending) return undefined;
      const stripped = stripMetadata(bytes);
      if (stripped.length <= LIMITS.bytes) return { ending, bytes: stripped, ...size };
    }
  }
  return undefined;
}

type Canvas = OffscreenCanvas | HTMLCanvasElement;

function drawnCanvas(picture: ImageBitmap, { width, height }: { width: number; height: number }, opaque: boolean): Canvas {
  const canvas = newCanvas(width, height);
  const context = contextOf(canvas);
  if (opaque) {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
  }
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return canvas;
}

/** A canvas that need not stand in a page, where the browser has one. */
export function newCanvas(width: number, height: number): Canvas {
  return typeof OffscreenCanvas === 'function' ? new OffscreenCanvas(width, height) : Object.assign(document.createElement('canvas'), { width, height });
}

/** What draws on a canvas. */
export function contextOf(canvas: Canvas): OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D | null;
  if (!context) throw new Error('This browser has no room left to draw. Close other pages and try again.');
  return context;
}

async function written(canvas: Canvas, type: string, quality: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const blob = 'convertToBlob' in canvas ? await canvas.convertToBlob({ type, quality }) : await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined;
}
