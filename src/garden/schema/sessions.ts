import { z } from 'zod';
import { authored, facets, picture, skill } from './base.ts';
import { line, prose, ref, refAny } from './fields.ts';
import { header } from './header.ts';
import { defineKind } from './kind.ts';
import { ACTIVITY, PER, SETTING } from './labels.ts';

export const sessions = defineKind({
  name: 'sessions',
  one: 'session',
  many: 'sessions',
  heading: 'Sessions',
  about: 'One sitting each: what people learn, minute by minute, with materials and facilitator notes.',
  body: 'required',
  form: { first: ['title', 'summary', 'minutes', 'setting', 'objectives', 'activities', 'materials', 'uses_guides', 'credits', 'cover'] },
  fields: header({
    ...authored,
    ...facets,
    ...picture,
    minutes: z
      .number()
      .int()
      .min(5)
      .max(600)
      .meta({ title: 'Minutes', description: 'Length of the whole session in minutes.', examples: [120] }),
    setting: z.enum(['indoors', 'outdoors', 'both', 'online']).meta({ title: 'Setting', labels: SETTING, description: 'Where it happens.', examples: ['both'] }),
    objectives: z
      .array(line(10, 200))
      .min(1)
      .max(6)
      .meta({ title: 'Outcomes', one: 'outcome', description: 'What people can do afterwards. Start each with a verb.', examples: [['Name what you want and what you would see if it worked']] }),
    activities: z
      .array(
        z.strictObject({
          minutes: z
            .number()
            .int()
            .min(1)
            .max(600)
            .meta({ title: 'Minutes', description: 'How long it takes.', examples: [20] }),
          what: line(3, 200).meta({ title: 'What', description: 'What people do.', examples: ['Draw a map of your place from memory'] }),
          type: z
            .enum(['talk', 'demo', 'practice', 'discussion', 'field', 'break', 'assessment'])
            .meta({ title: 'Type', labels: ACTIVITY, description: 'What kind of activity it is.', examples: ['practice'] }),
        }),
      )
      .min(1)
      .max(20)
      .meta({
        title: 'Run sheet',
        one: 'activity',
        description: 'Activities in order. Their minutes add up to the length of the session.',
        examples: [[{ minutes: 20, what: 'Draw a map of your place from memory', type: 'practice' }]],
      }),
    materials: z
      .array(
        z.strictObject({
          item: line(2, 120).meta({ title: 'Item', description: 'What to bring.', examples: ['A3 paper'] }),
          quantity: z
            .number()
            .min(0)
            .max(1000)
            .optional()
            .meta({ title: 'How many', description: 'How many for each.', examples: [1] }),
          per: z.enum(['person', 'pair', 'group']).meta({ title: 'For each', labels: PER, description: 'Person, pair or whole group.', examples: ['pair'] }),
        }),
      )
      .max(20)
      .optional()
      .meta({ title: 'Materials', one: 'thing', description: 'What to bring, for each person, pair or group.', examples: [[{ item: 'A3 paper', quantity: 1, per: 'pair' }]] }),
    uses_guides: z
      .array(ref('guides'))
      .max(8)
      .optional()
      .meta({ title: 'Guides used', description: 'Guides that people read or work with.', examples: [['run-a-first-meeting']] }),
    uses_cases: z
      .array(ref('case-studies'))
      .max(8)
      .optional()
      .meta({ title: 'Cases used', description: 'Case studies that people discuss.', examples: [['a-first-year']] }),
    requires: z
      .array(refAny('sessions', 'guides'))
      .max(8)
      .optional()
      .meta({ title: 'Comes after', description: 'Sessions or guides to do first, as kind/file-name.', examples: [['sessions/why-we-meet']] }),
    capabilities: z
      .array(skill)
      .max(8)
      .optional()
      .meta({ title: 'Skills', one: 'skill', description: 'Skills the session builds, and to which level.', examples: [[{ capability: 'plan-a-job', level: 2 }]] }),
    between: prose(400)
      .optional()
      .meta({ title: 'Before the next session', description: 'A practice task to do in between.', examples: ['Ask three people who did not come what would bring them.'] }),
    shows: prose(400)
      .optional()
      .meta({ title: 'Show what you can do', description: 'How people show what they learned.', examples: ['Explain your plan to somebody who does not know the group.'] }),
    risk_notes: z
      .array(line(3, 200))
      .max(10)
      .optional()
      .meta({ title: 'Risk notes', one: 'note', description: 'What to watch, above all outdoors.', examples: [['Steps in the dark: bring a lamp']] }),
  }).check((ctx) => {
    const sum = ctx.value.activities.reduce((total, activity) => total + activity.minutes, 0);
    if (sum !== ctx.value.minutes) {
      ctx.issues.push({ code: 'custom', input: ctx.value.minutes, path: ['minutes'], message: `The activities add up to ${sum} minutes, but the session says ${ctx.value.minutes}.` });
    }
  }),
});
