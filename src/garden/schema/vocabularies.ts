import { z } from 'zod';
import { line, prose, webAddress } from './fields.ts';

/** The closed lists that the community owns, one file each in `content/vocabularies`. */
export const VOCABULARY_NAMES = ['topics', 'regions', 'habitats', 'threats', 'actions', 'outcomes', 'roles', 'licences'] as const;
export type VocabularyName = (typeof VOCABULARY_NAMES)[number];

/** What a vocabulary file may say. */
export const vocabularySchema = z.strictObject({
  title: line(2, 90).meta({ title: 'Title', description: 'Name of the list.', examples: ['Regions'] }),
  about: prose(400).meta({ title: 'About', description: 'What the list is for.', examples: ['Where a page applies.'] }),
  scheme: line(2, 120)
    .optional()
    .meta({ title: 'Scheme', description: 'The published scheme the codes come from.', examples: ['A published classification'] }),
  version: line(1, 40)
    .optional()
    .meta({ title: 'Version', description: 'The version of that scheme.', examples: ['3.2'] }),
  url: webAddress()
    .optional()
    .meta({ title: 'Address', description: 'Where the scheme is published.', examples: ['https://example.org/'] }),
  items: z
    .array(
      z.strictObject({
        id: z
          .string()
          .min(1)
          .max(60)
          .regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, 'must be letters, digits, dots and hyphens')
          .meta({ title: 'Id', description: 'What entries write.', examples: ['first-region'] }),
        label: line(1, 90).meta({ title: 'Label', description: 'What readers see.', examples: ['The first region'] }),
        about: prose(300)
          .optional()
          .meta({ title: 'About', description: 'One sentence for readers.', examples: ['The coast and the plain behind it.'] }),
        within: z
          .string()
          .optional()
          .meta({ title: 'Within', description: 'The id of the wider item it is part of.', examples: ['first-region'] }),
        tone: z
          .enum(['worked', 'mixed', 'failed', 'open'])
          .optional()
          .meta({ title: 'Tone', description: 'For outcomes: how the page colours it.', examples: ['mixed'] }),
        sensitive: z
          .boolean()
          .optional()
          .meta({ title: 'Keep places vague', description: 'For topics: pages about it may not give an exact place.', examples: [true] }),
        url: webAddress()
          .optional()
          .meta({ title: 'Address', description: 'For licences: where the text stands.', examples: ['https://creativecommons.org/licenses/by/4.0/'] }),
      }),
    )
    .min(1)
    .meta({ title: 'Items', description: 'The items of the list, in the order readers see.', examples: [[{ id: 'first-region', label: 'The first region' }]] }),
});

export type Vocabulary = z.infer<typeof vocabularySchema>;
export type VocabularyItem = Vocabulary['items'][number];
/** All vocabularies by name; a missing file is an empty list. */
export type Vocabularies = Record<VocabularyName, Vocabulary>;

/** Whether a garden has this list. One without a file is empty; one that nobody looked for counts as there. */
export function hasVocabulary(vocabularies: Partial<Vocabularies>, name: string): boolean {
  return vocabularies[name as VocabularyName]?.items.length !== 0;
}
