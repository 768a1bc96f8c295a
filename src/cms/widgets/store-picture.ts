import type { ControlProps } from '../decap/decap.ts';
import type { StoredPicture } from '../editor/editor-host.ts';
import { askAlt } from '../pictures/ask-alt.ts';
import { drawAgain } from '../pictures/draw-again.ts';
import { sayRefused } from '../pictures/say-refused.ts';

/** Draws a picture again, asks what it shows and puts it beside the entry; undefined when it was refused or given up. */
export async function storePicture(file: File, props: ControlProps, taken: (name: string) => boolean): Promise<StoredPicture | undefined> {
  const drawn = await drawAgain(file, { taken });
  await sayRefused(drawn.ok ? [] : [drawn.reason], drawn.ok && drawn.note ? [drawn.note] : []);
  if (!drawn.ok) return undefined;
  const alt = await askAlt({ file: drawn.file, name: drawn.file.name });
  if (alt === undefined) return undefined;
  const stored = await props.onPersistMedia(drawn.file, { field: props.field });
  const name = stored?.payload?.path?.split('/').at(-1);
  return name === undefined ? undefined : { src: `../media/${name}`, alt };
}
