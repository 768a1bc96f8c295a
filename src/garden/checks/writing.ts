import type { z } from 'zod';
import type { Place } from '../entry/body-facts.ts';
import { schemaAt } from '../entry/field-problems.ts';
import type { ParsedHeader } from '../entry/parse-header.ts';
import { bodySource } from '../safe-mdx/body-source.ts';
import { KINDS } from '../schema/index.ts';

/** Something that a pattern finds in what people wrote. */
export interface Found extends Place {
  readonly match: RegExpMatchArray;
  /** The writing just before it. */
  readonly before: string;
  /** The field it stands in; absent for the body. */
  readonly path?: readonly PropertyKey[];
}

/** A page with the same mistake everywhere needs no more. */
const MOST = 20;

/**
 * Everything that a global pattern finds in the words of an entry: the texts of its fields and its body, without code,
 * addresses of links, and names that only the garden reads. Where `sign`, which is quick, finds nothing, there is nothing.
 */
export function findInWriting(header: ParsedHeader, pattern: RegExp, sign: RegExp = pattern): Found[] {
  return [...findInFields(header, pattern, sign), ...findInBody(header, pattern, sign)].slice(0, MOST);
}

interface FieldText {
  readonly value: string;
  readonly path: readonly PropertyKey[];
}

const fieldTexts = new WeakMap<object, { readonly texts: readonly FieldText[]; readonly all: string }>();

/** Every text in the fields of an entry. */
function textsOf(fields: object): { readonly texts: readonly FieldText[]; readonly all: string } {
  const kept = fieldTexts.get(fields);
  if (kept) return kept;
  const texts: FieldText[] = [];
  walk(fields, []);
  const found = { texts, all: texts.map(({ value }) => value).join('\n') };
  fieldTexts.set(fields, found);
  return found;

  function walk(value: unknown, path: readonly PropertyKey[]): void {
    if (typeof value === 'string') texts.push({ value, path });
    else if (Array.isArray(value)) value.forEach((item, index) => walk(item, [...path, index]));
    else if (typeof value === 'object' && value !== null) for (const key of Object.keys(value)) walk((value as Record<string, unknown>)[key], [...path, key]);
  }
}

function findInFields({ kind, fields, places }: ParsedHeader, pattern: RegExp, sign: RegExp): Found[] {
  if (!fields) return [];
  const { texts, all } = textsOf(fields);
  if (all.search(sign) === -1) return [];
  const schema: z.ZodType = KINDS[kind].fields;
  const found: Found[] = [];
  for (const { value, path } of texts) {
    if (found.length >= MOST) break;
    if (value.search(pattern) === -1 || !isWriting(schemaAt(schema, path))) continue;
    for (const match of value.matchAll(pattern)) found.push({ match, path, before: value.slice(0, match.index), ...(places[String(path[0])] ?? { line: 1, column: 1 }) });
  }
  return found;
}

/** Whether people read the field as words: not an id, an address, a day or a file name. */
function isWriting(schema: z.ZodType | undefined): boolean {
  for (let at = schema; at; at = (at.def as { innerType?: z.ZodType }).innerType) {
    const meta = at.meta();
    if (meta?.['ref'] || meta?.['vocabulary'] || meta?.['media'] || meta?.['format']) return false;
  }
  return true;
}

function findInBody({ body, bodyLine }: ParsedHeader, pattern: RegExp, sign: RegExp): Found[] {
  // Most bodies hold nothing of the kind, and looking at them as they are is quicker.
  if (body.search(sign) === -1) return [];
  const words = bodyWords(body);
  const source = bodySource(words, bodyLine);
  const found: Found[] = [];
  for (const match of words.matchAll(pattern)) {
    if (found.length >= MOST) break;
    found.push({ match, before: words.slice(Math.max(0, match.index - 60), match.index), ...source.place(match.index, match[0].length) });
  }
  return found;
}

const NO_WORDS = [
  // Fenced code, to its closing fence or the end.
  /^([ \t>]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:\n[ \t>]*\2[`~]*[ \t]*(?=\n|$)|$(?![\s\S]))/gm,
  /(`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])*?[^`]\1(?!`)/g,
  // Where a link leads: in Markdown, in a definition, by itself, and in a tag.
  /\]\((?:<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)/g,
  /^ {0,3}\[[^\]\n]+\]:[ \t]*\S+/gm,
  /<?\bhttps?:\/\/[^\s<>|]+>?/g,
  /\b(?:href|src|source|sources)\s*=\s*(?:"[^"\n]*"|\{[^}\n]*\})/g,
  /\[\[[^\]|\n]*(?:\\?\||(?=\]\]))/g,
] as const;

let last: { readonly body: string; readonly words: string } | undefined;

/** A body with spaces in place of what nobody reads as words; every other sign stands where it stood. */
export function bodyWords(body: string): string {
  if (last?.body === body) return last.words;
  let words = body;
  for (const pattern of NO_WORDS) words = words.replace(pattern, (part) => part.replace(/[^\n]/g, ' '));
  last = { body, words };
  return words;
}
