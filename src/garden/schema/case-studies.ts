import { z } from 'zod';
import { authored, facets, picture, skill, sources } from './base.ts';
import { line, oneOf, partialDate, plainDate, prose, ref } from './fields.ts';
import { header } from './header.ts';
import { defineKind } from './kind.ts';
import { AGAIN, BASIS, CASE_FORM, COMPARISON, HOW, METHOD, PRECISION, SCALE } from './labels.ts';

/** What a full case study says and a snapshot may leave for later. */
const FULL = [
  ['problem', 'what was wrong, and why it mattered'],
  ['what_we_did', 'the action, in a few sentences'],
  ['would_do_again', 'what they say themselves, or "not-known"'],
] as const;

export const caseStudies = defineKind({
  name: 'case-studies',
  one: 'case study',
  many: 'case studies',
  heading: 'Case studies',
  about: 'What was tried in one place, what happened and why. Set-backs and failures stand beside successes.',
  body: 'optional',
  form: {
    first: ['title', 'summary', 'applied', 'place', 'started', 'outcome', 'outcome_summary', 'why', 'lessons', 'basis', 'consent', 'sources', 'credits', 'cover'],
    full: ['form', 'problem', 'what_we_did', 'would_do_again', 'measures', 'unintended', 'cost', 'advice', 'ended', 'scale', 'led_by', 'capabilities'],
  },
  fields: header({
    ...authored,
    ...facets,
    ...picture,
    form: z
      .enum(['snapshot', 'full'])
      .meta({ title: 'Form', labels: CASE_FORM, description: 'A snapshot is short and can grow into a full case study later.', examples: ['full'], initial: 'snapshot' }),
    basis: z.enum(['own-experience', 'published-sources']).meta({
      title: 'Told from',
      labels: BASIS,
      description: 'Own experience needs consent; published sources need to be named, and the page says that the people in it have not reviewed it.',
      examples: ['published-sources'],
      initial: 'own-experience',
    }),
    applied: z
      .array(
        z.strictObject({
          guide: ref('guides').meta({ title: 'Guide', description: 'A guide that was put to use, by its file name.', ref: ['guides'], examples: ['run-a-first-meeting'] }),
          how: z.enum(['as-written', 'adapted', 'partly']).meta({ title: 'How', labels: HOW, description: 'As the guide says, adapted to the place, or only part of it.', examples: ['adapted'] }),
          outcome: oneOf('outcomes')
            .optional()
            .meta({ title: 'How that part went', description: 'Only where this part went otherwise than the whole.', examples: ['mixed'] }),
          changes: prose(300)
            .optional()
            .meta({ title: 'What was changed', description: 'What was done otherwise than the guide says.', examples: ['We met at noon instead of in the evening.'] }),
        }),
      )
      .min(1)
      .max(6)
      .meta({
        title: 'Guides applied',
        one: 'guide',
        description: 'Which guides it bears on. The case then shows on those guides.',
        examples: [[{ guide: 'run-a-first-meeting', how: 'adapted' }]],
      }),
    place: z
      .strictObject({
        name: line(2, 90).meta({ title: 'Place', description: 'A public name, no finer than the district where anything needs protection.', examples: ['The east side of the town'] }),
        region: oneOf('regions').meta({ title: 'Region', description: 'The region it lies in.', examples: ['first-region'] }),
        precision: z.enum(['region', 'district', 'site']).meta({ title: 'How exact', labels: PRECISION, description: 'How finely the place is given here.', examples: ['district'] }),
      })
      .meta({ title: 'Where', description: 'Where it happened, as finely as is safe.', examples: [{ name: 'The east side of the town', region: 'first-region', precision: 'district' }] }),
    started: partialDate().meta({ title: 'Started', description: 'Year, month or day.', examples: ['2019'] }),
    ended: partialDate()
      .optional()
      .meta({ title: 'Ended', description: 'Year, month or day; leave it out if it goes on.', examples: ['2023-11'] }),
    scale: z
      .enum(['site', 'local', 'landscape', 'regional'])
      .optional()
      .meta({ title: 'Scale', labels: SCALE, description: 'How large the work was.', examples: ['local'] }),
    led_by: line(2, 160)
      .optional()
      .meta({ title: 'Who did it', description: 'Groups or bodies, as the sources name them.', examples: ['The group itself'] }),
    problem: prose(500, 20)
      .optional()
      .meta({
        title: 'The problem',
        description: 'What was wrong, and why it mattered. A full case study needs it.',
        examples: ['People came once and did not come back, so the same four did all the work.'],
      }),
    what_we_did: prose(700, 20)
      .optional()
      .meta({
        title: 'What was done',
        description: 'The action, in a few sentences. A full case study needs it.',
        examples: ['Each meeting ended with one small job for everybody who wanted one, and a date.'],
      }),
    outcome: oneOf('outcomes').meta({ title: 'Outcome', description: 'How it went, graded honestly.', examples: ['mixed'] }),
    outcome_summary: prose(400, 20).meta({
      title: 'What happened',
      description: 'The result in one or two sentences, with numbers.',
      examples: ['Eleven of 20 people came back; it took a year until others led.'],
    }),
    measures: z
      .array(
        z.strictObject({
          indicator: line(3, 120).meta({ title: 'What was measured', description: 'The thing that was counted.', examples: ['People at each meeting'] }),
          before: line(1, 60)
            .optional()
            .meta({ title: 'Before', description: 'The figure before, with its year.', examples: ['12 % (2021)'] }),
          after: line(1, 60)
            .optional()
            .meta({ title: 'After', description: 'The figure after, with its year.', examples: ['55 % (2023)'] }),
          unit: line(1, 60)
            .optional()
            .meta({ title: 'Unit', description: 'The unit of both figures.', examples: ['% of those who came'] }),
          method: z
            .enum(['measured', 'estimated', 'observed', 'reported'])
            .meta({ title: 'How known', labels: METHOD, description: 'Measured by a repeatable method, estimated, observed, or only reported by the project.', examples: ['measured'] }),
          comparison: z
            .enum(['control', 'before-after', 'none'])
            .meta({ title: 'Compared with', labels: COMPARISON, description: 'A control site, the time before, or nothing.', examples: ['before-after'] }),
          source: ref('sources')
            .optional()
            .meta({ title: 'Source', description: 'Where the figures stand.', ref: ['sources'], examples: ['author-2024'] }),
        }),
      )
      .max(10)
      .optional()
      .meta({
        title: 'Before and after',
        one: 'figure',
        description: 'Figures, each with how it is known.',
        examples: [[{ indicator: 'People at each meeting', before: '4 (2021)', after: '11 (2022)', method: 'measured', comparison: 'before-after' }]],
      }),
    unintended: prose(500)
      .optional()
      .meta({ title: 'What nobody intended', description: 'Side effects, good or bad.', examples: ['The meetings grew too large for the room.'] }),
    why: prose(700, 20).meta({
      title: 'Why it went that way',
      description: 'The best explanation there is, and how sure you are.',
      examples: ['People come back when they have something to do.'],
    }),
    lessons: z
      .array(line(10, 240))
      .min(1)
      .max(6)
      .meta({ title: 'Lessons', one: 'lesson', description: 'What others can use.', examples: [['Say early that it will take a year.']] }),
    cost: z
      .strictObject({
        amount: z
          .number()
          .min(0)
          .optional()
          .meta({ title: 'Amount', description: 'Money spent, in the currency below.', examples: [10000] }),
        currency: z
          .enum(['NZD', 'AUD', 'USD'])
          .optional()
          .meta({ title: 'Currency', description: 'NZD, AUD or USD.', examples: ['NZD'] }),
        year: z
          .number()
          .int()
          .min(1900)
          .max(2100)
          .optional()
          .meta({ title: 'Year of the money', description: 'So that readers can allow for inflation.', examples: [2015] }),
        hours: z
          .number()
          .min(0)
          .optional()
          .meta({ title: 'Volunteer hours', description: 'Unpaid hours, if counted.', examples: [755] }),
        note: prose(300)
          .optional()
          .meta({ title: 'What it covers', description: 'What the figure holds and leaves out.', examples: ['Room and food only; not the time of those who led.'] }),
      })
      .optional()
      .meta({ title: 'Cost', description: 'What it cost, as far as is public.', examples: [{ amount: 10000, currency: 'NZD', year: 2015 }] }),
    would_do_again: z
      .enum(['yes', 'with-changes', 'no', 'not-known'])
      .optional()
      .meta({ title: 'Would they do it again?', labels: AGAIN, description: 'As they say it themselves; "not-known" when no source says. A full case study needs it.', examples: ['with-changes'] }),
    advice: prose(500)
      .optional()
      .meta({ title: 'Advice', description: 'What they would tell others, or what they changed.', examples: ['Have somebody at the door who knows every name.'] }),
    capabilities: z
      .array(skill)
      .max(8)
      .optional()
      .meta({ title: 'Skills it took', one: 'skill', description: 'Skills that decided how it went.', examples: [[{ capability: 'plan-a-job', level: 3 }]] }),
    sources: sources.meta({ title: 'Sources', description: 'Where the story comes from. Needed when it is told from published sources.', examples: [['author-2024']] }),
    consent: z
      .strictObject({
        given_by: line(2, 120).meta({ title: 'Given by', description: 'Who agreed that this is published.', examples: ['The group’s committee'] }),
        on: plainDate().meta({ title: 'On', description: 'The day they agreed.', examples: ['2026-05-03'] }),
        covers: line(3, 200).meta({ title: 'What it covers', description: 'Text, figures, pictures, names.', examples: ['Text and figures, no photographs'] }),
      })
      .optional()
      .meta({ title: 'Consent', description: 'Needed when the case is told from own experience.', examples: [{ given_by: 'The group’s committee', on: '2026-05-03', covers: 'Text and figures' }] }),
  }).check((ctx) => {
    const { form, basis, consent, sources: cited } = ctx.value;
    for (const [name, what] of form === 'full' ? FULL : []) {
      if (ctx.value[name] === undefined) ctx.issues.push({ code: 'custom', input: undefined, path: [name], message: `A full case study needs "${name}": ${what}.` });
    }
    if (basis === 'own-experience' && !consent) {
      ctx.issues.push({
        code: 'custom',
        input: basis,
        path: ['basis'],
        message: 'A case from own experience needs "consent": who agreed, when, and to what.',
        params: { rule: 'missing-consent', suggestion: 'Ask the people it tells of, then add "consent" with "given_by", "on" and "covers".' },
      });
    }
    if (basis === 'published-sources' && !cited?.length) {
      ctx.issues.push({ code: 'custom', input: basis, path: ['basis'], message: 'A case told from published sources needs "sources": where the story comes from.' });
    }
  }),
});
