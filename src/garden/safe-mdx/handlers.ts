import type { Element, ElementContent } from 'hast';
import type { Code, Heading, Image, Link, LinkReference, List, ListItem, Table } from 'mdast';
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast';
import type { ComponentNode, WikilinkNode } from './nodes.ts';
import { imageElement } from './render/image-element.ts';
import { drawings } from './render/index.ts';
import { element } from './render/element.ts';
import type { Page } from './render/page.ts';
import { linkProblem } from './urls.ts';
import { plainText, wikilinkText } from '../entry/body-plain-text.ts';

const BLOCK = new Set(['p', 'ul', 'ol', 'pre', 'blockquote', 'div', 'table', 'aside', 'section', 'figure', 'details']);

/** How each node of a body becomes HTML on one page. */
export function handlers(page: Page): Handlers {
  const { context } = page;
  const tableNames = new Map<string, number>();

  /** What a screen reader calls a table that scrolls: its column heads, and a number when two of a page are alike. */
  function tableName({ children: [head] }: Table): string {
    const heads = (head?.children ?? []).map((cell) => plainText(cell).trim()).filter((text) => text !== '');
    const name = ['Table', ...(heads.length > 0 ? [heads.join(', ').slice(0, 120)] : [])].join(': ');
    const times = (tableNames.get(name) ?? 0) + 1;
    tableNames.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  }

  function anchor(url: string, title: string | null | undefined, children: ElementContent[]): Element {
    if (linkProblem(url)) return element('span', {}, ...children);
    const outside = /^https?:/i.test(url.trim());
    const hasProtocol = /^[a-z][a-z\d+.-]*:/i.test(url.trim());
    const href = hasProtocol || url.startsWith('#') ? url.trim() : context.href(url);
    return element('a', { href, ...(title ? { title } : {}), ...(outside ? { rel: ['noopener', 'noreferrer'] } : {}) }, ...children);
  }

  function wikilink(_state: State, node: WikilinkNode): Element | { type: 'text'; value: string } {
    const { target, heading, label, wanted } = node.link;
    if (wanted) return element('span', { className: ['wanted'], title: 'This page is wanted' }, label ?? target);
    if (target === '' && heading !== undefined) return element('a', { href: `#${heading}` }, label ?? heading);
    const slash = target.indexOf('/');
    const found = context.link({ ...(slash === -1 ? {} : { kind: target.slice(0, slash) }), id: target.slice(slash + 1), ...(heading === undefined ? {} : { heading }) });
    if (!found) return { type: 'text', value: wikilinkText(node) };
    return element(
      'a',
      { href: found.href, dataKind: found.kind, ...(found.lang && label === undefined ? { lang: found.lang } : {}), ...(found.lang ? { hrefLang: found.lang } : {}) },
      label ?? found.title,
    );
  }

  return {
    wikilink,
    component(state: State, node: ComponentNode) {
      const children = state.all(node as never) as ElementContent[];
      const draw = node.props ? drawings.get(node.name) : undefined;
      return draw && node.props ? draw(node.props, children, page) : children;
    },
    tag: () => undefined,
    comment: () => undefined,
    html: () => undefined,
    imageReference: () => undefined,
    heading(state: State, node: Heading) {
      const id = node.data?.id;
      const before = id ? (context.oldIds?.get(id) ?? []) : [];
      return element(`h${node.depth}`, id ? { id } : {}, ...before.map((old) => element('span', { id: old })), ...(state.all(node) as ElementContent[]));
    },
    link: (state: State, node: Link) => anchor(node.url, node.title, state.all(node) as ElementContent[]),
    linkReference(state: State, node: LinkReference) {
      const definition = state.definitionById.get(node.identifier.toUpperCase());
      const children = state.all(node) as ElementContent[];
      return definition ? anchor(definition.url, definition.title, children) : children;
    },
    image: (_state: State, node: Image) => imageElement(node.url, node.alt ?? '', context),
    code(_state: State, node: Code) {
      const language = /^[\w+#-]{1,30}$/.test(node.lang ?? '') ? node.lang : undefined;
      return element('pre', { tabIndex: 0 }, element('code', language ? { className: [`language-${language}`] } : {}, `${node.value}\n`));
    },
    list(state: State, node: List) {
      const list = defaultHandlers.list(state, node);
      if (node.children.some((item) => typeof item.checked === 'boolean')) list.properties['className'] = ['task-list'];
      return list;
    },
    listItem(state: State, node: ListItem, parent) {
      const item = defaultHandlers.listItem(state, node, parent);
      if (typeof node.checked === 'boolean') labelTask(item);
      return item;
    },
    table(state: State, node: Table) {
      const table = defaultHandlers.table(state, node);
      alignCells(table);
      return element('div', { className: ['table'], tabIndex: 0, role: 'region', ariaLabel: tableName(node) }, table);
    },
  };
}

/** Puts the box of a task and its first words into one label. */
function labelTask(item: Element): void {
  const first = item.children.find((child) => child.type === 'element');
  const holder = first?.tagName === 'p' ? first : item;
  const start = holder.children.findIndex((child) => child.type === 'element' && child.tagName === 'input');
  if (start === -1) return;
  let end = start + 1;
  for (; end < holder.children.length; end += 1) {
    const child = holder.children[end];
    if (child?.type === 'element' && BLOCK.has(child.tagName)) break;
  }
  holder.children.splice(start, end - start, element('label', {}, ...holder.children.slice(start, end)));
}

/** Says of header cells that they head a column, and aligns cells by class: the page allows no style attribute. */
function alignCells(node: Element): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'th' || child.tagName === 'td') {
      const { align } = child.properties;
      // An empty corner heads nothing.
      if (child.children.length === 0) child.tagName = 'td';
      child.properties = { ...(child.tagName === 'th' ? { scope: 'col' } : {}), ...(typeof align === 'string' ? { className: [`align-${align}`] } : {}) };
    } else alignCells(child);
  }
}
