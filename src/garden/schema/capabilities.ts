import { z } from 'zod';
import { every, sources } from './base.ts';
import { line, prose, ref } from './fields.ts';
import { header } from './header.ts';
import { defineKind } from './kind.ts';
import { FAMILY } from './labels.ts';

export const capabilities = defineKind({
  name: 'capabilities',
  one: 'skill',
  many: 'skills',
  heading: 'Skills',
  about: 'What people need to be able to do, and where each skill is used and taught.',
  body: 'optional',
  form: { first: ['title', 'summary', 'category', 'levels'] },
  fields: header({
    ...every,
    category: z
      .enum(['field-craft', 'knowing', 'planning', 'people', 'rights', 'organisation', 'change'])
      .meta({ title: 'Family', labels: FAMILY, description: 'The family of skills it belongs to.', examples: ['field-craft'] }),
    levels: z
      .array(
        z.strictObject({
          level: z
            .number()
            .int()
            .min(1)
            .max(4)
            .meta({ title: 'Level', description: '1 curious, 2 helped, 3 able, 4 guides others.', examples: [3] }),
          can_do: line(10, 240).meta({
            title: 'Can do',
            description: 'What somebody at this level can do, as a sentence that starts with a verb.',
            examples: ['Draft a plan for a job and say why it goes in this order.'],
          }),
        }),
      )
      .min(1)
      .max(4)
      .meta({ title: 'Levels', one: 'level', description: 'What people can do at each level.', examples: [[{ level: 1, can_do: 'Explain why a job has this order.' }]] }),
    need: prose(400)
      .optional()
      .meta({ title: 'Why it is needed', description: 'Where the need for this skill shows.', examples: ['Groups ask for technical help after money.'] }),
    sources: sources.meta({ title: 'Sources', description: 'Where the need is shown.', examples: [['author-2024']] }),
    related: z
      .array(ref('capabilities'))
      .max(8)
      .optional()
      .meta({ title: 'Related skills', description: 'Skills that go with this one.', examples: [['lead-a-meeting']] }),
  }),
});
