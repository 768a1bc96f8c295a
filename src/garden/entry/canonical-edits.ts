import type { Code, Image, Link, Text } from 'mdast';
import type { Node } from 'unist';
import { placeText } from '../safe-mdx/check-text.ts';
import { bodySource } from '../safe-mdx/body-source.ts';
import { parseMarkdown } from '../safe-mdx/parse-markdown.ts';
import { findWikilinks } from './wikilinks.ts';
import type { Edit } from './yaml-places.ts';

/** Edits that belong together: all of them are made or none. */
export type Rewriting = readonly Edit[];

const BLOCKS_OF_TEXT = new Set(['paragraph', 'heading', 'tableCell']);

/** What has to be rewritten in a body so that standard MDX reads in it what our engine reads. The body has no errors. */
export function canonicalEdits(text: string): Rewriting[] {
  const source = bodySource(text, 1);
  const found: Rewriting[] = [];
  // Braces that were opened in the same block of text and are written with a backslash.
  let open = 0;
  visit(parseMarkdown(text), false, false);
  return found;

  function visit(node: Node, inTable: boolean, isTop: boolean): void {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    if (BLOCKS_OF_TEXT.has(node.type)) open = 0;
    if (node.type === 'paragraph' && node.position?.start.column === 1 && /^(?:import|export) /.test(text.slice(start, start + 7))) found.push([insert(start, ' ')]);
    if (node.type === 'comment') addComment(start, end);
    else if (node.type === 'text') addText(node as Text);
    else if (node.type === 'image') addAlt(node as Image, start);
    else if (node.type === 'code') {
      if (isTop) addCode(node as Code, start, end);
    } else if (node.type === 'link' && text[start] === '<') addAutolink(node as Link, start, end, inTable);
    else if (node.type === 'link' && text[start] !== '[') return;
    else if ('children' in node) for (const child of node.children as Node[]) visit(child, inTable || node.type === 'table', node.type === 'root');
  }

  function addComment(start: number, end: number): void {
    if (!text.startsWith('<!--', start)) return;
    const inside = [...text.slice(start + 4, end - 3).matchAll(/\*(?=\/)/g)].map((match) => insert(start + 5 + match.index, ' '));
    found.push([{ start, end: start + 4, text: '{/*' }, ...inside, { start: end - 3, end, text: '*/}' }]);
  }

  function addText(node: Text): void {
    if (!/[<{}]/.test(node.value)) return;
    const placed = placeText(node, source, text);
    const links = findWikilinks(node.value, placed.isPlain);
    for (const { index, 0: sign } of node.value.matchAll(/[<{}]/g)) {
      if (!placed.isPlain(index) || links.some((link) => index >= link.start && index < link.end)) continue;
      const at = placed.offset(index);
      if (sign === '<' && /[ \t]/.test(text[at + 1] ?? '')) continue;
      if (sign === '}' && open === 0) continue;
      if (sign !== '<') open += sign === '{' ? 1 : -1;
      found.push([insert(at, '\\')]);
    }
  }

  /** The words of a picture are no node of their own: they stand between its brackets. */
  function addAlt(node: Image, start: number): void {
    if (!/[<{]/.test(node.alt ?? '')) return;
    let depth = 1;
    for (let at = start + 2; at < text.length && depth > 0; at += 1) {
      const sign = text[at] ?? '';
      if (sign === '\\') at += 1;
      else if (sign === '[') depth += 1;
      else if (sign === ']') depth -= 1;
      else if (/[<{}]/.test(sign) && !(sign === '<' && /[ \t]/.test(text[at + 1] ?? ''))) found.push([insert(at, '\\')]);
    }
  }

  function addAutolink(node: Link, start: number, end: number, inTable: boolean): void {
    const shown = text.slice(start + 1, end - 1);
    const label = shown.replace(/[\\`[\]{}<>&|]|(?<![\p{L}\p{N}])[*_~]|[*_~](?![\p{L}\p{N}])/gu, '\\$&');
    const address = node.url.replace(/[\\()<>|]|&(?=#?\w+;)/g, '\\$&');
    // In a table, the sign "|" has its backslash already.
    const link = `[${label}](${address})`;
    found.push([{ start, end, text: inTable ? link.replace(/\\\\\\\|/g, '\\|') : link }]);
  }

  /** MDX knows no code by indentation. Only where no list or quote stands around it can it be fenced line by line. */
  function addCode(node: Code, start: number, end: number): void {
    let at = text.lastIndexOf('\n', start - 1) + 1;
    const lines = text.slice(at, end).split('\n');
    if (!lines.every((line) => line.trim() === '' || /^(?: {4}|\t)/.test(line))) return;
    const longest = Math.max(2, ...[...node.value.matchAll(/`+/g)].map((match) => match[0].length));
    const fence = '`'.repeat(longest + 1);
    const rewriting = [insert(at, `${fence}\n`)];
    for (const line of lines) {
      if (line.trim() !== '') rewriting.push({ start: at, end: at + (line.startsWith('\t') ? 1 : 4), text: '' });
      at += line.length + 1;
    }
    found.push([...rewriting, insert(end, `\n${fence}`)]);
  }
}

function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}
