import { isCollection, isMap, isPair, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { z } from 'zod';
import { schemaInside, schemaOrder } from './schema-order.ts';
import { nextLine, partsOf } from './yaml-places.ts';

/** The text of a header with the keys of every group below its top in the order of the schema. A group with a note among its lines stays. Throws a RangeError for forms of YAML that nobody writes in a header. */
export function nestedOrder(contents: YAMLMap, text: string, schema: z.ZodType): string {
  return rewritten(contents, 0, text.length, schema, true);

  /** What stands between two places, of which all or a part is a value. */
  function rewritten(value: unknown, start: number, end: number, at: z.ZodType | undefined, top: boolean): string {
    if (!isCollection(value) || value.items.length === 0) return text.slice(start, end);
    const node = value as YAMLMap | YAMLSeq;
    const parts = partsOf(node, text);
    const written = parts.map((part, index) => {
      const item: unknown = node.items[index];
      const inside = schemaInside(at, isPair(item) ? nameOf(item) : 0);
      return text.slice(part.start, part.after) + rewritten(isPair(item) ? item.value : item, part.after, part.end, inside, false);
    });
    const last = parts.at(-1)?.end ?? start;
    const between = parts.map((part, index) => text.slice(parts[index - 1]?.end ?? start, part.start));
    const after = text.slice(last, node.flow ? node.range?.[1] : nextLine(text, last));
    const sorts = isMap(node) && !top && ![...between.slice(1), after].some((gap) => gap.includes('#'));
    const ordered = sorts ? inOrder(node.items.map(nameOf), written, at) : written;
    return between.map((gap, index) => gap + (ordered[index] ?? '')).join('') + text.slice(last, end);
  }
}

function inOrder(names: readonly string[], written: readonly string[], schema: z.ZodType | undefined): string[] {
  return schemaOrder(names, schema).map((name) => written[names.indexOf(name)] ?? '');
}

function nameOf({ key }: Pair): string {
  return String((key as Scalar).value ?? '');
}
