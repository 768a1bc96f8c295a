import { z } from 'zod';
import type { ParsedHeader } from '../../../src/garden/entry/parse-header.ts';
import { resolveTarget } from '../../../src/garden/model/entry-index.ts';
import { fieldFacts, fieldsOf } from '../../../src/garden/outputs/field-facts.ts';
import { KINDS } from '../../../src/garden/schema/index.ts';
import type { Side } from '../report/read-change.ts';

/** One field of a header in words: what people call it, and a line for each thing in it. */
export interface FieldWords {
  readonly name: string;
  readonly title: string;
  readonly lines: readonly string[];
}

type Around = Pick<Side, 'index' | 'vocabularies'>;

/** The fields of a header as people would tell them, in the order of the schema. Empty when the header cannot be read. */
export function fieldWords({ kind, fields }: Pick<ParsedHeader, 'kind' | 'fields'>, around: Around): FieldWords[] {
  if (!fields) return [];
  return fieldsOf(KINDS[kind].fields).flatMap(([name, schema]) => {
    const value = fields[name];
    if (value === undefined) return [];
    return [{ name, title: fieldFacts(schema).notes.title ?? name, lines: lines(value, schema, around) }];
  });
}

function lines(value: unknown, schema: z.ZodType, around: Around): string[] {
  if (Array.isArray(value)) return value.map((item) => words(item, itemOf(schema), around, schema));
  return typeof value === 'object' && value !== null ? parts(value, schema, around) : [words(value, schema, around)];
}

/** The fields of one thing, each with what people call it. */
function parts(value: object, schema: z.ZodType | undefined, around: Around): string[] {
  const inner = schema && fieldFacts(schema).inner;
  const fields = new Map(inner instanceof z.ZodObject ? fieldsOf(inner) : []);
  return Object.entries(value).map(([name, item]) => {
    const field = fields.get(name);
    return `${(field && fieldFacts(field).notes.title) ?? name}: ${words(item, field, around)}`;
  });
}

/** `list` is the schema of the list that the value stands in, whose notes count for its items too. */
function words(value: unknown, schema: z.ZodType | undefined, around: Around, list?: z.ZodType): string {
  const all = { ...(list ? fieldFacts(list).notes : {}), ...(schema ? fieldFacts(schema).notes : {}) };
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.map((item) => words(item, itemOf(schema), around, schema)).join(', ');
  if (typeof value === 'object' && value !== null) return parts(value, schema, around).join('; ');
  const text = String(value);
  const label = all.labels?.[text] ?? around.vocabularies[all.vocabulary as keyof Side['vocabularies']]?.items.find(({ id }) => id === text)?.label;
  if (label !== undefined) return label;
  const entry = all.ref && resolveTarget(around.index, text, all.ref).entry;
  return entry ? `${entry.title} (${entry.kind}/${entry.id})` : text;
}

function itemOf(schema: z.ZodType | undefined): z.ZodType | undefined {
  const inner = schema && fieldFacts(schema).inner;
  return inner instanceof z.ZodArray ? (inner.def.element as z.ZodType) : undefined;
}
