import type { Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { handlers } from './handlers.ts';
import { keepAllowed } from './hast-allow-list.ts';
import { markTeReo } from './mark-te-reo.ts';
import { citations } from './render/citations.ts';
import type { RenderContext } from './render-context.ts';

/** Draws an analysed body as HTML. `cited` lists its sources in the order of their numbers. */
export function renderBody(tree: Root, context: RenderContext): { html: string; cited: string[] } {
  const { cited, cite } = citations(context);
  const drawn = toHast(tree, {
    handlers: handlers({ context, cite }),
    unknownHandler: () => undefined,
    clobberPrefix: 'user-content-',
    footnoteLabelProperties: { className: ['visually-hidden'] },
    footnoteBackLabel: (reference, again) => `Back to note ${reference + 1}${again > 1 ? ` (${again})` : ''} in the text`,
  }) as HastRoot;
  markTeReo(drawn, context.termsMi);
  keepAllowed(drawn);
  return { html: withoutPlaceholders(toHtml(drawn)), cited };
}

/** Build tools look for these words in finished HTML and put other things in their place; a text may not ask for it. */
function withoutPlaceholders(html: string): string {
  return html.includes('__') ? html.replace(/__(?=[A-Z])/g, '&#95;_') : html;
}
