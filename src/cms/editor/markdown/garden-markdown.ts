import { markdownLanguage } from '@codemirror/lang-markdown';
import { HighlightStyle, Language, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { styleTags, tags } from '@lezer/highlight';
import type { MarkdownParser } from '@lezer/markdown';
import { gardenSyntax, gardenTags } from './garden-syntax.ts';
import { lineClasses } from './line-classes.ts';

// The data of the package's own language is kept, because its Enter and Backspace look for it. The rest of the package is left out: it brings parsers of HTML, CSS and JavaScript.
const parser = (markdownLanguage.parser as MarkdownParser).configure([
  gardenSyntax,
  { props: [styleTags({ TaskMarker: gardenTags.task, 'Table/...': gardenTags.table, TableDelimiter: tags.processingInstruction })] },
]);

/** The language of bodies. */
export const gardenLanguage = new Language(markdownLanguage.data, parser, [], 'markdown');

// Classes, not colours: the sheet of the editor has them, for light and dark.
const style = HighlightStyle.define(
  [
    { tag: tags.heading1, class: 'md-heading md-heading-1' },
    { tag: tags.heading2, class: 'md-heading md-heading-2' },
    { tag: tags.heading3, class: 'md-heading md-heading-3' },
    { tag: [tags.heading4, tags.heading5, tags.heading6], class: 'md-heading md-heading-4' },
    { tag: tags.strong, class: 'md-strong' },
    { tag: tags.emphasis, class: 'md-emphasis' },
    { tag: tags.strikethrough, class: 'md-struck' },
    { tag: tags.link, class: 'md-link' },
    { tag: tags.url, class: 'md-url' },
    { tag: tags.monospace, class: 'md-code' },
    { tag: tags.quote, class: 'md-quote' },
    { tag: [tags.processingInstruction, tags.contentSeparator, tags.labelName, tags.escape], class: 'md-mark' },
    { tag: tags.comment, class: 'md-comment' },
    { tag: gardenTags.task, class: 'md-task' },
    { tag: gardenTags.table, class: 'md-table' },
    { tag: gardenTags.pageLink, class: 'md-page-link' },
    { tag: gardenTags.footnote, class: 'md-footnote' },
    { tag: gardenTags.component, class: 'md-tag' },
    { tag: gardenTags.componentName, class: 'md-tag-name' },
  ],
  { scope: gardenLanguage },
);

/** Reads the text as Markdown with our parts, and makes it look like the page that it will be. */
export function gardenMarkdown(): Extension {
  return [gardenLanguage, syntaxHighlighting(style), lineClasses];
}
