import type { Element } from 'hast';
import type { RenderContext } from '../render-context.ts';
import { element } from './element.ts';

/** An image with its size, or its description in words when there is no file to show. */
export function imageElement(src: string, alt: string, context: RenderContext): Element {
  const file = context.image(src);
  if (!file) return element('span', { className: ['missing-image'] }, alt);
  const { width, height, srcset, sizes } = file;
  return element('img', {
    src: file.src,
    alt,
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    ...(srcset === undefined ? {} : { srcSet: srcset }),
    ...(sizes === undefined ? {} : { sizes }),
    loading: 'lazy',
    decoding: 'async',
  });
}
