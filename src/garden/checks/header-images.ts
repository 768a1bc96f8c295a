import type { z } from 'zod';
import type { ParsedHeader } from '../entry/parse-header.ts';
import { schemaAt } from '../entry/field-problems.ts';
import { KINDS } from '../schema/index.ts';

/** A picture that a field of a header names. */
export interface HeaderImage {
  readonly src: string;
  readonly path: readonly PropertyKey[];
  readonly line: number;
  readonly column: number;
  readonly length?: number;
}

/** Every picture that the header of an entry names, found through the `media` notes of the schema; none when the header has an error. */
export function headerImages(header: Pick<ParsedHeader, 'kind' | 'fields' | 'places'>): HeaderImage[] {
  const found: HeaderImage[] = [];
  const schema: z.ZodType = KINDS[header.kind].fields;
  walk(header.fields, []);
  return found;

  function walk(value: unknown, path: readonly PropertyKey[]): void {
    if (Array.isArray(value)) return value.forEach((item, index) => walk(item, [...path, index]));
    if (typeof value === 'object' && value !== null) return Object.entries(value).forEach(([key, item]) => walk(item, [...path, key]));
    if (typeof value !== 'string' || !isMedia(header.kind, schema, path)) return;
    found.push({ src: value, path, ...(header.places[String(path[0])] ?? { line: 1, column: 1 }) });
  }
}

const known = new Map<string, boolean>();

/** Whether a field holds a picture. Every entry of a kind asks the same. */
function isMedia(kind: string, schema: z.ZodType, path: readonly PropertyKey[]): boolean {
  const key = `${kind} ${path.map((part) => (typeof part === 'number' ? '*' : String(part))).join(' ')}`;
  let media = known.get(key);
  if (media === undefined) known.set(key, (media = schemaAt(schema, path)?.meta()?.['media'] === true));
  return media;
}
