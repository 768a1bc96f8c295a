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
    .meta({ title: 'Scheme', description: 'The published scheme the codes come from.', examples: ['IUCN–CMP Unified Classification of Direct Threats'] }),
  version: line(1, 40)
    .optional()
    .meta({ title: 'Version', description: 'The version of that scheme.', examples: ['3.2'] }),
  url: webAddress()
    .optional()
    .meta({ title: 'Address', description: 'Where the scheme is published.', examples: ['https://conservationstandards.org/'] }),
  items: z
    .array(
      z.strictObject({
        id: z
          .string()
          .min(1)
          .max(60)
          .regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, 'must be letters, digits, dots and hyphens')
          .meta({ title: 'Id', description: 'What entries write.', examples: ['nz-wgn'] }),
        label: line(1, 90).meta({ title: 'Label', description: 'What readers see.', examples: ['Wellington'] }),
        about: prose(300)
          .optional()
          .meta({ title: 'About', description: 'One sentence for readers.', examples: ['The lower North Island around Te Whanganui-a-Tara.'] }),
        within: z
          .string()
          .optional()
          .meta({ title: 'Within', description: 'The id of the wider item it is part of.', examples: ['nz'] }),
        tone: z
          .enum(['worked', 'mixed', 'failed', 'open'])
          .optional()
          .meta({ title: 'Tone', description: 'For outcomes: how the page colours it.', examples: ['mixed'] }),
        url: webAddress()
          .optional()
          .meta({ title: 'Address', description: 'For licences: where the text stands.', examples: ['https://creativecommons.org/licenses/by/4.0/'] }),
      }),
    )
    .min(1)
    .meta({ title: 'Items', description: 'The items of the list, in the order readers see.', examples: [[{ id: 'nz', label: 'Aotearoa New Zealand' }]] }),
});

export type Vocabulary = z.infer<typeof vocabularySchema>;
export type VocabularyItem = Vocabulary['items'][number];
/** All vocabularies by name; a missing file is an empty list. */
export type Vocabularies = Record<VocabularyName, Vocabulary>;
