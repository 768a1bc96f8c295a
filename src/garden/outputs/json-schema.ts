import { z } from 'zod';
import type { Kind } from '../schema/kind.ts';
import type { Vocabularies } from '../schema/vocabularies.ts';
import { choices } from './choices.ts';
import { fieldFacts, type FieldNotes } from './field-facts.ts';
import { ownNotes } from './own-notes.ts';
import { textRule } from './text-rule.ts';
import { usedFields } from './used-fields.ts';

/** A JSON Schema, as editors of text read it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Notes for our own forms, which no editor knows. */
const OWN: readonly (keyof FieldNotes)[] = ['ref', 'withKind', 'vocabulary', 'media', 'initial', 'labels', 'one'];

/** Describes the header of a kind for editors: titles, descriptions, examples, bounds, and what each list of the community holds. */
export function jsonSchema(kind: Kind<string, z.ZodType>, vocabularies: Partial<Vocabularies>): JsonSchema {
  return { ...fileSchema(kind.fields, vocabularies), title: kind.heading, description: kind.about };
}

/** Describes a file of YAML for editors. Draft 7, because that is what they know best. */
export function fileSchema(fields: z.ZodType, vocabularies: Partial<Vocabularies>): JsonSchema {
  return z.toJSONSchema(fields, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema: found }) {
      const field = zodSchema as unknown as z.ZodType;
      const facts = fieldFacts(field);
      for (const name of OWN) delete (found as Record<string, unknown>)[name];
      Object.assign(found, ownNotes(field, vocabularies));
      if (field instanceof z.ZodObject && found.properties) {
        const used = new Map(usedFields(field, vocabularies));
        for (const name of Object.keys(found.properties)) if (!used.has(name)) delete found.properties[name];
      }
      const values = facts.notes.vocabulary && field === facts.inner ? choices(facts, vocabularies) : undefined;
      if (values?.length) found.enum = values.map(({ value }) => value);
      if (facts.notes.format !== 'partial-date') return;
      delete found.format;
      const text = found.anyOf?.find((part) => part.type === 'string');
      if (text) text.pattern = textRule(facts).pattern ?? '';
    },
  });
}
