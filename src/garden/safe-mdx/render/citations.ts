import type { Element, ElementContent } from 'hast';
import type { RenderContext } from '../render-context.ts';
import { element } from './element.ts';

/** Numbers the sources of one page in the order in which they are first cited. */
export function citations(context: RenderContext): { readonly cited: string[]; cite(sources: readonly string[], page?: string): Element } {
  const cited: string[] = [];
  const numbers = new Map<string, number>();

  function link(named: string): Element {
    const source = context.source(named);
    const id = source?.id ?? named;
    const known = numbers.get(id);
    const number = known ?? numbers.size + 1;
    if (known === undefined) {
      numbers.set(id, number);
      cited.push(id);
    }
    return element(
      'a',
      { href: `#source-${id}`, ...(known === undefined ? { id: `cite-${id}` } : {}), ariaLabel: `Source ${number}${source ? `: ${source.label}` : ''}`, ...(source ? { title: source.title } : {}) },
      String(number),
    );
  }

  function cite(sources: readonly string[], page?: string): Element {
    const parts: (ElementContent | string)[] = [];
    for (const id of sources) parts.push(parts.length > 0 ? ', ' : '', link(id));
    return element('sup', { className: ['cite'] }, ...parts, page === undefined ? undefined : `, p. ${page}`);
  }

  return { cited, cite };
}
