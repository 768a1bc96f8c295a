import { analyseBody } from '#garden/entry/body.ts';
import { indexedPath, resolveTarget } from '#garden/model/entry-index.ts';
import { siteLink } from '#garden/model/site-link.ts';
import { mediaPath } from '#garden/checks/media-path.ts';
import { renderBody } from '#garden/safe-mdx/render-body.ts';
import { digestOf } from './engine-digest.ts';
import type { LoadedContent, LoadedEntry } from './load-content.ts';
import { ShardCache } from './shard-cache.ts';

/** The HTML of one body, and the sources it cites in order. */
export interface RenderedBody {
  readonly html: string;
  readonly cited: readonly string[];
}

/** Stands in the HTML for a picture until the page is rendered; what follows is the path in base64url. */
export const PICTURE = 'kanopi-picture:';

/** Renders every body whose HTML is not kept from an earlier run. Returns how many were made. */
export async function renderBodies(content: LoadedContent, folder: string, base: string): Promise<number> {
  const cache = await ShardCache.open<RenderedBody>(folder);
  const termsMi = new Set(content.entries.flatMap(({ header }) => (header.kind === 'glossary' && !header.draft && header.fields?.['mark'] === true && header.fields['lang'] === 'mi' ? [header.title] : [])));
  const sources = new Map(content.entries.flatMap(({ header }) => (header.kind === 'sources' ? [[header.id, { title: header.title, label: header.title }] as const] : [])));
  const terms = [...termsMi].join('\n');
  let made = 0;
  for (const entry of content.entries) {
    const context = bodyContext(entry, content, base, termsMi, sources);
    const digest = digestOf(entry.digest, base, terms, linkState(entry, context));
    if (cache.get(entry.header.file, digest)) continue;
    const tree = entry.tree ?? analyseBody(entry.header.body, entry.header.bodyLine).tree;
    cache.set(entry.header.file, digest, renderBody(tree, context));
    made += 1;
  }
  cache.prune(new Set(content.entries.map((entry) => entry.header.file)));
  await cache.save();
  return made;
}

type BodyContext = Parameters<typeof renderBody>[1];

function bodyContext(entry: LoadedEntry, content: LoadedContent, base: string, termsMi: ReadonlySet<string>, sources: ReadonlyMap<string, { title: string; label: string }>): BodyContext {
  const prefix = base.replace(/\/$/, '');
  return {
    termsMi,
    source: (id) => sources.get(id),
    link: ({ kind, id, heading }) => {
      const { entry: to } = resolveTarget(content.index, kind ? `${kind}/${id}` : id);
      if (!to) return undefined;
      return { href: `${prefix}${indexedPath(to)}${heading ? `#${heading}` : ''}`, title: to.title, kind: to.kind, lang: to.lang };
    },
    href: (url) => {
      const target = siteLink(url, entry.header.kind, content.site.url);
      if (target.type === 'outside' || target.type === 'heading') return url;
      const hash = target.hash ? `#${target.hash}` : '';
      if (target.type === 'page') return `${prefix}${target.path}${hash}`;
      const to = content.index.entries.get(target.target);
      return to ? `${prefix}${indexedPath(to)}${hash}` : `${prefix}/${target.target}/${hash}`;
    },
    image: (src) => {
      const path = mediaPath(entry.header.file, src);
      return path === undefined ? undefined : { src: `${PICTURE}${Buffer.from(path).toString('base64url')}` };
    },
  };
}

/** What the HTML depends on beside the source: where each link leads, and what sources are called. */
function linkState(entry: LoadedEntry, context: BodyContext): string {
  const links = entry.body.wikilinks.map((link) => {
    const [kind, id] = link.target.includes('/') ? link.target.split('/') : [undefined, link.target];
    return JSON.stringify(context.link({ ...(kind ? { kind } : {}), id: id ?? '' }) ?? null);
  });
  return [...links, ...entry.body.links.map((link) => context.href(link.url)), ...entry.body.citations.map((item) => context.source(item.source)?.title ?? '')].join('\n');
}
