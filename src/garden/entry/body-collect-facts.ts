import type { Heading as HeadingNode, Image, Link, Root } from 'mdast';
import type { Node } from 'unist';
import type { BodySource } from '../safe-mdx/body-source.ts';
import type { ComponentNode, WikilinkNode } from '../safe-mdx/nodes.ts';
import type { BodyFacts, BodyImage, Citation, Heading, PlainLink, Wikilink } from './body-facts.ts';
import { citedIn } from './body-cited-in.ts';
import { headingIds } from './headings.ts';
import { excerptAround, plainText } from './body-plain-text.ts';

const BLOCKS = new Set(['paragraph', 'heading', 'tableCell']);

/** Collects from a checked tree what other parts need to know, and gives its headings their ids. */
export function collectFacts(tree: Root, source: BodySource): BodyFacts {
  const headings: { node: HeadingNode; text: string }[] = [];
  const wikilinks: Wikilink[] = [];
  const links: PlainLink[] = [];
  const images: BodyImage[] = [];
  const citations: Citation[] = [];
  const definitions = new Map<string, string>();
  const linkReferences: { node: Node & { identifier: string } }[] = [];
  let words = 0;
  walk(tree, undefined);

  for (const { node } of linkReferences) {
    const url = definitions.get(node.identifier);
    if (url !== undefined) links.push({ url, text: plainText(node), ...place(node) });
  }
  const ids = headingIds(headings.map(({ text }) => text));
  return {
    headings: headings.map(({ node, text }, index): Heading => {
      const id = ids[index] ?? '';
      node.data = { ...node.data, id };
      return { depth: node.depth, text, id, ...place(node) };
    }),
    wikilinks,
    links,
    images,
    citations,
    words,
    problems: source.problems,
  };

  function walk(node: Node, block: Node | undefined): void {
    const within = BLOCKS.has(node.type) ? node : block;
    switch (node.type) {
      case 'text':
        words += countWords((node as unknown as { value: string }).value);
        return;
      case 'heading':
        headings.push({ node: node as HeadingNode, text: plainText(node).trim() });
        break;
      case 'wikilink': {
        const { link } = node as WikilinkNode;
        words += countWords(plainText(node));
        wikilinks.push({ ...link, ...place(node), excerpt: excerptAround(within ?? node, node) });
        return;
      }
      case 'link':
        links.push({ url: (node as Link).url, text: plainText(node), ...place(node) });
        break;
      case 'definition': {
        const { identifier, url } = node as unknown as { identifier: string; url: string };
        if (!definitions.has(identifier)) definitions.set(identifier, url);
        return;
      }
      case 'linkReference':
        linkReferences.push({ node: node as Node & { identifier: string } });
        break;
      case 'image':
        images.push({ src: (node as Image).url, alt: (node as Image).alt ?? '', ...place(node) });
        return;
      case 'component':
        collectComponent(node as ComponentNode);
    }
    if ('children' in node) for (const child of node.children as Node[]) walk(child, within);
  }

  function collectComponent(node: ComponentNode): void {
    const props = node.props;
    if (!props) return;
    const { src, alt } = props;
    const spot = (name: string) => {
      const attribute = node.attributes.find((candidate) => candidate.name === name);
      return attribute ? source.place((node.position?.start.offset ?? 0) + attribute.offset, attribute.length) : place(node);
    };
    if (node.name === 'Figure') images.push({ src: String(src), alt: String(alt), ...spot('src') });
    for (const [attribute, id] of citedIn(node)) citations.push({ source: id, ...spot(attribute) });
  }

  function place(node: Node) {
    const start = node.position?.start.offset ?? 0;
    return source.place(start, (node.position?.end.offset ?? start + 1) - start);
  }
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]*/gu)?.length ?? 0;
}
