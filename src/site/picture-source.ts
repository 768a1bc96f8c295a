import { getImage } from 'astro:assets';
import { drawings, drawingSizes, pictures } from 'virtual:kanopi/media';

/** What an `img` element needs to show a picture of the garden. */
export interface PictureSource {
  readonly src: string;
  readonly srcset?: string;
  readonly sizes?: string;
  readonly width?: number;
  readonly height?: number;
}

const WIDTHS = [400, 700, 1000, 1400];

/** The picture `content/media/…`, made small enough for every screen; a drawing as it is. Throws when there is none. */
export async function pictureSource(path: string): Promise<PictureSource> {
  const drawing = drawings[path];
  if (drawing) return { src: (await drawing()).default, ...drawingSizes[path] };
  const picture = pictures[path];
  if (!picture) throw new Error(`The picture ${path} is not in the garden.`);
  const { default: meta } = await picture();
  const widths = WIDTHS.filter((width) => width < meta.width);
  const image = await getImage({ src: meta, format: 'webp', width: Math.min(meta.width, 1000), widths: [...widths, Math.min(meta.width, 1400)] });
  return { src: image.src, srcset: image.srcSet.attribute, sizes: '(min-width: 44rem) 42rem, 92vw', width: meta.width, height: meta.height };
}
