import { z } from 'zod';
import { hasVocabulary, type Vocabularies } from '../schema/vocabularies.ts';
import { fieldFacts, fieldsOf } from './field-facts.ts';

/** The fields of an object schema that a garden can fill: those that need a list which it does not have are left out, unless a header must have them. */
export function usedFields(schema: z.ZodType, vocabularies: Partial<Vocabularies>): readonly (readonly [name: string, field: z.ZodType])[] {
  return fieldsOf(schema).filter(([, field]) => {
    const facts = fieldFacts(field);
    const { vocabulary } = facts.inner instanceof z.ZodArray ? fieldFacts(facts.inner.element as z.ZodType).notes : facts.notes;
    return facts.required || vocabulary === undefined || hasVocabulary(vocabularies, vocabulary);
  });
}
