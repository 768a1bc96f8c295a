import { z } from 'zod';
import { every, sources } from './base.ts';
import { line, ref } from './fields.ts';
import { header } from './header.ts';
import { defineKind } from './kind.ts';
import { LANGUAGE, TERM } from './labels.ts';

export const glossary = defineKind({
  name: 'glossary',
  one: 'glossary term',
  many: 'glossary terms',
  heading: 'Glossary',
  about: 'Words of the trade as this garden uses them.',
  body: 'optional',
  form: { first: ['title', 'summary', 'lang', 'type', 'also'] },
  fields: header({
    ...every,
    title: line(1, 90).meta({ title: 'Term', description: 'The word or phrase itself, with its macrons.', examples: ['working bee'] }),
    lang: z
      .enum(['en', 'mi', 'la'])
      .default('en')
      .meta({ title: 'Language of the term', labels: LANGUAGE, description: '"en" English, "mi" te reo Māori, "la" a scientific name. The definition is in English.', examples: ['mi'] }),
    type: z
      .enum(['term', 'species', 'tool', 'law', 'organisation', 'method'])
      .default('term')
      .meta({ title: 'Type', labels: TERM, description: 'What the word names.', examples: ['tool'] }),
    mark: z
      .boolean()
      .default(false)
      .meta({ title: 'Mark in texts', description: 'For te reo Māori: mark the word as te reo where it first stands in a section, so that screen readers say it right.', examples: [true] }),
    sensitive: z
      .boolean()
      .default(false)
      .meta({
        title: 'Keep its places vague',
        description: 'For what people would take, harm or disturb: pages that name it may not give an exact place.',
        examples: [true],
      }),
    also: z
      .array(
        z.strictObject({
          name: line(1, 90).meta({ title: 'Name', description: 'Another name for the same thing.', examples: ['work party'] }),
          lang: z
            .enum(['en', 'mi', 'la'])
            .default('en')
            .meta({ title: 'Language', labels: LANGUAGE, description: 'The language of that name.', examples: ['en'] }),
        }),
      )
      .max(8)
      .optional()
      .meta({ title: 'Also called', one: 'name', description: 'Other names: common, te reo Māori, scientific, old.', examples: [[{ name: 'work party', lang: 'en' }]] }),
    see: z
      .array(ref('glossary'))
      .max(8)
      .optional()
      .meta({ title: 'See also', description: 'Terms that belong with it.', examples: [['first-meeting']] }),
    needs_review: z
      .boolean()
      .default(false)
      .meta({ title: 'Needs review', description: 'Whether a speaker or specialist should still read this definition.', examples: [true] }),
    sources: sources.meta({ title: 'Sources', description: 'Where the definition comes from.', examples: [['author-2024']] }),
  }),
});
