import { drawing, page, session } from '../example-page.ts';
import { defineRule, type Example, type Rule } from '../rule.ts';

/** Rules whose problems are found while a file is read: their checks stand in the reader and the safe MDX engine. */
export const READING_RULES: readonly Rule[] = [
  defineRule({
    id: 'bad-front-matter',
    severity: 'error',
    summary: 'The header is plain YAML between two lines of "---", without anchors, tags or fields that stand twice.',
    why: 'A header that is half read puts wrong facts on a page.',
    examples: [
      found('a colon that needs quotes', page('Text.').replace('title: A page', 'title: Stoats: what works')),
      found('a field that stands twice', page('Text.', 'order: 1\norder: 2')),
      found('a hidden sign that turns the direction of a title round', page('Text.').replace('A page', 'A \u202epage')),
      fine('the same title in quotes', page('Text.').replace('title: A page', 'title: "Stoats: what works"')),
    ],
  }),
  defineRule({
    id: 'unknown-field',
    severity: 'error',
    summary: 'A header holds only the fields of its kind.',
    why: 'A mistyped field is silently on no page.',
    examples: [
      found('a mistyped field', page('Text.', 'licens: CC-BY-4.0')),
      { title: 'a session among the pages', found: true, files: { 'pages/a.mdx': session('Listen') } },
      fine('a field of pages', page('Text.', 'order: 3')),
    ],
  }),
  defineRule({
    id: 'missing-field',
    severity: 'error',
    summary: 'Every required field has a value.',
    why: 'Pages, lists and search are made from these fields.',
    examples: [found('an empty title', page('Text.').replace('title: A page', 'title: ""')), fine('an optional field left empty', page('Text.', 'review_by: ""'))],
  }),
  defineRule({
    id: 'wrong-value',
    severity: 'error',
    summary: 'A field holds a value of its kind and length.',
    why: 'Pages, lists and search are made from these fields.',
    examples: [found('a day that does not exist', page('Text.', 'created: 2026-02-30')), fine('a day', page('Text.', 'created: 2026-02-28   # first draft'))],
  }),
  defineRule({
    id: 'unsafe-mdx',
    severity: 'error',
    summary: 'A text holds Markdown and the garden’s components, and nothing that could run.',
    why: 'Anybody may propose a text, so no text may run code in the build, in the form or in a reader’s browser.',
    examples: [found('a tag whose name only code has', page('<Garden.Secret />')), fine('braces and signs in writing', page('Set {see note} where a < b and plots <5 ha.'))],
  }),
  defineRule({
    id: 'looks-like-code',
    severity: 'error',
    summary: 'A paragraph that is a whole import or export statement is not writing.',
    why: 'Such lines do nothing here; they are mostly left over from another tool.',
    examples: [found('an import', page("import Map from './Map.jsx'\n\nText.")), fine('the word in a sentence', page('import permits are needed for bait.'))],
  }),
  defineRule({
    id: 'unknown-component',
    severity: 'error',
    summary: 'A component must be one of the garden’s.',
    why: 'An unknown one would vanish from the page.',
    examples: [found('a mistyped component', page('<Calout>\n\nMind the edge.\n\n</Calout>')), fine('a component', page('<Callout>\n\nMind the edge.\n\n</Callout>'))],
  }),
  defineRule({
    id: 'wrong-attribute',
    severity: 'error',
    summary: 'A component takes only its own attributes, with values it knows.',
    why: 'A mistyped attribute would silently do nothing.',
    examples: [
      found('a type that does not exist', page('<Callout type="danger">\n\nMind the edge.\n\n</Callout>')),
      fine('a type that exists', page('<Callout type="caution">\n\nMind the edge.\n\n</Callout>')),
    ],
  }),
  defineRule({
    id: 'unsafe-address',
    severity: 'error',
    summary: 'Links lead to web pages, e-mail or telephone, nothing else.',
    why: 'Other kinds of address can run code or open files.',
    examples: [
      found('an address that runs code', page('[Open](javascript:alert(1))')),
      fine('a web page and an e-mail address', page('[Open](https://example.org/) or [write](mailto:kia-ora@example.org).')),
    ],
  }),
  defineRule({
    id: 'broken-markup',
    severity: 'error',
    summary: 'Tags and emphasis open and close, and nothing hidden turns the text round.',
    why: 'The marks would show on the page, and a hidden sign makes it read otherwise than it is written.',
    examples: [
      found('a component that never closes', page('<Callout>\n\nMind the edge.')),
      found('a hidden sign that turns the direction of the text round', page('Mind the \u202eedge.')),
      fine('a component that closes', page('<Callout>\n\nMind the **edge**.\n\n</Callout>')),
    ],
  }),
  defineRule({
    id: 'broken-footnote',
    severity: 'error',
    summary: 'Every footnote has a marker and a text.',
    why: 'A marker without a text leads nowhere, and a text without a marker is on no page.',
    examples: [
      found('a note that lacks its colon', page('Catch fell by half.[^1]\n\n[^1] Field diary, 2019.')),
      fine('a marker and a text', page('Catch fell by half.[^1]\n\n[^1]: Field diary, 2019.')),
    ],
  }),
  defineRule({
    id: 'missing-alt-text',
    severity: 'error',
    summary: 'Every picture has words for those who cannot see it.',
    why: 'Screen readers read them out, and they show when a picture does not load.',
    examples: [
      found('a picture without words', page('![](../media/map.svg)'), { 'media/map.svg': drawing() }),
      fine('a picture with words', page('![A map of the block](../media/map.svg)'), { 'media/map.svg': drawing() }),
    ],
  }),
];

function found(title: string, text: string, others: Example['files'] = {}): Example {
  return { title, found: true, files: { 'pages/a.mdx': text, ...others } };
}

function fine(title: string, text: string, others: Example['files'] = {}): Example {
  return { title, found: false, files: { 'pages/a.mdx': text, ...others } };
}
