import { asDrawn } from './bytes/as-drawn.ts';
import { drawAgain } from './draw-again.ts';
import { pictureEnding } from './picture-ending.ts';
import { isDrawn } from './remember-drawn.ts';

/** A picture that is about to be stored. */
export interface GuardedAsset {
  readonly path: string;
  fileObj?: File;
  toBase64(): Promise<string>;
}

/** Looks at pictures once more right before they are stored. One that we did not draw, and that is not as we would have drawn it, is drawn again under its path, since the text names that already.
 *  Throws in words for people when that cannot be. */
export async function guardAssets<Asset extends GuardedAsset>(assets: readonly Asset[]): Promise<readonly Asset[]> {
  const safe: Asset[] = [];
  // One after the other: each open picture takes much memory.
  for (const asset of assets) safe.push(await guarded(asset));
  return safe;
}

async function guarded<Asset extends GuardedAsset>(asset: Asset): Promise<Asset> {
  const name = asset.path.split('/').at(-1) ?? asset.path;
  const ending = pictureEnding(name);
  if (asset.fileObj && isDrawn(asset.fileObj) && pictureEnding(asset.fileObj.name) === ending) return asset;
  if (ending !== 'jpg' && ending !== 'png' && ending !== 'webp' && ending !== 'svg')
    throw new Error(`"${name}" cannot be made safe to store, because this form writes no ${ending ? ending.toUpperCase() : 'files of its kind'}. Take it out of the page and add the picture again.`);
  const bytes = bytesOf(await asset.toBase64());
  // Files lose their identity when a draft is taken up again; stored pictures must not change by that.
  if (asDrawn(bytes, ending)) return asset;
  const drawn = await drawAgain(new File([bytes], name), { as: { name, ending } });
  if (!drawn.ok) throw new Error(drawn.reason);
  return replaced(asset, drawn.file);
}

/** The same asset with other bytes. What else it carries stays, and `asset` itself is not touched. */
function replaced<Asset extends GuardedAsset>(asset: Asset, file: File): Asset {
  const again = Object.assign(Object.create(Object.getPrototypeOf(asset) as object) as Asset, asset);
  return Object.assign(again, { fileObj: file, ...('url' in asset ? { url: URL.createObjectURL(file) } : {}), toBase64: async () => base64Of(new Uint8Array(await file.arrayBuffer())) });
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  // In pieces, since a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
