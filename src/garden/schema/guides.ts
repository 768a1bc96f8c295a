import { z } from 'zod';
import { authored, facets, picture, skill, sources } from './base.ts';
import { line, prose, ref, webAddress } from './fields.ts';
import { header } from './header.ts';
import { defineKind } from './kind.ts';
import { COST, GRADE, LEVEL } from './labels.ts';

export const guides = defineKind({
  name: 'guides',
  one: 'guide',
  many: 'guides',
  heading: 'Guides',
  about: 'How to do one job, with the places where it was tried and how it went there.',
  body: 'required',
  form: { first: ['title', 'summary', 'purpose', 'level', 'key_messages', 'topics', 'regions', 'capabilities', 'evidence', 'credits', 'cover'] },
  fields: header({
    ...authored,
    ...facets,
    ...picture,
    purpose: prose(400, 20).meta({
      title: 'When to use it',
      description: 'What the guide is for, and who it is for.',
      examples: ['For a group that is about to meet for the first time and has one evening.'],
    }),
    not_for: prose(400)
      .optional()
      .meta({ title: 'When not to use it', description: 'The jobs and places this guide does not fit.', examples: ['Not for meetings that have to decide by law.'] }),
    level: z
      .enum(['starter', 'practised', 'specialist'])
      .meta({ title: 'Level', labels: LEVEL, description: 'Who can follow it: anybody, somebody with practice, or a specialist.', examples: ['starter'] }),
    time: line(2, 60)
      .optional()
      .meta({ title: 'Time', description: 'How long the job takes, in words.', examples: ['Half a day to plan, an evening to run'] }),
    crew: z
      .strictObject({
        min: z
          .number()
          .int()
          .min(1)
          .max(500)
          .meta({ title: 'At least', description: 'The smallest crew that can do it.', examples: [2] }),
        max: z
          .number()
          .int()
          .min(1)
          .max(500)
          .optional()
          .meta({ title: 'At most', description: 'The largest useful crew.', examples: [4] }),
      })
      .optional()
      .meta({ title: 'People', description: 'How many people the job needs.', examples: [{ min: 2, max: 4 }] }),
    season: line(2, 90)
      .optional()
      .meta({ title: 'Season', description: 'When in the year, in words, with the months.', examples: ['Late autumn to winter (May to August)'] }),
    cost_band: z
      .enum(['free', 'under-100', 'under-1000', 'under-10000', 'more'])
      .optional()
      .meta({ title: 'Cost', labels: COST, description: 'What one group spends to do this once, in local dollars.', examples: ['under-1000'] }),
    kit: z
      .array(
        z.strictObject({
          item: line(2, 80).meta({ title: 'Item', description: 'What to bring.', examples: ['Large sheets of paper'] }),
          quantity: line(1, 40)
            .optional()
            .meta({ title: 'How many', description: 'How many or how much.', examples: ['1 per pair'] }),
          note: line(2, 160)
            .optional()
            .meta({ title: 'Note', description: 'Anything to know about it.', examples: ['thick enough not to bleed through'] }),
        }),
      )
      .max(20)
      .optional()
      .meta({ title: 'Kit', one: 'thing', description: 'What to bring.', examples: [[{ item: 'Thick pens' }]] }),
    hazards: z
      .array(line(3, 160))
      .max(12)
      .optional()
      .meta({ title: 'Hazards', one: 'hazard', description: 'What can hurt people, animals or the place.', examples: [['Sharp tools: wear gloves']] }),
    permits: z
      .array(
        z.strictObject({
          what: line(3, 200).meta({ title: 'What to check', description: 'The permission or law.', examples: ['Permission of the owner of the place'] }),
          authority: line(2, 100)
            .optional()
            .meta({ title: 'Who to ask', description: 'Who gives it.', examples: ['The local council'] }),
          url: webAddress()
            .optional()
            .meta({ title: 'Address', description: 'Where to read more.', examples: ['https://example.org/'] }),
        }),
      )
      .max(12)
      .optional()
      .meta({ title: 'Law and permits', one: 'permit', description: 'What to check before you start.', examples: [[{ what: 'Permission of the owner of the place' }]] }),
    key_messages: z
      .array(line(10, 200))
      .min(2)
      .max(6)
      .meta({
        title: 'Key messages',
        one: 'message',
        description: 'Two to six things to remember if you read nothing else.',
        examples: [['Agree on one thing to do before you part.', 'Try the plan on a small part before you do it all.']],
      }),
    requires: z
      .array(ref('guides'))
      .max(8)
      .optional()
      .meta({ title: 'Read first', description: 'Guides that this one builds on.', examples: [['find-a-room']] }),
    follow_ups: z
      .array(ref('guides'))
      .max(8)
      .optional()
      .meta({ title: 'Read next', description: 'Guides that follow from this one.', examples: [['keep-a-group-going']] }),
    capabilities: z
      .array(skill)
      .min(1)
      .max(8)
      .meta({ title: 'Skills', one: 'skill', description: 'Skills the guide uses and builds.', examples: [[{ capability: 'plan-a-job', level: 2 }]] }),
    evidence: z
      .strictObject({
        grade: z
          .enum(['strong', 'moderate', 'weak', 'contested', 'none-found'])
          .meta({ title: 'Published evidence', labels: GRADE, description: 'How well published studies support the advice as a whole.', examples: ['moderate'] }),
        summary: prose(500, 20).meta({
          title: 'What the evidence says',
          description: 'In one or two sentences, with what is not known.',
          examples: ['The advice comes from official guidance; few studies test it in groups of volunteers.'],
        }),
        harms: prose(400)
          .optional()
          .meta({ title: 'Harms', description: 'What the action can harm.', examples: ['People who speak little can be passed over.'] }),
        sources: sources.meta({ title: 'Sources', description: 'Where the grade comes from.', examples: [['author-2024']] }),
      })
      .meta({
        title: 'Evidence',
        description: 'What published work says about this practice. Local experience is shown beside it, from case studies.',
        examples: [{ grade: 'moderate', summary: 'The advice comes from official guidance; few studies test it.', sources: ['author-2024'] }],
      }),
    outcome_indicators: z
      .array(
        z.strictObject({
          name: line(3, 120).meta({ title: 'Measure', description: 'What to measure to know whether it works.', examples: ['People who come back'] }),
          unit: line(1, 60)
            .optional()
            .meta({ title: 'Unit', description: 'In which unit.', examples: ['% of those who came'] }),
          how: line(3, 200)
            .optional()
            .meta({ title: 'How', description: 'How to measure it.', examples: ['Count names at each meeting'] }),
        }),
      )
      .max(6)
      .optional()
      .meta({ title: 'How you will know', one: 'measure', description: 'Measures that show whether it works.', examples: [[{ name: 'People who come back', unit: '% of those who came' }]] }),
  }),
});
