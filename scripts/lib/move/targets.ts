import { resolveTarget, type EntryIndex } from '../../../src/garden/model/entry-index.ts';
import { pagePath } from '../../../src/garden/model/page-path.ts';
import { siteLink } from '../../../src/garden/model/site-link.ts';
import { addressOf, type Move } from './move.ts';

/** How names of entries in links change with a move. Undefined: the name stays; null: it would have to change and cannot. */
export interface Targets {
  /** The new target of a `[[link]]`. */
  wikilink(target: string): string | undefined;
  /** The new address of an ordinary link in a text of a kind. */
  url(url: string, kind: string): string | null | undefined;
  /** The new value of a field that names an entry of one of these kinds. */
  reference(value: string, kinds: readonly string[]): string | null | undefined;
}

/** Makes the rules of one move from the index as it was before. */
export function targets({ from, to }: Move, index: EntryIndex, siteUrl: string): Targets {
  const [old, now] = [addressOf(from), addressOf(to)];
  const namesakes = (index.ids.get(to.id) ?? []).filter((entry) => entry.kind !== to.kind && !(entry.kind === from.kind && entry.id === from.id));
  const known = resolveTarget(index, from.id);
  // A short name is the moved entry's own when no other entry is or was called so.
  const shortIsOurs = known.entry ? (known.moved ? `${known.entry.kind}/${known.entry.id}` === now : known.entry.kind === from.kind) : !known.ambiguous && !index.old.get(from.id)?.length;
  const short = namesakes.length === 0 ? to.id : now;
  return {
    wikilink(target) {
      if (target === old) return now;
      if (target === from.id && shortIsOurs) return short;
      if (target !== to.id) return undefined;
      // The short name of another entry would become that of two.
      const { entry } = resolveTarget(index, target);
      const address = entry && `${entry.kind}/${entry.id}`;
      return address === undefined || address === old || address === now ? undefined : address;
    },
    url(url, kind) {
      const target = siteLink(url, kind, siteUrl);
      if (target.type !== 'entry' || target.target !== old) return undefined;
      const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
      const changed = (from.kind === to.kind ? sameFolder(path) : otherFolder(path)) + rest;
      const after = siteLink(changed, kind, siteUrl);
      return after.type === 'entry' && after.target === now ? changed : null;
    },
    reference(value, kinds) {
      if (value !== old && !(value === from.id && kinds.length === 1 && kinds[0] === from.kind)) return undefined;
      if (!kinds.includes(to.kind)) return null;
      return value.includes('/') ? now : to.id;
    },
  };

  function sameFolder(path: string): string {
    return path.replace(/([^/]+?)((?:\.mdx)?\/?)$/, (whole, name: string, end: string) => (name === from.id ? to.id + end : whole));
  }

  function otherFolder(path: string): string {
    const page = pagePath(to.kind, to.id);
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(path)) return new URL(page.slice(1), siteUrl.endsWith('/') ? siteUrl : `${siteUrl}/`).href;
    return path.startsWith('/') ? page : `../${to.kind}/${to.id}.mdx`;
  }
}
