import { z } from 'zod';
import type { Kind } from '../schema/kind.ts';
import type { Vocabularies } from '../schema/vocabularies.ts';
import { choices } from './choices.ts';
import { fieldFacts, type FieldNotes } from './field-facts.ts';
import { textRule } from './text-rule.ts';

/** A JSON Schema, as editors of text read it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Notes for our own forms, which no editor knows. */
const OWN: readonly (keyof FieldNotes)[] = ['ref', 'withKind', 'vocabulary', 'media', 'initial', 'labels', 'one'];

/** Describes the header of a kind for editors: titles, descriptions, examples, bounds, and what each list of the community holds. */
export function jsonSchema(kind: Kind<string, z.ZodType>, vocabularies: Partial<Vocabularies>): JsonSchema {
  const schema = z.toJSONSchema(kind.fields, {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema: found }) {
      const field = zodSchema as unknown as z.ZodType;
      const facts = fieldFacts(field);
      for (const name of OWN) delete (found as Record<string, unknown>)[name];
      const values = facts.notes.vocabulary && field === facts.inner ? choices(facts, vocabularies) : undefined;
      if (values?.length) found.enum = values.map(({ value }) => value);
      if (facts.notes.format !== 'partial-date') return;
      delete found.format;
      const text = found.anyOf?.find((part) => part.type === 'string');
      if (text) text.pattern = textRule(facts).pattern ?? '';
    },
  });
  return { ...schema, title: kind.heading, description: kind.about };
}
