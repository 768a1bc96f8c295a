import type { ControlProps } from '../decap/decap.ts';
import type { StoredPicture } from '../editor/editor-host.ts';
import { askAlt } from '../pictures/ask-alt.ts';
import { drawAgain, type DrawnPicture } from '../pictures/draw-again.ts';
import { sayRefused } from '../pictures/say-refused.ts';
import { showDrawing } from '../pictures/show-drawing.ts';

/** Draws a picture again, asks what it shows and puts it beside the entry; undefined when it was refused or given up. `taken` knows the names in the library. */
export async function storePicture(file: File, props: ControlProps, taken: (name: string) => boolean): Promise<StoredPicture | undefined> {
  const drawn = await drawAndShow(file);
  await sayRefused(drawn.ok ? [] : [drawn.reason], drawn.ok && drawn.note ? [drawn.note] : []);
  if (!drawn.ok) return undefined;
  const { name } = drawn.file;
  const alt = await askAlt({ file: drawn.file, name });
  if (alt === undefined) return undefined;
  // A name tells the bytes, so what has it is this picture; Decap would ask whether to put the one in place of the other.
  if (taken(name) || isBeside(name, props)) return { src: `../media/${name}`, alt };
  const stored = await props.onPersistMedia(drawn.file, { field: props.field });
  const path = stored?.payload?.path;
  return path === undefined ? undefined : { src: `../media/${path.split('/').at(-1)}`, alt };
}

async function drawAndShow(file: File): Promise<DrawnPicture> {
  const done = showDrawing(document);
  try {
    return await drawAgain(file);
  } finally {
    done();
  }
}

/** Whether a picture was put beside the open entry before. */
function isBeside(name: string, { getEntry }: ControlProps): boolean {
  const files = getEntry()?.get('mediaFiles') as { toJS(): unknown } | undefined;
  const list = files?.toJS();
  return Array.isArray(list) && list.some(({ path }: { path?: unknown }) => typeof path === 'string' && path.split('/').at(-1) === name);
}
