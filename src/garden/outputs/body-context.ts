import { indexedPath, resolveTarget, type EntryIndex } from '../model/entry-index.ts';
import { siteLink } from '../model/site-link.ts';
import type { RenderContext } from '../safe-mdx/render-context.ts';

/** What a body needs to know of the garden to be drawn. */
export interface Surroundings {
  readonly index: EntryIndex;
  /** Terms of te reo Māori to mark. */
  readonly termsMi: ReadonlySet<string>;
  /** Base path of the site, and its full address. */
  readonly base: string;
  readonly siteUrl: string;
}

/** What the drawing of a body of this kind may ask of the garden. `image` says which address shows a picture. */
export function bodyContext(kind: string, { index, termsMi, base, siteUrl }: Surroundings, image: RenderContext['image']): RenderContext {
  const prefix = base.replace(/\/$/, '');
  return {
    termsMi,
    image,
    source: (named) => {
      const { entry } = resolveTarget(index, `sources/${named}`, ['sources']);
      return entry && { id: entry.id, title: entry.title, label: entry.title };
    },
    link: ({ kind: of, id, heading }) => {
      const { entry } = resolveTarget(index, of ? `${of}/${id}` : id);
      return entry && { href: `${prefix}${indexedPath(entry)}${heading ? `#${heading}` : ''}`, title: entry.title, kind: entry.kind, lang: entry.lang };
    },
    href: (url) => {
      const target = siteLink(url, kind, siteUrl);
      if (target.type === 'outside' || target.type === 'heading') return url;
      const hash = target.hash ? `#${target.hash}` : '';
      if (target.type === 'page') return `${prefix}${target.path}${hash}`;
      const { entry } = resolveTarget(index, target.target);
      return `${prefix}${entry ? indexedPath(entry) : `/${target.target}/`}${hash}`;
    },
  };
}
