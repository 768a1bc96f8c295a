import { getImage } from 'astro:assets';
import { drawings, pictures } from 'virtual:kanopi/media';
import { bodies } from 'virtual:kanopi/place';
import { PICTURE, type RenderedBody } from '#disk/body-job.ts';
import { ShardCache } from '#disk/shard-cache.ts';
import type { AnyEntry } from '#garden/model/garden.ts';

let kept: Promise<ShardCache<RenderedBody>> | undefined;

/** The HTML of an entry's body, its pictures in place, and the sources it cites in order. */
export async function entryBody(entry: AnyEntry): Promise<RenderedBody> {
  if (import.meta.env.DEV) kept = undefined;
  kept ??= ShardCache.open<RenderedBody>(bodies);
  const body = (await kept).newest(entry.file);
  if (!body) throw new Error(`The text of ${entry.file} was not rendered.`);
  return { html: await withPictures(body.html), cited: body.cited };
}

const PLACEHOLDER = new RegExp(`src="${PICTURE}([\\w-]+)"`, 'g');
const WIDTHS = [400, 700, 1000, 1400];

async function withPictures(html: string): Promise<string> {
  const found = new Map<string, string>();
  for (const [whole, code = ''] of html.matchAll(PLACEHOLDER)) {
    if (!found.has(whole)) found.set(whole, await attributes(Buffer.from(code, 'base64url').toString('utf8')));
  }
  return found.size === 0 ? html : html.replace(PLACEHOLDER, (whole) => found.get(whole) ?? whole);
}

async function attributes(path: string): Promise<string> {
  const drawing = drawings[path];
  if (drawing) return `src="${escape((await drawing()).default)}"`;
  const picture = pictures[path];
  if (!picture) throw new Error(`The picture ${path} is not in the garden.`);
  const { default: meta } = await picture();
  const widths = WIDTHS.filter((width) => width < meta.width);
  const image = await getImage({ src: meta, format: 'webp', width: Math.min(meta.width, 1000), widths: [...widths, Math.min(meta.width, 1400)] });
  return `src="${escape(image.src)}" srcset="${escape(image.srcSet.attribute)}" sizes="(min-width: 44rem) 42rem, 92vw" width="${meta.width}" height="${meta.height}"`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
