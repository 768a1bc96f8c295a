import { z } from 'zod';
import type { Vocabularies, VocabularyName } from '../schema/vocabularies.ts';
import type { FieldFacts } from './field-facts.ts';
import { sentenceCase } from './sentence-case.ts';

/** One value of a closed choice, and what people see for it. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** What a field lets people choose from; undefined when it is no closed choice. */
export function choices({ inner, notes }: FieldFacts, vocabularies: Partial<Vocabularies>): Choice[] | undefined {
  if (notes.vocabulary) return (vocabularies[notes.vocabulary as VocabularyName]?.items ?? []).map(({ id, label }) => ({ label, value: id }));
  if (!(inner instanceof z.ZodEnum)) return undefined;
  return inner.options.map((option) => {
    const value = String(option);
    return { label: sentenceCase(notes.labels?.[value] ?? value.replaceAll('-', ' ')), value };
  });
}
