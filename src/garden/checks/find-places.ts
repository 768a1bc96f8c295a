import { findInWriting } from './writing.ts';
import type { CheckedEntry, Finding } from './rule.ts';

const NUMBER = String.raw`[-−]?\d{1,3}\.\d{3,}`;
const DEGREES = String.raw`\d{1,3}\s?°\s?\d{1,2}(?:\.\d+)?\s?['’′](?:\s?\d{1,2}(?:\.\d+)?\s?(?:["”″]|''))?\s?[NSEW](?!\p{L})`;
const WORDS = new RegExp(
  [
    // Two decimal degrees, the first at most 90, with at least 100 m of exactness.
    String.raw`(?<![\d.\w])[-−]?(?:[1-8]?\d|90)\.\d{3,}\s?°?\s?[NSns]?\s?[,;/]\s?[-−]?(?:1[0-7]\d|[2-9]\d)\.\d{3,}(?!\d|\.\d)`,
    String.raw`(?<![\d.\w])${DEGREES}(?:[\s,;/]{1,3}${DEGREES})?`,
    String.raw`(?<![\d.\w])\d{1,3}\.\d{3,}\s?°\s?[NSEW](?!\p{L})`,
    // New Zealand Transverse Mercator, and a reference on a Topo50 sheet.
    String.raw`(?<![\d.\w])E?\s?1[0-9]\d{5}\s?m?E?\s?[,;/ ]\s?N?\s?[4-6]\d{6}(?!\d)`,
    String.raw`(?<![\p{L}\d])[ABC][A-Z]\d{2}[ :]\s?\d{3,5}[ ,]\s?\d{3,5}(?!\d)`,
    String.raw`(?<![/\w:])\/{3}\p{L}+\.\p{L}+\.\p{L}+`,
  ].join('|'),
  'gu',
);
const SIGN = /\d\s?°|\d\.\d{3}|\d{7}|\/\/\/|[A-C][A-Z]\d\d[ :]/;
const IN_ADDRESS = new RegExp(`${NUMBER}(?:,|/|%2C|%20|\\+)+${NUMBER}`, 'i');

/** Where an entry gives an exact place: coordinates, grid references, three words, and links to a point on a map. */
export function findPlaces({ header, body }: CheckedEntry): Pick<Finding, 'line' | 'column' | 'length' | 'path'>[] {
  const written = findInWriting(header, WORDS, SIGN).map(({ line, column, length, path }) => ({ line, column, length, ...(path ? { path } : {}) }));
  const linked = body.links.filter((link) => IN_ADDRESS.test(link.url)).map(({ line, column, length }) => ({ line, column, length }));
  return [...written, ...linked];
}
