import { defineRule, type Rule } from '../rule.ts';

/** Rules whose problems are found while a file is read: their checks stand in the reader and the safe MDX engine. */
export const READING_RULES: readonly Rule[] = [
  defineRule({ id: 'bad-front-matter', severity: 'error', summary: 'The header is plain YAML between two lines of "---", without anchors, tags or fields that stand twice.', why: 'A header that is half read puts wrong facts on a page.' }),
  defineRule({ id: 'unknown-field', severity: 'error', summary: 'A header holds only the fields of its kind.', why: 'A mistyped field is silently on no page.' }),
  defineRule({ id: 'missing-field', severity: 'error', summary: 'Every required field has a value.', why: 'Pages, lists and search are made from these fields.' }),
  defineRule({ id: 'wrong-value', severity: 'error', summary: 'A field holds a value of its kind and length.', why: 'Pages, lists and search are made from these fields.' }),
  defineRule({ id: 'unsafe-mdx', severity: 'error', summary: 'A text holds Markdown and the garden’s components, and nothing that could run.', why: 'Anybody may propose a text, so no text may run code in the build, in the form or in a reader’s browser.' }),
  defineRule({ id: 'looks-like-code', severity: 'error', summary: 'A paragraph that is a whole import or export statement is not writing.', why: 'Such lines do nothing here; they are mostly left over from another tool.' }),
  defineRule({ id: 'unknown-component', severity: 'error', summary: 'A component must be one of the garden’s.', why: 'An unknown one would vanish from the page.' }),
  defineRule({ id: 'wrong-attribute', severity: 'error', summary: 'A component takes only its own attributes, with values it knows.', why: 'A mistyped attribute would silently do nothing.' }),
  defineRule({ id: 'unsafe-address', severity: 'error', summary: 'Links lead to web pages, e-mail or telephone, nothing else.', why: 'Other kinds of address can run code or open files.' }),
  defineRule({ id: 'broken-markup', severity: 'error', summary: 'Tags and emphasis open and close.', why: 'The marks would show on the page.' }),
  defineRule({ id: 'broken-footnote', severity: 'error', summary: 'Every footnote has a marker and a text.', why: 'A marker without a text leads nowhere, and a text without a marker is on no page.' }),
  defineRule({ id: 'missing-alt-text', severity: 'error', summary: 'Every picture has words for those who cannot see it.', why: 'Screen readers read them out, and they show when a picture does not load.' }),
];
