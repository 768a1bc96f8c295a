import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

/** One element of a page: its name and attributes, and the text in it. */
export interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Every element of an HTML page, in order, as a browser would read it. */
export function readPage(html: string): PageElement[] {
  const found: PageElement[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node) found.push({ name: node.tagName, attributes: Object.fromEntries(node.attrs.map((item) => [item.name, item.value])), text: textOf(node) });
    if ('childNodes' in node) node.childNodes.forEach(walk);
    if ('content' in node) node.content.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

function textOf(node: Element): string {
  return node.childNodes.map((child) => ('value' in child ? child.value : 'childNodes' in child ? textOf(child as Element) : '')).join('');
}
