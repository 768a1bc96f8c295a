import { parseEntities } from 'parse-entities';
import type { TagAttribute } from './nodes.ts';
import { readLiteral } from './read-literal.ts';

/** A tag taken apart. */
export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  readonly attributes: readonly TagAttribute[];
}

const ATTRIBUTE = /\s*(?:([^\s=/>{"']+)(?:\s*=\s*("[^"]*"|'[^']*'|\{))?|(\{)|(\S))/y;

/** Takes apart the text of a tag, from `<` to `>`. A spread becomes an attribute called `...`. */
export function parseTag(raw: string): Tag {
  const head = /^<(\/?)([A-Za-z][\w.:-]*)/.exec(raw);
  const name = head?.[2] ?? '';
  const body = raw.slice(0, -1);
  const selfClosing = /\/\s*$/.test(body);
  const attributes: TagAttribute[] = [];
  const end = selfClosing ? body.lastIndexOf('/') : body.length;
  let at = head?.[0].length ?? 1;
  while (at < end) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(raw);
    if (!match || ATTRIBUTE.lastIndex > end) break;
    const offset = at + match[0].length - match[0].trimStart().length;
    at = ATTRIBUTE.lastIndex;
    const [, key, given, spread, other] = match;
    let value: unknown = true;
    let trouble: TagAttribute['trouble'];
    if (spread !== undefined || given === '{') {
      const close = closingBrace(raw, at, end);
      const literal = spread === undefined ? readLiteral(raw.slice(at, close)) : undefined;
      if (literal) value = literal.value;
      else trouble = 'expression';
      at = close + 1;
    } else if (given !== undefined) {
      value = onOneLine(parseEntities(given.slice(1, -1), { nonTerminated: false }));
    } else if (other !== undefined || (key !== undefined && raw[at] === '=')) {
      trouble = 'bare';
    }
    attributes.push({ name: key ?? (spread === undefined ? (other ?? '') : '...'), value, offset, length: Math.max(1, at - offset), ...(trouble ? { trouble } : {}) });
  }
  return { name, closing: head?.[1] === '/', selfClosing, attributes };
}

/** A value without its line ends and the white space around them. */
function onOneLine(value: string): string {
  const lines = value.split('\n');
  if (lines.length === 1) return value;
  return lines.map((line, index) => (index === 0 ? line.trimEnd() : index === lines.length - 1 ? line.trimStart() : line.trim())).join(' ');
}

/** The index of the brace that closes the one before `from`, strings in it left out. */
function closingBrace(raw: string, from: number, end: number): number {
  let depth = 1;
  let quote = '';
  for (let at = from; at < end; at += 1) {
    const sign = raw[at] ?? '';
    if (quote !== '') {
      if (sign === '\\') at += 1;
      else if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'" || sign === '`') quote = sign;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return end;
}
