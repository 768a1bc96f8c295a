import type { Kind } from './kind.ts';
import type { KindName } from './index.ts';
import type { Site } from './site.ts';

/** A kind with the words that a garden has of its own for it, in `site.yaml`. */
export function kindWords<K extends Kind>(kind: K, { words }: Pick<Site, 'words'>): K {
  const own = words?.kinds?.[kind.name as KindName];
  return own ? { ...kind, ...own } : kind;
}
