import type { EntryIndex } from '../../model/entry-index.ts';
import { foldText } from '../../text/fold-text.ts';
import { findInWriting } from '../writing.ts';
import { page, source, term } from '../example-page.ts';
import { defineRule, type Finding } from '../rule.ts';

const FILES = { 'glossary/rahui.mdx': term('rāhui', 'lang: mi\nmark: true') };
/** Shorter words are too often something else without their macrons. */
const SHORTEST = 4;
/** Names stand as their owners write them. */
const NAMES = new Set(['credits', 'authors', 'publisher', 'led_by', 'place', 'cover', 'aliases', 'moved_headings', 'also', 'consent']);

export const missingMacron = defineRule({
  id: 'missing-macron',
  severity: 'warning',
  summary: 'A word of te reo Māori that the glossary marks has its macrons.',
  why: 'A macron makes another sound and often another word. It is also a matter of respect.',
  examples: [
    { title: 'a word without its macron', found: true, files: { ...FILES, 'pages/a.mdx': page('The people placed a rahui on the bay.') } },
    { title: 'at the start of a title', found: true, files: { ...FILES, 'pages/a.mdx': page('Text.').replace('A page', 'Rahui and rest') } },
    {
      title: 'its macrons, and places that are no writing',
      found: false,
      files: { ...FILES, 'pages/a.mdx': page('A rāhui. See [the bay](https://example.org/rahui), [[rahui]] and `rahui`.'), 'sources/doc.mdx': source('Rahui in the law of 1996') },
    },
  ],
  checkEntry({ header }, { index }): Finding[] {
    const known = macronsOf(index);
    if (!known || header.kind === 'sources') return [];
    return findInWriting(header, known.pattern).flatMap(({ match: [word], line, column, length, path }): Finding[] => {
      const right = known.terms.get(foldText(word));
      if (right === undefined || word.normalize('NFC').toLowerCase() === right.toLowerCase() || NAMES.has(String(path?.[0] ?? ''))) return [];
      const written = /^\p{Lu}/u.test(word) ? right.charAt(0).toUpperCase() + right.slice(1) : right;
      return [{ line, column, ...(length ? { length } : {}), ...(path ? { path } : {}), message: `"${word}" lacks its macrons.`, suggestion: `Write "${written}".` }];
    });
  },
});

interface Macrons {
  readonly pattern: RegExp;
  /** Terms by what is left of them without macrons. */
  readonly terms: ReadonlyMap<string, string>;
}

const kept = new WeakMap<EntryIndex, Macrons | null>();

function macronsOf(index: EntryIndex): Macrons | null {
  const before = kept.get(index);
  if (before !== undefined) return before;
  const terms = new Map<string, string>();
  const all = [...index.entries.values()].filter(({ marked, draft }) => marked && !draft).map(({ title }) => title.normalize('NFC'));
  for (const title of all) if (foldText(title) !== title.toLowerCase() && title.length >= SHORTEST) terms.set(foldText(title), title);
  // A word that the glossary also knows without macrons is right both ways.
  for (const title of all) if (foldText(title) === title.toLowerCase()) terms.delete(title.toLowerCase());
  const forms = [...terms.keys()].map((term) => term.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/[aeiou]/g, (vowel) => `(?:${vowel}\\u0304?|${`${vowel}\u0304`.normalize('NFC')})`));
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_/@.-])(?:${forms.join('|')})(?![\\p{L}\\p{M}\\p{N}_/@-]|\\.\\p{L})`, 'giu');
  const found = terms.size === 0 ? null : { pattern, terms };
  kept.set(index, found);
  return found;
}
