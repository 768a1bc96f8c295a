import type { ParsedHeader } from '../entry/parse-header.ts';
import type { Moves } from '../entry/moved-edits.ts';
import { currentName } from './current-names.ts';
import { indexedPath, resolveTarget, type EntryIndex } from './entry-index.ts';
import { newHeadingId } from './new-heading-id.ts';
import { siteLink } from './site-link.ts';

/** What has moved, as one entry of the garden sees it. */
export function movesIn(index: EntryIndex, { kind, id }: Pick<ParsedHeader, 'kind' | 'id'>, siteUrl: string): Moves {
  const heading = (address: string, hash: string): string | undefined => {
    const entry = index.entries.get(address);
    return entry && newHeadingId(entry, hash);
  };
  return {
    entry: (name, kinds) => currentName(index, name, kinds),
    heading(name, hash) {
      const entry = name === '' ? { kind, id } : resolveTarget(index, name).entry;
      return entry && heading(`${entry.kind}/${entry.id}`, hash);
    },
    address(url) {
      const target = siteLink(url, kind, siteUrl);
      if (target.type === 'heading') return withHash('', heading(`${kind}/${id}`, target.hash));
      if (target.type !== 'entry' || target.ownAddress) return undefined;
      const found = resolveTarget(index, target.target);
      if (!found.entry) return undefined;
      const to = heading(`${found.entry.kind}/${found.entry.id}`, target.hash);
      const hash = to ?? (target.hash || undefined);
      if (found.moved) return withHash(indexedPath(found.entry), hash) ?? indexedPath(found.entry);
      return to === undefined ? undefined : withHash(url.split('#')[0] ?? '', to);
    },
  };
}

function withHash(path: string, hash: string | undefined): string | undefined {
  return hash === undefined ? undefined : `${path}#${hash}`;
}
