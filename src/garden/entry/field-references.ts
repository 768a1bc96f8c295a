import type { z } from 'zod';
import type { Place } from './body-facts.ts';
import { schemaAt } from './field-problems.ts';

/** A value in a header that names another entry, or an item of a vocabulary. */
export interface FieldReference extends Place {
  /** Where it stands in the header as it was written. */
  readonly path: readonly PropertyKey[];
  /** Field path as written in sentences, such as `applied › guide`. */
  readonly field: string;
  readonly value: string;
  /** Kinds it may name; empty for a vocabulary. */
  readonly kinds: readonly string[];
  readonly vocabulary?: string;
}

/** Every reference in a header, found through the `ref` and `vocabulary` notes of the schema. */
export function fieldReferences(data: unknown, schema: z.ZodType, place: (path: readonly PropertyKey[]) => Place & { path: readonly PropertyKey[] }): FieldReference[] {
  const found: FieldReference[] = [];
  walk(data, []);
  return found;

  function walk(value: unknown, path: readonly PropertyKey[]): void {
    if (Array.isArray(value)) return value.forEach((item, index) => walk(item, [...path, index]));
    if (typeof value === 'object' && value !== null) return Object.entries(value).forEach(([key, item]) => walk(item, [...path, key]));
    if (typeof value !== 'string') return;
    const note = reference(schemaAt(schema, path));
    if (!note) return;
    const field = path.filter((part) => typeof part === 'string').join(' › ');
    found.push({ ...place(path), field, value, kinds: note.ref ?? [], ...(note.vocabulary ? { vocabulary: note.vocabulary } : {}) });
  }
}

/** The same data with other names in every field that names an entry of some kinds. */
export function renameReferences(data: unknown, schema: z.ZodType, rename: (name: string, kinds: readonly string[]) => string): unknown {
  return renamed(data, []);

  function renamed(value: unknown, path: readonly PropertyKey[]): unknown {
    if (Array.isArray(value)) return value.map((item, index) => renamed(item, [...path, index]));
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renamed(item, [...path, key])]));
    const kinds = typeof value === 'string' ? reference(schemaAt(schema, path))?.ref : undefined;
    return kinds ? rename(value as string, kinds) : value;
  }
}

function reference(schema: z.ZodType | undefined): { ref?: string[]; vocabulary?: string } | undefined {
  let at: z.ZodType | undefined = schema;
  while (at) {
    const meta = at.meta() as { ref?: string[]; vocabulary?: string } | undefined;
    if (meta?.ref || meta?.vocabulary) return meta;
    at = (at.def as { innerType?: z.ZodType }).innerType;
  }
  return undefined;
}
