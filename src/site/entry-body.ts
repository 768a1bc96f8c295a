import { bodies } from 'virtual:kanopi/place';
import { PICTURE, type RenderedBody } from '#disk/body-job.ts';
import { ShardCache } from '#disk/shard-cache.ts';
import type { AnyEntry } from '#garden/model/garden.ts';
import { pictureSource } from './picture-source.ts';

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

async function withPictures(html: string): Promise<string> {
  const found = new Map<string, string>();
  for (const [whole, code = ''] of html.matchAll(PLACEHOLDER)) {
    if (!found.has(whole)) found.set(whole, await attributes(Buffer.from(code, 'base64url').toString('utf8')));
  }
  return found.size === 0 ? html : html.replace(PLACEHOLDER, (whole) => found.get(whole) ?? whole);
}

async function attributes(path: string): Promise<string> {
  return Object.entries(await pictureSource(path))
    .map(([name, value]) => `${name}="${escape(String(value))}"`)
    .join(' ');
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
