import type { Element, ElementContent } from 'hast';
import { element } from './element.ts';

/** A box beside the text: a word for what it is, a title if it has one, then what stands in it. */
export function aside(classes: string[], kind: string, title: string | undefined, children: ElementContent[]): Element {
  const name = classes[0] ?? 'aside';
  const heading = element('p', { className: [`${name}-title`] }, element('strong', {}, kind), title === undefined ? undefined : `: ${title}`);
  return element('aside', { className: classes, role: 'note', ariaLabel: title === undefined ? kind : `${kind}: ${title}` }, heading, ...children);
}
