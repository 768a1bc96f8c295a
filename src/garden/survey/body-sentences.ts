import type { Node } from 'unist';
import { plainText } from '../entry/body-plain-text.ts';
import { sentencesOf } from './sentences-of.ts';

const BLOCKS = new Set(['paragraph', 'heading', 'tableCell']);

/** Every sentence of a body that a reader reads, in order. */
export function bodySentences(tree: Node): string[] {
  if (BLOCKS.has(tree.type)) return sentencesOf(plainText(tree));
  return 'children' in tree ? (tree.children as Node[]).flatMap(bodySentences) : [];
}
