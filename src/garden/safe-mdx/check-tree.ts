import type { FootnoteDefinition, FootnoteReference, Heading, Root, Table, Text } from 'mdast';
import type { Node } from 'unist';
import { findWikilinks } from '../entry/wikilinks.ts';
import type { BodySource } from './body-source.ts';
import { checkComponent } from './check-component.ts';
import { checkText, placeText, type PlacedText } from './check-text.ts';
import { checkFootnotes, numberFootnotes, type Notes } from './footnotes.ts';
import { looksLikeCode } from './looks-like-code.ts';
import type { ComponentNode, WikilinkNode } from './nodes.ts';
import { imageProblem, linkProblem } from './urls.ts';
import { componentNamed } from './components.ts';

const LONGEST_TITLE = 300;
const MOST_CELLS = 10_000;

interface Parent extends Node {
  children: Node[];
}

/** Every kind of node that a body may have. What is not on this list is refused, whatever it is. */
const ALLOWED = new Set(
  'root paragraph heading text emphasis strong delete inlineCode code blockquote list listItem thematicBreak break link linkReference definition image imageReference table tableRow tableCell footnoteReference footnoteDefinition component wikilink'.split(
    ' ',
  ),
);
const BLOCKS_OF_TEXT = new Set(['paragraph', 'heading', 'tableCell']);
const NO_BLOCKS = new Map([
  ['paragraph', 'a line of text'],
  ['heading', 'a heading'],
  ['tableCell', 'a table'],
  ['emphasis', 'italics'],
  ['strong', 'bold'],
  ['delete', 'struck out words'],
  ['link', 'a link'],
]);

