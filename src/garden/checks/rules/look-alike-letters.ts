import { findInWriting } from '../writing.ts';
import { page } from '../example-page.ts';
import { defineRule, type Finding } from '../rule.ts';

/** Cyrillic and Greek letters that look like Latin ones. */
const TWINS = 'АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧιοορυνκ';
const MIXED = new RegExp(String.raw`(?<![\p{L}\p{M}])(?=[\p{L}\p{M}’']*\p{Script=Latin})[\p{L}\p{M}’']*[${TWINS}][\p{L}\p{M}’']*`, 'gu');
const TWIN = new RegExp(`[${TWINS}]`, 'u');

export const lookAlikeLetters = defineRule({
  id: 'look-alike-letters',
  severity: 'error',
  summary: 'A word is written in one alphabet.',
  why: 'A Cyrillic "а" looks like a Latin one, but search does not find it, a screen reader spells it out, and in an address it leads to another site.',
  examples: [
    { title: 'a Cyrillic letter in a word', found: true, files: { 'pages/a.mdx': page('Set the tr\u0430p at dusk.') } },
    { title: 'a Greek letter in a title', found: true, files: { 'pages/a.mdx': page('Text.').replace('title: A page', 'title: St\u03bfats') } },
    { title: 'a Cyrillic letter in an address', found: true, files: { 'pages/a.mdx': page('See [the rules](https://ex\u0430mple.org/).') } },
    { title: 'macrons, and Greek letters as signs', found: false, files: { 'pages/a.mdx': page('Ngā kākā, 5 μm, α-diversity, Δt and Москва.') } },
  ],
  checkEntry({ header, body }): Finding[] {
    const words = findInWriting(header, MIXED, TWIN).map(({ match: [word], line, column, length, path }): Finding => {
      const sign = TWIN.exec(word)?.[0] ?? '';
      return {
        line,
        column,
        ...(length ? { length } : {}),
        ...(path ? { path } : {}),
        message: `"${word}" holds a letter of another alphabet: its "${sign}" is ${/\p{Script=Greek}/u.test(sign) ? 'Greek' : 'Cyrillic'}.`,
        suggestion: 'Type the word again.',
      };
    });
    const addresses = body.links
      .filter(({ url }) => isMixedHost(url))
      .map(({ line, column, length }): Finding => ({
        line,
        column,
        ...(length ? { length } : {}),
        message: 'The name of the site in this address holds letters of another alphabet.',
        suggestion: 'Type the address again, or copy it from the site itself.',
      }));
    return [...words, ...addresses];
  },
});

function isMixedHost(url: string): boolean {
  const host = /^https?:\/\/([^/?#]+)/i.exec(url)?.[1] ?? '';
  return TWIN.test(host) && /[a-z]/i.test(host);
}
