import type { z } from 'zod';
import { schemaAt } from './field-problems.ts';

/** Keys in the order in which a schema names them; keys that it does not know come last, as they stood. */
export function schemaOrder(keys: readonly string[], schema: z.ZodType | undefined): string[] {
  const known = Object.keys(shapeOf(schema));
  const rank = new Map(known.map((key, index) => [key, index]));
  return keys.toSorted((a, b) => (rank.get(a) ?? known.length) - (rank.get(b) ?? known.length));
}

/** The schema of a field of an object, or with a number of an item of a list. */
export function schemaInside(schema: z.ZodType | undefined, key: string | number): z.ZodType | undefined {
  return schema && schemaAt(schema, [key]);
}

function shapeOf(schema: z.ZodType | undefined): object {
  for (let at = schema; at;) {
    const def = at.def as { innerType?: z.ZodType; in?: z.ZodType; shape?: object };
    if (def.shape) return def.shape;
    at = def.innerType ?? def.in;
  }
  return {};
}
