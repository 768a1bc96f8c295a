import type { ComponentNode } from '../safe-mdx/nodes.ts';

/** The sources that a component cites, each with the attribute that names it. None while its attributes are not right. */
export function citedIn({ props = {} }: Pick<ComponentNode, 'props'>): (readonly [attribute: 'source' | 'sources', id: string])[] {
  const { source, sources } = props;
  return [...(typeof source === 'string' ? [['source', source] as const] : []), ...(Array.isArray(sources) ? sources.map((id) => ['sources', String(id)] as const) : [])];
}
