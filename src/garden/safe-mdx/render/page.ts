import type { Element, ElementContent } from 'hast';
import type { RenderContext } from '../render-context.ts';

/** What a component may ask of the page it stands on. */
export interface Page {
  readonly context: RenderContext;
  /** The numbers of sources, in the order of their first citation, as links to the list of sources. */
  cite(sources: readonly string[], page?: string): Element;
}

/** Draws one component from its checked props and what stands in it. */
export type Draw = (props: Readonly<Record<string, unknown>>, children: ElementContent[], page: Page) => Element;

/** A prop that is a text, or undefined. */
export function words(props: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = props[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}
