import { contextOf, newCanvas } from './encode-small.ts';

const SIDE = 1000;
const FEW = 4096;

/** What the pixels of a picture are like. */
export interface PixelLook {
  readonly transparent: boolean;
  /** As in a drawing or a picture of a screen, not in a photo. */
  readonly fewColours: boolean;
}

/** Looks at a picture, a large one at sample points at most, for what decides its format. */
export function lookAtPixels(picture: ImageBitmap): PixelLook {
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const context = contextOf(newCanvas(width, height));
  // Smoothing would mix new colours.
  context.imageSmoothingEnabled = false;
  context.drawImage(picture, 0, 0, width, height);
  const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  const colours = new Set<number>();
  let transparent = false;
  for (const pixel of pixels) {
    if (pixel >>> 24 < 255) transparent = true;
    if (colours.size <= FEW) colours.add(pixel);
    else if (transparent) break;
  }
  return { transparent, fewColours: colours.size <= FEW };
}
