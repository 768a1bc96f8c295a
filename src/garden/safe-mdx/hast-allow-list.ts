import type { Element, Nodes, Parents } from 'hast';
import { linkProblem } from './urls.ts';

/** All elements that a page body may have, and the attributes that each may have besides those of `EVERY`. */
const ELEMENTS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...'p h1 h2 h3 h4 h5 h6 em strong del sup sub small span blockquote hr br figcaption summary thead tbody tr section aside div figure details label ul code'
    .split(' ')
    .map((name): [string, readonly string[]] => [name, []]),
  ['ol', ['start']],
  ['li', []],
  ['pre', ['tabIndex']],
  ['a', ['href', 'title', 'rel', 'hrefLang', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaDescribedBy']],
  ['img', ['src', 'alt', 'width', 'height', 'srcSet', 'sizes', 'loading', 'decoding']],
  ['input', ['type', 'checked', 'disabled']],
  ['time', ['dateTime']],
  ['table', []],
  ['th', ['scope']],
  ['td', []],
]);
const EVERY = new Set(['id', 'className', 'role', 'ariaLabel', 'ariaHidden', 'lang', 'title', 'tabIndex', 'dataFootnotes', 'dataKind']);

/** Takes out of a drawn page all that is not on the list. It finds nothing to take out unless another part has a fault. */
export function keepAllowed(tree: Parents): void {
  tree.children = tree.children.filter((child) => {
    if (child.type === 'text') return true;
    if (child.type !== 'element' || !ELEMENTS.has(child.tagName)) return false;
    keepAttributes(child);
    keepAllowed(child);
    return true;
  }) as typeof tree.children;
}

function keepAttributes(node: Element): void {
  const own = ELEMENTS.get(node.tagName) ?? [];
  for (const name of Object.keys(node.properties)) {
    const value = node.properties[name];
    const fine = (EVERY.has(name) || own.includes(name)) && !((name === 'href' || name === 'src') && linkProblem(String(value)) !== undefined);
    if (!fine) delete node.properties[name];
  }
  if (node.tagName === 'input') Object.assign(node.properties, { type: 'checkbox', disabled: true });
}

/** Whether a tree holds nothing but what is on the list. */
export function isAllowed(tree: Nodes): boolean {
  const before = JSON.stringify(tree);
  const copy = JSON.parse(before) as Parents;
  keepAllowed(copy);
  return JSON.stringify(copy) === before;
}
