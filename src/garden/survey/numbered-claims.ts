import type { Node } from 'unist';
import { citedIn } from '../entry/body-cited-in.ts';
import { plainText } from '../entry/body-plain-text.ts';
import type { ComponentNode } from '../safe-mdx/nodes.ts';
import { sentencesOf } from './sentences-of.ts';

/** A sentence, or a row of a table, that holds a number. */
export interface NumberedClaim {
  /** Its line, counted from the first line of the body. */
  readonly line: number;
  readonly text: string;
  /** Sources cited in its paragraph or row; where there are none, by what leads in to its list, table or component, or by the paragraph after it. */
  readonly sources: readonly string[];
}

/** Parts of a page whose numbers are counted for the reader or made up for practice. */
const OWN_NUMBERS = new Set(['Exercise', 'Checklist']);

/** The claims with numbers in the tree of a body, in order. Headings, exercises and checklists make none. */
export function numberedClaims(tree: Node): NumberedClaim[] {
  const claims: NumberedClaim[] = [];
  walkAll(children(tree), []);
  return claims;

  /** `above` are the sources that count where a block cites none. */
  function walkAll(blocks: readonly Node[], above: readonly string[]): void {
    let lead = above;
    for (const [index, block] of blocks.entries()) {
      if (block.type === 'paragraph' || block.type === 'tableRow') {
        const own = cited(block);
        take(block, own.length > 0 ? own : above);
        if (own.length > 0) lead = own;
      } else if (block.type === 'component') {
        const { name } = block as ComponentNode;
        const given = own(block as ComponentNode);
        if (!OWN_NUMBERS.has(name)) walkAll(children(block), given.length > 0 ? given : lead);
      } else if (block.type !== 'heading') walkAll(children(block), lead.length > 0 ? lead : after(blocks[index + 1]));
      else lead = above;
    }
  }

  function take(block: Node, sources: readonly string[]): void {
    const line = block.position?.start.line ?? 1;
    const text =
      block.type === 'tableRow'
        ? [
            children(block)
              .map((cell) => plainText(cell).trim())
              .join(' | '),
          ]
        : sentencesOf(plainText(block));
    for (const sentence of text) if (/\p{N}/u.test(sentence)) claims.push({ line, text: sentence, sources });
  }
}

/** The sources of a paragraph that follows a table or a list. */
function after(next: Node | undefined): readonly string[] {
  return next?.type === 'paragraph' ? cited(next) : [];
}

/** Every source that is cited within a node. */
function cited(node: Node): string[] {
  const here = node.type === 'component' ? own(node as ComponentNode) : [];
  return [...new Set([...here, ...children(node).flatMap(cited)])];
}

function own(component: ComponentNode): string[] {
  return citedIn(component).map(([, id]) => id);
}

function children(node: Node): readonly Node[] {
  return 'children' in node ? (node.children as Node[]) : [];
}