/** Checks a tree against the lists of what is allowed, and cuts the `[[links]]` out of its texts. Changes the tree. */
export function checkTree(tree: Root, source: BodySource, text: string): void {
  const references: FootnoteReference[] = [];
  const definitions: FootnoteDefinition[] = [];
  const texts: { text: PlacedText; starts: boolean }[] = [];
  walk(tree, [], undefined);
  const notes: Notes = { references, definitions, texts };
  checkFootnotes(notes, source);
  numberFootnotes(references, definitions);

  function walk(node: Node, ancestors: readonly string[], block: PlacedText[] | undefined): void {
    if (!ALLOWED.has(node.type)) source.error('unsafe-mdx', start(node), 1, 'This page has something in it that pages cannot have.', 'Take it out.');
    let inBlock = block;
    if (BLOCKS_OF_TEXT.has(node.type)) {
      inBlock = [];
      if (node.type === 'paragraph') checkStatement(node);
    }
    checkNode(node, ancestors);
    if ('children' in node) {
      const parent = node as Parent;
      const below = [...ancestors, node.type === 'component' ? (node as ComponentNode).name : node.type];
      const inLink = below.includes('link') || below.includes('linkReference');
      const children: Node[] = [];
      for (const child of parent.children) {
        if (child.type === 'text') children.push(...textParts(child as Text, node, children.length === 0, inBlock, inLink));
        else {
          walk(child, below, inBlock);
          children.push(child);
        }
      }
      parent.children = children;
    }
    if (inBlock && inBlock !== block) checkText(inBlock, source);
  }

  function checkStatement(node: Node): void {
    if (!looksLikeCode(text.slice(start(node), end(node)))) return;
    source.error(
      'looks-like-code',
      start(node),
      firstLineLength(node),
      'This paragraph is a line of code, and pages cannot run code.',
      'Leave it out: components work without an import. To show it, put ``` on the lines before and after.',
    );
  }

  function checkNode(node: Node, ancestors: readonly string[]): void {
    if (node.type === 'component') {
      const parent = ancestors[ancestors.length - 1] ?? 'root';
      const component = node as ComponentNode;
      checkComponent(component, ancestors, source);
      const where = NO_BLOCKS.get(parent);
      if (where && componentNamed(component.name)?.display === 'block') {
        source.error('broken-markup', start(node), component.data?.raw?.length ?? 1, `${component.name} cannot stand in ${where}.`, 'Put its tags on lines of their own.');
      }
    } else if (node.type === 'footnoteReference') references.push(node as FootnoteReference);
    else if (node.type === 'footnoteDefinition') definitions.push(node as FootnoteDefinition);
    else if (node.type === 'heading') (node as Heading).data ??= {};
    if (node.type === 'link' || node.type === 'definition') reportAddress(node, linkProblem((node as unknown as { url: string }).url));
    if ('title' in node && typeof node.title === 'string' && node.title.length > LONGEST_TITLE)
      source.error('too-large', start(node), end(node) - start(node), 'The words in quotes after this address are too many.', 'Leave them out, and say it in the text.');
    // Cells that nobody wrote are filled up, so a few letters a row can make a million of them.
    if (node.type === 'table' && (node as Table).children.length * ((node as Table).align?.length ?? 1) > MOST_CELLS)
      source.error('too-large', start(node), 1, 'This table has more than 10,000 cells.', 'Share it out over several tables.');
    if (node.type === 'image') {
      const { url, alt } = node as unknown as { url: string; alt?: string | null };
      reportAddress(node, imageProblem(url));
      if (!alt?.trim())
        source.error('missing-alt-text', start(node), end(node) - start(node), 'This image needs a description for people who do not see it.', `Write ![what it shows](${url.slice(0, 80)}).`);
    }
    if (node.type === 'imageReference')
      source.error('unsafe-address', start(node), end(node) - start(node), 'An image must have its address right after it.', 'Write ![what it shows](../media/file-name.jpg).');
  }

  function reportAddress(node: Node, problem: { message: string; suggestion: string } | undefined): void {
    if (problem) source.error('unsafe-address', start(node), end(node) - start(node), problem.message, problem.suggestion);
  }

  /** A text node, or its parts around `[[links]]`; what is left as text is kept for the check of its block. */
  function textParts(node: Text, parent: Node, first: boolean, block: PlacedText[] | undefined, inLink: boolean): Node[] {
    if (!/[[\]<*{]/.test(node.value)) return [node];
    const placed = placeText(node, source, text);
    if (node.value.includes('[^')) texts.push({ text: placed, starts: first && parent.type === 'paragraph' });
    const links = node.value.includes('[[') ? findWikilinks(node.value, placed.isPlain) : [];
    if (links.length === 0) {
      block?.push(placed);
      return [node];
    }
    const parts: Node[] = [];
    let from = 0;
    const cut = (to: number): void => {
      if (to <= from) return;
      const part: Text = { type: 'text', value: node.value.slice(from, to), position: between(from, to) };
      parts.push(part);
      block?.push(within(placed, from, to));
    };
    const between = (a: number, b: number) => {
      const point = (offset: number) => ({ line: 1, column: 1, offset });
      return { start: point(placed.offset(a)), end: point(placed.offset(b)) };
    };
    for (const found of links) {
      if (inLink) source.error('broken-markup', placed.offset(found.start), found.end - found.start, 'A link cannot stand in another link.', 'Take one of them out.');
      cut(found.start);
      const link: WikilinkNode = { type: 'wikilink', link: found.link, position: between(found.start, found.end) };
      parts.push(link);
      from = found.end;
    }
    cut(node.value.length);
    return parts;
  }

  function firstLineLength(node: Node): number {
    const line = text.indexOf('\n', start(node));
    return Math.min(end(node), line === -1 ? text.length : line) - start(node);
  }
}

function within(text: PlacedText, from: number, to: number): PlacedText {
  return { value: text.value.slice(from, to), offset: (index) => text.offset(from + index), isPlain: (index) => text.isPlain(from + index) };
}

function start(node: Node): number {
  return node.position?.start.offset ?? 0;
}

function end(node: Node): number {
  return node.position?.end.offset ?? 0;
}
