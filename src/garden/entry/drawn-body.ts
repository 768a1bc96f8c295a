import { hasErrors } from '../checks/problem.ts';
import { renderBody } from '../safe-mdx/render-body.ts';
import type { RenderContext } from '../safe-mdx/render-context.ts';
import { analyseBody } from './body.ts';

/** The page that a body draws, with all links and pictures found; undefined for a body with an error. */
export function drawnBody(text: string): string | undefined {
  const { tree, facts } = analyseBody(text, 1);
  return hasErrors(facts.problems) ? undefined : renderBody(tree, EVERYTHING_FOUND).html;
}

const EVERYTHING_FOUND: RenderContext = {
  link: ({ kind, id, heading }) => ({ href: `/${kind ?? ''}/${id}#${heading ?? ''}`, title: id, kind: kind ?? 'guides' }),
  href: (url) => url,
  source: (id) => ({ id, title: id, label: id }),
  image: (src) => ({ src }),
  termsMi: new Set(),
};
