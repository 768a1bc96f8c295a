import type { Element, ElementContent, Properties } from 'hast';

/** Makes an element; strings become text and what is undefined is left out. */
export function element(tagName: string, properties: Properties, ...children: (ElementContent | string | undefined)[]): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.filter((child) => child !== undefined && child !== '').map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child) as ElementContent),
  };
}
