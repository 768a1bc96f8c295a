import type { PhrasingContent, Root, RootContent } from 'mdast';
import type { Node } from 'unist';
import type { BodySource } from './body-source.ts';
import { componentNamed } from './components.ts';
import { isVoidTag } from './html-advice.ts';
import type { ComponentNode, TagNode } from './nodes.ts';
import { parseTag } from './parse-tag.ts';

type Content = RootContent | PhrasingContent;
interface Parent {
  type: string;
  children: Content[];
}

const DEEPEST = 20;

/** Turns pairs of tags into components, drops comments, and says which tags have no partner. Changes the tree. */
export function pairTags(tree: Root, source: BodySource): void {
  const reported = new Set<string>();
  pairIn(tree as unknown as Parent, 0);

  function pairIn(parent: Parent, depth: number): void {
    const out: Content[] = [];
    const open: ComponentNode[] = [];
    const add = (node: Content): void => {
      (open[open.length - 1]?.children ?? out).push(node);
    };
    let swallowed: Content | undefined;
    for (const [index, child] of parent.children.entries()) {
      if (child.type === 'comment' || child === swallowed) continue;
      if (child.type === 'tag') {
        const next = parent.children[index + 1];
        if (pairTag(child, next, open, add, depth)) swallowed = next;
        continue;
      }
      if ('children' in child) pairIn(child as unknown as Parent, depth + open.length);
      if (child.type === 'paragraph') for (const part of split(child)) add(part);
      else add(child);
    }
    for (const left of open) unclosed(left);
    parent.children = out;
  }

  /** Returns whether the next node is the closing tag of a component that holds nothing. */
  function pairTag(node: TagNode, next: Content | undefined, open: ComponentNode[], add: (node: Content) => void, depth: number): boolean {
    const tag = parseTag(node.raw);
    const { offset } = at(node);
    if (tag.closing) {
      const match = open.findLastIndex((candidate) => candidate.name === tag.name);
      if (match === -1) {
        if (!reported.has(tag.name) && !isVoidTag(tag.name)) {
          source.error('broken-markup', offset, node.raw.length, `The tag </${tag.name}> closes nothing that is open here.`, stray(tag.name));
        }
        return false;
      }
      for (const left of open.splice(match + 1)) unclosed(left);
      const closed = open.pop();
      if (closed?.position && node.position) closed.position.end = node.position.end;
      return false;
    }
    const component: ComponentNode = {
      type: 'component',
      name: tag.name,
      attributes: tag.attributes,
      children: [],
      data: { raw: node.raw },
      ...(node.position ? { position: { start: node.position.start, end: node.position.end } } : {}),
    };
    add(component);
    if (tag.selfClosing || isVoidTag(tag.name)) return false;
    if (componentNamed(tag.name)?.children === 'none') {
      if (next?.type === 'tag' && /^<\/(\w+)\s*>$/.exec(next.raw)?.[1] === tag.name) return true;
      unclosed(component);
      return false;
    }
    if (depth + open.length >= DEEPEST) {
      source.error('too-large', offset, node.raw.length, 'Components stand in each other too deep here.', 'Take some of them out.');
      return false;
    }
    open.push(component);
    return false;
  }

  function unclosed(node: ComponentNode): void {
    reported.add(node.name);
    const known = componentNamed(node.name);
    // A name that does not exist is reported by itself.
    if (!known) return;
    const raw = node.data?.raw ?? '';
    if (known.children === 'none') {
      source.error('broken-markup', at(node).offset, raw.length, `The tag <${node.name}> does not end.`, `End it with " />", as in ${known.example}`);
      return;
    }
    source.error('broken-markup', at(node).offset, raw.length, `The tag <${node.name}> does not close.`, `Put </${node.name}> on a line of its own after what belongs to it.`);
  }
}

/** What a paragraph becomes when it holds block components: they stand on their own, the words around stay paragraphs. */
function split(paragraph: Extract<Content, { type: 'paragraph' }>): Content[] {
  if (!paragraph.children.some(isBlock)) return paragraph.children.length > 0 ? [paragraph] : [];
  const parts: Content[] = [];
  for (const child of paragraph.children) {
    if (isBlock(child)) {
      wrapPhrasing(child);
      parts.push(child);
      continue;
    }
    const last = parts[parts.length - 1];
    if (last?.type === 'paragraph') last.children.push(child);
    else if (child.type !== 'text' || child.value.trim() !== '') parts.push({ type: 'paragraph', children: [child], ...(child.position ? { position: child.position } : {}) });
  }
  return parts;
}

/** Puts the words that stand directly in a component into a paragraph. */
function wrapPhrasing(component: ComponentNode): void {
  component.children = split({ type: 'paragraph', children: component.children as PhrasingContent[] });
}

function isBlock(node: Node): node is ComponentNode {
  return node.type === 'component' && componentNamed((node as ComponentNode).name)?.display === 'block';
}

function stray(name: string): string {
  return componentNamed(name) ? `Put <${name}> before it, both on lines of their own, or leave it out.` : 'Leave it out.';
}

function at(node: Node): { offset: number } {
  return { offset: node.position?.start.offset ?? 0 };
}
