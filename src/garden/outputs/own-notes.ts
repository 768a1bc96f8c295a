import { z } from 'zod';
import type { Vocabularies, VocabularyName } from '../schema/vocabularies.ts';
import { fieldFacts, type FieldNotes } from './field-facts.ts';
import { usedFields } from './used-fields.ts';

/** What a field is called and an example of it, in the words of a garden: a list of items has the title of their vocabulary, and examples name items that are there. */
export function ownNotes(schema: z.ZodType, vocabularies: Partial<Vocabularies>): Pick<FieldNotes, 'title' | 'examples'> {
  const { inner, notes } = fieldFacts(schema);
  const list = inner instanceof z.ZodArray ? fieldFacts(inner.element as z.ZodType).notes.vocabulary : undefined;
  const title = (list && vocabularies[list as VocabularyName]?.title) ?? notes.title;
  return {
    ...(title === undefined ? {} : { title }),
    ...(notes.examples === undefined ? {} : { examples: notes.examples.map((example) => ownExample(schema, example, vocabularies)) }),
  };
}

function ownExample(schema: z.ZodType, example: unknown, vocabularies: Partial<Vocabularies>): unknown {
  const { inner, notes } = fieldFacts(schema);
  if (notes.vocabulary) {
    const items = vocabularies[notes.vocabulary as VocabularyName]?.items ?? [];
    return items.length === 0 || items.some(({ id }) => id === example) ? example : items[0]!.id;
  }
  if (inner instanceof z.ZodArray && Array.isArray(example)) {
    return [...new Set(example.map((item: unknown) => ownExample(inner.element as z.ZodType, item, vocabularies)))];
  }
  if (inner instanceof z.ZodObject && typeof example === 'object' && example !== null) {
    const given = example as Record<string, unknown>;
    return Object.fromEntries(usedFields(inner, vocabularies).flatMap(([name, field]) => (name in given ? [[name, ownExample(field, given[name], vocabularies)]] : [])));
  }
  return example;
}
