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
      examples: ['For a group that is about to buy its first traps and has a block to cover.'],
    }),
    not_for: prose(400)
      .optional()
      .meta({ title: 'When not to use it', description: 'The jobs and places this guide does not fit.', examples: ['Not for islands or fenced sanctuaries, where one survivor matters.'] }),
    level: z
      .enum(['starter', 'practised', 'specialist'])
      .meta({ title: 'Level', labels: LEVEL, description: 'Who can follow it: anybody, somebody with practice, or a specialist.', examples: ['starter'] }),
    time: line(2, 60)
      .optional()
      .meta({ title: 'Time', description: 'How long the job takes, in words.', examples: ['Half a day to plan, a day to lay out'] }),
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
          item: line(2, 80).meta({ title: 'Item', description: 'What to bring.', examples: ['GPS or phone with an offline map'] }),
          quantity: line(1, 40)
            .optional()
            .meta({ title: 'How many', description: 'How many or how much.', examples: ['1 per pair'] }),
          note: line(2, 160)
            .optional()
            .meta({ title: 'Note', description: 'Anything to know about it.', examples: ['charged, with the tracks downloaded'] }),
        }),
      )
      .max(20)
      .optional()
      .meta({ title: 'Kit', one: 'thing', description: 'What to bring.', examples: [[{ item: 'Flagging tape' }]] }),
    hazards: z
      .array(line(3, 160))
      .max(12)
      .optional()
      .meta({ title: 'Hazards', one: 'hazard', description: 'What can hurt people, animals or the place.', examples: [['Leptospirosis: wear gloves']] }),
    permits: z
      .array(
        z.strictObject({
          what: line(3, 200).meta({ title: 'What to check', description: 'The permission or law.', examples: ['Permission of every landholder'] }),
          authority: line(2, 100)
            .optional()
            .meta({ title: 'Who to ask', description: 'Who gives it.', examples: ['Department of Conservation'] }),
          url: webAddress()
            .optional()
            .meta({ title: 'Address', description: 'Where to read more.', examples: ['https://www.doc.govt.nz/'] }),
        }),
      )
      .max(12)
      .optional()
      .meta({ title: 'Law and permits', one: 'permit', description: 'What to check before you start.', examples: [[{ what: 'Permission of every landholder' }]] }),
    key_messages: z
      .array(line(10, 200))
      .min(2)
      .max(6)
      .meta({
        title: 'Key messages',
        one: 'message',
        description: 'Two to six things to remember if you read nothing else.',
        examples: [['Every animal you target should meet a device inside its home range.', 'Test the plan on one line before you lay it all.']],
      }),
    requires: z
      .array(ref('guides'))
      .max(8)
      .optional()
      .meta({ title: 'Read first', description: 'Guides that this one builds on.', examples: [['read-tracking-tunnels']] }),
    follow_ups: z
      .array(ref('guides'))
      .max(8)
      .optional()
      .meta({ title: 'Read next', description: 'Guides that follow from this one.', examples: [['run-a-humane-trap-line']] }),
    capabilities: z
      .array(skill)
      .min(1)
      .max(8)
      .meta({ title: 'Skills', one: 'skill', description: 'Skills the guide uses and builds.', examples: [[{ capability: 'trap-network-design', level: 2 }]] }),
    evidence: z
      .strictObject({
        grade: z
          .enum(['strong', 'moderate', 'weak', 'contested', 'none-found'])
          .meta({ title: 'Published evidence', labels: GRADE, description: 'How well published studies support the advice as a whole.', examples: ['moderate'] }),
        summary: prose(500, 20).meta({
          title: 'What the evidence says',
          description: 'In one or two sentences, with what is not known.',
          examples: ['Spacing rules come from official guidance built on trials; few studies test whole community networks.'],
        }),
        harms: prose(400)
          .optional()
          .meta({ title: 'Harms', description: 'What the action can harm.', examples: ['Non-target birds can be caught in open traps.'] }),
        sources: sources.meta({ title: 'Sources', description: 'Where the grade comes from.', examples: [['doc-spacing']] }),
      })
      .meta({
        title: 'Evidence',
        description: 'What published work says about this practice. Local experience is shown beside it, from case studies.',
        examples: [{ grade: 'moderate', summary: 'Spacing rules come from official guidance; few studies test whole networks.', sources: ['doc-spacing'] }],
      }),
    outcome_indicators: z
      .array(
        z.strictObject({
          name: line(3, 120).meta({ title: 'Measure', description: 'What to measure to know whether it works.', examples: ['Tracking rate of rats'] }),
          unit: line(1, 60)
            .optional()
            .meta({ title: 'Unit', description: 'In which unit.', examples: ['% of tunnels'] }),
          how: line(3, 200)
            .optional()
            .meta({ title: 'How', description: 'How to measure it.', examples: ['Tracking tunnels, four times a year'] }),
        }),
      )
      .max(6)
      .optional()
      .meta({ title: 'How you will know', one: 'measure', description: 'Measures that show whether it works.', examples: [[{ name: 'Tracking rate of rats', unit: '% of tunnels' }]] }),
  }),
});
