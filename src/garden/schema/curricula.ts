import { z } from 'zod';
import { authored, facets, picture } from './base.ts';
import { line, prose, ref, refAny } from './fields.ts';
import { header } from './header.ts';
import { defineKind } from './kind.ts';
import { FORMAT } from './labels.ts';

export const curricula = defineKind({
  name: 'curricula',
  one: 'curriculum',
  many: 'curricula',
  heading: 'Learn',
  about: 'Courses that a peer can run without a fee: sessions in order, with times, materials and facilitator notes.',
  body: 'required',
  form: { first: ['title', 'summary', 'audience', 'outcomes', 'format', 'modules', 'capabilities', 'credits', 'cover'] },
  fields: header({
    ...authored,
    ...facets,
    ...picture,
    audience: prose(300, 10).meta({ title: 'Who it is for', description: 'Who should come, and what they can do already.', examples: ['Volunteers about to lead a group.'] }),
    outcomes: z
      .array(line(10, 200))
      .min(1)
      .max(10)
      .meta({
        title: 'You will be able to',
        one: 'outcome',
        description: 'What people can do afterwards. Start each with a verb that can be seen.',
        examples: [['Draft a plan for a first meeting and try it on two people']],
      }),
    capabilities: z
      .array(
        z.strictObject({
          capability: ref('capabilities').meta({ title: 'Skill', description: 'A skill the course builds.', ref: ['capabilities'], examples: ['plan-a-job'] }),
          from: z
            .number()
            .int()
            .min(1)
            .max(4)
            .meta({ title: 'From level', description: 'Where people start: 1 curious, 2 helped, 3 able, 4 guides others.', examples: [1] }),
          to: z
            .number()
            .int()
            .min(1)
            .max(4)
            .meta({ title: 'To level', description: 'Where they end.', examples: [3] }),
        }),
      )
      .min(1)
      .max(10)
      .meta({ title: 'Skills built', one: 'skill', description: 'Skills the course builds, from which level to which.', examples: [[{ capability: 'plan-a-job', from: 1, to: 3 }]] }),
    format: z.enum(['in-person', 'online', 'hybrid', 'self']).meta({ title: 'Format', labels: FORMAT, description: 'How people meet.', examples: ['in-person'] }),
    group_size: z
      .strictObject({
        min: z
          .number()
          .int()
          .min(1)
          .max(500)
          .meta({ title: 'At least', description: 'The smallest group it works with.', examples: [4] }),
        max: z
          .number()
          .int()
          .min(1)
          .max(500)
          .meta({ title: 'At most', description: 'The largest group one facilitator can hold.', examples: [12] }),
      })
      .optional()
      .meta({ title: 'Group size', description: 'How many people it suits.', examples: [{ min: 4, max: 12 }] }),
    span: line(2, 60)
      .optional()
      .meta({ title: 'Spread over', description: 'Over how long the sessions are spread.', examples: ['10 weeks'] }),
    before_you_start: z
      .array(line(3, 200))
      .max(8)
      .optional()
      .meta({ title: 'Before you start', one: 'thing', description: 'What people bring or have done.', examples: [['Have been to a meeting']] }),
    requires: z
      .array(refAny('curricula', 'guides', 'sessions'))
      .max(8)
      .optional()
      .meta({ title: 'Prerequisites', description: 'Entries to know first, as kind/file-name.', examples: [['guides/run-a-first-meeting']] }),
    modules: z
      .array(
        z.strictObject({
          title: line(2, 90).meta({ title: 'Module', description: 'Name of this part.', examples: ['See the place'] }),
          aim: line(3, 200)
            .optional()
            .meta({ title: 'Aim', description: 'What this part is for.', examples: ['Know what you want before you choose how.'] }),
          sessions: z
            .array(ref('sessions'))
            .min(1)
            .max(20)
            .meta({ title: 'Sessions', description: 'Sessions in order, by file name. A session may come from another curriculum.', ref: ['sessions'], examples: [['why-we-meet']] }),
        }),
      )
      .min(1)
      .max(20)
      .meta({ title: 'Modules', one: 'module', description: 'The parts of the course in order, each with its sessions.', examples: [[{ title: 'See the place', sessions: ['why-we-meet'] }]] }),
    shows: prose(400)
      .optional()
      .meta({ title: 'Show what you can do', description: 'How people show what they learned.', examples: ['A plan of one page, reviewed by two peers.'] }),
  }),
});
