import type { z } from 'zod';
import { schemaInside, schemaOrder } from './schema-order.ts';

/** How the quotes of a text looked before. */
export type Quotes = 'single' | 'double' | undefined;

/** The lines of a map or list in block style, keys in the order of its schema. The data holds no empty values. */
export function blockLines(value: object, schema: z.ZodType | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => itemLines(item, schemaInside(schema, 0)));
  const data = value as Record<string, unknown>;
  return schemaOrder(Object.keys(data), schema).flatMap((key) => pairLines(key, data[key], schemaInside(schema, key)));
}

/** The lines of one field. */
export function pairLines(key: string, value: unknown, schema: z.ZodType | undefined): string[] {
  if (typeof value === 'object' && value !== null) return [`${keyText(key)}:`, ...blockLines(value, schema).map(indented)];
  const [first, ...rest] = scalarLines(value);
  return [`${keyText(key)}: ${first}`, ...rest.map(indented)];
}

/** The lines of one item of a list, with its hyphen. */
export function itemLines(item: unknown, schema: z.ZodType | undefined): string[] {
  const [first, ...rest] = typeof item === 'object' && item !== null ? blockLines(item, schema) : scalarLines(item);
  return [`- ${first}`, ...rest.map(indented)];
}

/** A value in one line of flow style. */
export function flowText(value: unknown, schema: z.ZodType | undefined, quotes?: Quotes): string {
  if (Array.isArray(value)) return `[${value.map((item) => flowText(item, schemaInside(schema, 0))).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return scalarText(value, quotes, true);
  const data = value as Record<string, unknown>;
  const pairs = schemaOrder(Object.keys(data), schema).map((key) => `${keyText(key)}: ${flowText(data[key], schemaInside(schema, key))}`);
  return `{ ${pairs.join(', ')} }`;
}

/** A scalar as lines: the first stands after its key, further ones (of a text with line breaks) below it, not yet indented. */
export function scalarLines(value: unknown, quotes?: Quotes): string[] {
  const text = typeof value === 'string' ? canonicalString(value) : '';
  const lines = text.split('\n');
  if (lines.length === 1 || /^\s|[^\n\P{Cc}]|[\u2028\u2029]/u.test(text) || lines.some((line) => line !== '' && line.trim() === '')) return [scalarText(value, quotes)];
  const ends = /\n*$/.exec(text)?.[0].length ?? 0;
  return [ends === 0 ? '|-' : ends === 1 ? '|' : '|+', ...(ends === 0 ? lines : lines.slice(0, -1))];
}

/** A scalar on one line: as it is where every reader of YAML takes it for the same string, else in quotes. */
export function scalarText(value: unknown, quotes?: Quotes, flow = false): string {
  if (typeof value !== 'string') return Object.is(value, -0) ? '-0' : String(value);
  const text = canonicalString(value);
  if (quotes === 'single' && !/[\p{Cc}\u2028\u2029]/u.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return quotes === undefined && isPlain(text, flow) ? text : doubleQuoted(text);
}

/** A string as the garden stores it: composed letters and LF line ends. */
export function canonicalString(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC');
}

function keyText(key: string): string {
  return key.length < 100 && isPlain(key, true) ? key : doubleQuoted(key);
}

function indented(line: string): string {
  return line === '' ? '' : `  ${line}`;
}

function isPlain(text: string, flow: boolean): boolean {
  if (text === '' || text !== text.trim() || /[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/u.test(text)) return false;
  if (/^[,[\]{}#&*!|>'"%@`]|^[-?:](?:\s|$)|^(?:---|\.\.\.)|:(?:\s|$)|\s#/.test(text)) return false;
  return !(flow && /[,[\]{}]|^[-?:]/.test(text)) && !OTHER_TYPE.test(text);
}

/** What YAML 1.2 or 1.1 takes for something else than a string. A bare day stays plain, as people write it. */
const OTHER_TYPE =
  /^(?:~|null|true|false|yes|no|on|off|y|n|=|<<|[-+]?(?:\.?\d[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?|0[xob][\da-f_]+|\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?|\.(?:inf|nan))|\d{4}-\d\d?-\d\d?(?:t|\s+)\d.*)$/i;

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\t': '\\t', '\r': '\\r' };

function doubleQuoted(text: string): string {
  const inside = text.replace(/[\\"\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu, (sign) => ESCAPES[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `"${inside}"`;
}
