import { stringify } from 'yaml';
import { z } from 'zod';
import { KINDS, type KindName } from '../schema/index.ts';
import type { Kind } from '../schema/kind.ts';
import type { Vocabularies } from '../schema/vocabularies.ts';
import { choices, type Choice } from './choices.ts';
import { fieldFacts, type FieldFacts } from './field-facts.ts';
import { listSize } from './list-size.ts';
import { numberRange } from './number-range.ts';
import { ownNotes } from './own-notes.ts';
import { textRule } from './text-rule.ts';
import { usedFields } from './used-fields.ts';

/** One field of a header, for people who write it by hand. */
export interface FieldRow {
  /** Its name with those around it, such as `applied › guide`. */
  readonly name: string;
  /** How many groups and lists it stands in. */
  readonly depth: number;
  readonly title: string;
  /** What it is for. */
  readonly what: string;
  readonly required: boolean;
  /** What counts when it is left out. */
  readonly fallback?: string;
  /** What it may hold, in words. */
  readonly allowed: string;
  /** What it may be chosen from. */
  readonly values?: readonly Choice[];
  /** Lines as a header holds them. */
  readonly example?: string;
}

/** Every field of a kind, each followed by the fields inside it. */
export function fieldReference(kind: Kind<string, z.ZodType>, vocabularies: Partial<Vocabularies>): FieldRow[] {
  return rows(kind.fields, [], vocabularies);
}

function rows(schema: z.ZodType, around: readonly string[], vocabularies: Partial<Vocabularies>): FieldRow[] {
  return usedFields(schema, vocabularies).flatMap(([name, field]) => {
    const facts = fieldFacts(field);
    const path = [...around, name];
    const item = facts.inner instanceof z.ZodArray ? fieldFacts(facts.inner.element as z.ZodType) : facts;
    const values = choices(item, vocabularies);
    const own = ownNotes(field, vocabularies);
    const example = own.examples?.[0];
    const row: FieldRow = {
      name: path.join(' › '),
      depth: around.length,
      title: own.title ?? name,
      what: facts.notes.description ?? '',
      required: facts.required,
      ...(facts.fallback === undefined ? {} : { fallback: String(facts.fallback) }),
      allowed: allowed(facts, values !== undefined),
      ...(values ? { values } : {}),
      ...(example === undefined ? {} : { example: stringify({ [name]: example }, { lineWidth: 0 }).trimEnd() }),
    };
    return item.inner instanceof z.ZodObject ? [row, ...rows(item.inner, path, vocabularies)] : [row];
  });
}

function allowed(facts: FieldFacts, closed: boolean): string {
  const { inner, notes } = facts;
  if (inner instanceof z.ZodArray) {
    const item = fieldFacts(inner.element as z.ZodType);
    return `A list${size(inner)}. Each: ${lowerFirst(allowed(item, closed))}`;
  }
  if (notes.vocabulary) return `One item of content/vocabularies/${notes.vocabulary}.yaml.`;
  if (closed) return 'One of the values below.';
  if (inner instanceof z.ZodObject) return 'A group of fields.';
  if (inner instanceof z.ZodNumber) return numberWords(inner);
  if (inner instanceof z.ZodBoolean) return 'true or false.';
  if (notes.ref) return notes.withKind ? `Kind and file name of ${anyOf(notes.ref)}.` : `The file name of ${anyOf(notes.ref)}, without .mdx.`;
  if (notes.media) return 'The address of a picture, such as ../media/ridge.jpg.';
  const { words, oneLine } = textRule(facts);
  return words ? `Text; it ${words}.` : oneLine ? 'Text on one line.' : 'Text.';
}

function size(list: z.ZodArray): string {
  const { min, max } = listSize(list);
  if (min !== undefined && max !== undefined) return ` of ${min} to ${max}`;
  return min !== undefined ? ` of at least ${min}` : max !== undefined ? ` of at most ${max}` : '';
}

function numberWords(schema: z.ZodNumber): string {
  const { min, max, value_type } = numberRange(schema);
  const range = min !== undefined && max !== undefined ? ` from ${min} to ${max}` : min !== undefined ? ` of at least ${min}` : max !== undefined ? ` of at most ${max}` : '';
  return `A ${value_type === 'int' ? 'whole number' : 'number'}${range}.`;
}

function anyOf(kinds: readonly string[]): string {
  if (kinds.length === Object.keys(KINDS).length) return 'any entry';
  const words = kinds.map((kind) => `a ${KINDS[kind as KindName].one}`);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
