import type { Node } from 'unist';
import type { WikilinkNode } from '../safe-mdx/nodes.ts';
import { singleSpaces } from '../text/single-spaces.ts';

const LONGEST_EXCERPT = 240;

/** What a reader reads in a node, without marks. A `[[link]]` without a label reads as its target. */
export function plainText(node: Node): string {
  if (node.type === 'wikilink') return wikilinkText(node as WikilinkNode);
  if (node.type === 'text' || node.type === 'inlineCode') return (node as unknown as { value: string }).value;
  if (node.type === 'image') return (node as unknown as { alt?: string | null }).alt ?? '';
  if (node.type === 'break') return ' ';
  if (!('children' in node)) return '';
  return (node.children as Node[]).map(plainText).join('');
}

/** The words of a `[[link]]` when nothing is known of the page it leads to. */
export function wikilinkText({ link }: WikilinkNode): string {
  return link.label ?? (link.target === '' ? (link.heading ?? '') : link.target);
}

/** The sentence of `block` that holds `node`, or at most 240 characters around it. */
export function excerptAround(block: Node, node: Node): string {
  let text = '';
  let at = 0;
  const walk = (current: Node): void => {
    if (current === node) at = text.length;
    if (current !== node && 'children' in current) for (const child of current.children as Node[]) walk(child);
    else text += plainText(current);
  };
  walk(block);
  const end = at + plainText(node).length;
  const from = Math.max(0, at - LONGEST_EXCERPT);
  const start = Math.max(from, ...[...text.slice(from, at).matchAll(/[.!?…]["”’)]?\s+/g)].map((match) => from + match.index + match[0].length));
  const stop = /[.!?…]["”’)]?(?=\s|$)/.exec(text.slice(end, end + LONGEST_EXCERPT));
  const finish = stop ? end + stop.index + stop[0].length : Math.min(text.length, end + LONGEST_EXCERPT);
  const sentence = text.slice(start, finish);
  if (sentence.length <= LONGEST_EXCERPT) return singleSpaces(sentence);
  const left = Math.max(start, Math.min(at - 100, finish - LONGEST_EXCERPT + 2));
  const right = Math.min(finish, left + LONGEST_EXCERPT - 2);
  return `${left > start ? '…' : ''}${singleSpaces(text.slice(left, right))}${right < finish ? '…' : ''}`;
}
