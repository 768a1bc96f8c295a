import type { Definition, Link } from 'mdast';
import type { Node } from 'unist';
import { hasErrors } from '../../../src/garden/checks/problem.ts';
import { analyseBody } from '../../../src/garden/entry/body.ts';
import type { ParsedHeader } from '../../../src/garden/entry/parse-header.ts';
import type { ComponentNode, WikilinkNode } from '../../../src/garden/safe-mdx/nodes.ts';
import { changeWithin, type Change, type Found, type Left } from './change.ts';
import type { Targets } from './targets.ts';

/** What changes in the text of an entry: `[[links]]`, ordinary links of every form and citations. `text` is the normalised text of the file. */
export function bodyChanges(header: Pick<ParsedHeader, 'kind' | 'body' | 'bodyLine'>, text: string, rules: Targets): Found {
  const base = text.length - header.body.length;
  const changes: Change[] = [];
  const left: Left[] = [];
  const { tree, facts } = analyseBody(header.body, header.bodyLine);
  walk(tree);
  return { changes, left, unread: tree.children.length === 0 && hasErrors(facts.problems) };

  function walk(node: Node): void {
    if (node.type === 'wikilink') addWikilink(node as WikilinkNode);
    else if (node.type === 'link' || node.type === 'definition') addLink(node as Link | Definition);
    else if (node.type === 'component') addCitations(node as ComponentNode);
    if ('children' in node) for (const child of node.children as Node[]) walk(child);
  }

  function addWikilink(node: WikilinkNode): void {
    if (node.link.wanted) return;
    const now = rules.wikilink(node.link.target);
    if (now === undefined) return;
    const { start, whole } = written(node);
    const at = whole.indexOf(node.link.target);
    if (at === -1 || !/^\[\[\s*$/.test(whole.slice(0, at))) left.push({ offset: start, was: whole });
    else changes.push(changeWithin(start, whole, at, node.link.target, now));
  }

  function addLink(node: Link | Definition): void {
    const now = rules.url(node.url, header.kind);
    if (now === undefined) return;
    const { start, whole } = written(node);
    const at = placeOfUrl(node, whole);
    if (now === null || at === undefined) left.push({ offset: start, was: whole });
    else changes.push(changeWithin(start, whole, at, node.url, now));
  }

  function addCitations(node: ComponentNode): void {
    for (const { name, value, offset, length } of node.attributes) {
      if (name !== 'source' && name !== 'sources') continue;
      const named = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? (name === 'sources' ? value.split(',') : [value]) : [];
      for (const id of new Set(named.map((item) => item.trim()))) {
        const now = rules.reference(id, ['sources']);
        if (now === undefined) continue;
        const start = base + (node.position?.start.offset ?? 0) + offset;
        const whole = text.slice(start, start + length);
        const places = [...whole.matchAll(new RegExp(`(?<![a-z0-9-])${RegExp.escape(id)}(?![a-z0-9-])`, 'g'))].filter(({ index }) => index > whole.indexOf('='));
        if (now === null || places.length === 0) left.push({ offset: start, was: whole });
        else for (const { index } of places) changes.push(changeWithin(start, whole, index, id, now));
      }
    }
  }

  function written(node: Node): { start: number; whole: string } {
    const start = base + (node.position?.start.offset ?? 0);
    return { start, whole: text.slice(start, base + (node.position?.end.offset ?? 0)) };
  }
}

/** Where the address of a link stands in what is written; undefined when it is not there letter for letter. */
function placeOfUrl(node: Link | Definition, whole: string): number | undefined {
  const { url } = node;
  if (node.type === 'link' && !whole.startsWith('[')) {
    const at = whole.startsWith('<') ? 1 : 0;
    return whole.startsWith(url, at) ? at : undefined;
  }
  const opening = node.type === 'link' ? '](' : ']:';
  for (let at = whole.lastIndexOf(opening); at !== -1; at = at === 0 ? -1 : whole.lastIndexOf(opening, at - 1)) {
    const from = at + 2 + (/^\s*<?/.exec(whole.slice(at + 2))?.[0].length ?? 0);
    if (whole.startsWith(url, from) && /^(?:>|\s|\)|$)/.test(whole.slice(from + url.length))) return from;
  }
  return undefined;
}
