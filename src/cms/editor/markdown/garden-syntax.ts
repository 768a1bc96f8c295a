import { Tag, tags } from '@lezer/highlight';
import type { BlockContext, InlineContext, LeafBlock, MarkdownConfig } from '@lezer/markdown';

/** What the highlighting knows besides Markdown. */
export const gardenTags = {
  component: Tag.define(),
  componentName: Tag.define(),
  pageLink: Tag.define(),
  footnote: Tag.define(),
  task: Tag.define(),
  table: Tag.define(),
  comment: Tag.define(tags.comment),
};

const TAG = /^<\/?([A-Za-z][\w.-]*)(?=[\s/>])(?:=\s*(?:"[^"]*"|'[^']*'|(?=[^"'\s]))|\{[^}]*\}|[^<>{}=])*>/;
const PAGE_LINK = /^\[\[([^[\]\n|]{0,400}\|)?[^[\]\n]{1,300}\]\]/;
const FOOTNOTE = /^\[\^[^\]\s]+\]/;
const COMMENT = /^(?:<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\})/;

const LESS = 60;
const BRACKET = 91;
const BRACE = 123;

/** The rest of the inline text from a position. */
function rest(context: InlineContext, at: number): string {
  return context.slice(at, context.end);
}

function parseTag(context: InlineContext, next: number, at: number): number {
  if (next !== LESS) return -1;
  const found = TAG.exec(rest(context, at));
  if (!found) return -1;
  const [raw, name = ''] = found;
  const start = at + raw.indexOf(name);
  return context.addElement(context.elt('GardenTag', at, at + raw.length, [context.elt('GardenTagName', start, start + name.length)]));
}

function parseComment(context: InlineContext, next: number, at: number): number {
  if (next !== LESS && next !== BRACE) return -1;
  const found = COMMENT.exec(rest(context, at));
  return found ? context.addElement(context.elt('GardenComment', at, at + found[0].length)) : -1;
}

function parsePageLink(context: InlineContext, next: number, at: number): number {
  if (next !== BRACKET) return -1;
  const found = PAGE_LINK.exec(rest(context, at));
  if (!found) return -1;
  const end = at + found[0].length;
  const name = found[1] === undefined ? [] : [context.elt('PageLinkName', at + 2, at + 2 + found[1].length)];
  return context.addElement(context.elt('PageLink', at, end, [context.elt('PageLinkMark', at, at + 2), ...name, context.elt('PageLinkMark', end - 2, end)]));
}

function parseFootnote(context: InlineContext, next: number, at: number): number {
  if (next !== BRACKET) return -1;
  const found = FOOTNOTE.exec(rest(context, at));
  return found ? context.addElement(context.elt('FootnoteMark', at, at + found[0].length)) : -1;
}

/** `[^1]: Words` would otherwise be read as the address of a link. */
function footnoteText(_context: BlockContext, leaf: LeafBlock) {
  const mark = /^\[\^[^\]\s]+\]:/.exec(leaf.content)?.[0];
  if (!mark) return null;
  return {
    nextLine: () => false,
    finish(context: BlockContext, block: LeafBlock): boolean {
      const end = block.start + mark.length;
      const inside = context.parser.parseInline(block.content.slice(mark.length), end);
      context.addLeafElement(block, context.elt('FootnoteText', block.start, block.start + block.content.length, [context.elt('FootnoteMark', block.start, end), ...inside]));
      return true;
    },
  };
}

/** Markdown as bodies use it: tags of components, page links and footnotes; no HTML, for what is not a component is words. */
export const gardenSyntax: MarkdownConfig = {
  defineNodes: [
    { name: 'GardenTag', style: { 'GardenTag/...': gardenTags.component } },
    { name: 'GardenTagName', style: gardenTags.componentName },
    { name: 'GardenComment', style: gardenTags.comment },
    { name: 'PageLink', style: { 'PageLink/...': gardenTags.pageLink } },
    { name: 'PageLinkMark', style: tags.processingInstruction },
    // Where it says other words, they are what a reader sees.
    { name: 'PageLinkName', style: tags.url },
    { name: 'FootnoteMark', style: gardenTags.footnote },
    { name: 'FootnoteText', block: true },
  ],
  parseInline: [
    { name: 'GardenComment', parse: parseComment, before: 'Escape' },
    { name: 'GardenTag', parse: parseTag, after: 'InlineCode' },
    { name: 'FootnoteMark', parse: parseFootnote, before: 'Link' },
    { name: 'PageLink', parse: parsePageLink, before: 'Link' },
  ],
  parseBlock: [{ name: 'FootnoteText', leaf: footnoteText, before: 'LinkReference' }],
  remove: ['HTMLBlock', 'HTMLTag', 'Subscript', 'Superscript', 'Emoji'],
};
