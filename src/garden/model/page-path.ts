import type { KindName } from '../schema/index.ts';

/** The path of an entry's page from the root of the site, without the base. */
export function pagePath(kind: KindName, id: string): string {
  return kind === 'pages' ? `/${id}/` : `/${kind}/${id}/`;
}
