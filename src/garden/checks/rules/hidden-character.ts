import { findInWriting } from '../writing.ts';
import { page } from '../example-page.ts';
import { defineRule } from '../rule.ts';

// Signs that turn the direction round are refused while a text is read; joiners within emoji and other scripts are fine.
const HIDDEN = /[\u061c\u180e\u200b\u200e\u200f\u2060-\u2064]/g;

export const hiddenCharacter = defineRule({
  id: 'hidden-character',
  severity: 'warning',
  summary: 'A text holds no signs that nobody sees.',
  why: 'They come along when text is copied. Search does not find a word with one inside, and an address with one leads elsewhere.',
  examples: [
    { title: 'a space without width in a word', found: true, files: { 'pages/a.mdx': page('Set the tr\u200bap at dusk.') } },
    { title: 'a mark of direction in a title', found: true, files: { 'pages/a.mdx': page('Text.').replace('A page', 'A \u200epage') } },
    { title: 'an emoji that is joined of two', found: false, files: { 'pages/a.mdx': page('Ask a ranger 👩‍🌾 first.') } },
  ],
  checkEntry: ({ header }) =>
    findInWriting(header, HIDDEN).map(({ match: [sign], line, column, length, path }) => ({
      line,
      column,
      ...(length ? { length } : {}),
      ...(path ? { path } : {}),
      message: `A sign that nobody sees (U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}) stands here.`,
      suggestion: 'Delete it: type the words around it again.',
    })),
});
