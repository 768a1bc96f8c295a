import { z } from 'zod';
import { every } from './base.ts';
import { line, partialDate, plainDate, prose, webAddress } from './fields.ts';
import { header } from './header.ts';
import { defineKind } from './kind.ts';
import { SEEN, SOURCE_TYPE, VOICE } from './labels.ts';

export const sources = defineKind({
  name: 'sources',
  one: 'source',
  many: 'sources',
  heading: 'Sources',
  about: 'Everything the garden leans on, with what kind of voice it is and which pages cite it.',
  body: 'optional',
  form: { first: ['title', 'type', 'voice', 'authors', 'year', 'url', 'summary'] },
  fields: header({
    ...every,
    title: line(2, 240).meta({ title: 'Title', description: 'The title of the work, as it stands there.', examples: ['How groups of volunteers last'] }),
    summary: prose(400, 10)
      .optional()
      .meta({ title: 'Summary', description: 'What it is and what the garden uses it for.', examples: ['A study of 40 groups over ten years.'] }),
    type: z
      .enum(['paper', 'report', 'web', 'book', 'thesis', 'law', 'news', 'dataset', 'video'])
      .meta({ title: 'Type', labels: SOURCE_TYPE, description: 'What kind of work it is.', examples: ['web'] }),
    voice: z.enum(['peer-reviewed', 'official', 'project', 'news', 'encyclopedia', 'industry', 'personal']).meta({
      title: 'Whose voice',
      labels: Object.fromEntries(Object.entries(VOICE).map(([id, { label }]) => [id, label])),
      description: 'Who speaks: reviewed science, an authority, a project about itself, a newspaper, and so on.',
      examples: ['official'],
    }),
    authors: z
      .array(line(2, 120))
      .max(20)
      .optional()
      .meta({ title: 'Authors', one: 'author', description: 'People or bodies, in order.', examples: [['The local council']] }),
    year: partialDate()
      .optional()
      .meta({ title: 'Year', description: 'When it was published: a year, month or day.', examples: ['2024'] }),
    publisher: line(2, 160)
      .optional()
      .meta({ title: 'Published by', description: 'Journal, publisher or site.', examples: ['Journal of Good Examples 39(2)'] }),
    doi: z
      .string()
      .regex(/^10\.\d{4,9}\/\S+$/, 'must be a DOI that starts with 10.')
      .optional()
      .meta({ title: 'DOI', description: 'The digital object identifier, without https://doi.org/.', examples: ['10.1111/aec.12147'] }),
    url: webAddress()
      .optional()
      .meta({ title: 'Address', description: 'Where it can be read.', examples: ['https://example.org/'] }),
    archive_url: webAddress()
      .optional()
      .meta({ title: 'Archived copy', description: 'A copy in an archive, for when the address dies.', examples: ['https://web.archive.org/'] }),
    accessed: plainDate()
      .optional()
      .meta({ title: 'Read on', description: 'The day it was last read for this garden.', examples: ['2026-11-01'] }),
    seen: z
      .enum(['full', 'abstract', 'part', 'not-seen'])
      .default('full')
      .meta({ title: 'How much was read', labels: SEEN, description: 'Whether the editors read the whole, the abstract, or only a part.', examples: ['abstract'] }),
    note: prose(400)
      .optional()
      .meta({
        title: 'Read with care',
        description: 'What a reader should know about it: an interest, a retraction, a disagreement.',
        examples: ['Paid for by a firm that sells what it writes about.'],
      }),
  }),
});
