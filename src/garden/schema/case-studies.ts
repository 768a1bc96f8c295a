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
          guide: ref('guides').meta({ title: 'Guide', description: 'A guide that was put to use, by its file name.', ref: ['guides'], examples: ['lay-out-a-trap-network'] }),
          how: z.enum(['as-written', 'adapted', 'partly']).meta({ title: 'How', labels: HOW, description: 'As the guide says, adapted to the place, or only part of it.', examples: ['adapted'] }),
          outcome: oneOf('outcomes')
            .optional()
            .meta({ title: 'How that part went', description: 'Only where this part went otherwise than the whole.', examples: ['mixed'] }),
          changes: prose(300)
            .optional()
            .meta({ title: 'What was changed', description: 'What was done otherwise than the guide says.', examples: ['Lines were 150 m apart on the steep side.'] }),
        }),
      )
      .min(1)
      .max(6)
      .meta({
        title: 'Guides applied',
        one: 'guide',
        description: 'Which guides it bears on. The case then shows on those guides.',
        examples: [[{ guide: 'lay-out-a-trap-network', how: 'adapted' }]],
      }),
    place: z
      .strictObject({
        name: line(2, 90).meta({ title: 'Place', description: 'A public name, no finer than the district where anything sensitive lives.', examples: ['Miramar Peninsula, Wellington'] }),
        region: oneOf('regions').meta({ title: 'Region', description: 'The region it lies in.', examples: ['nz-wgn'] }),
        precision: z.enum(['region', 'district', 'site']).meta({ title: 'How exact', labels: PRECISION, description: 'How finely the place is given here.', examples: ['district'] }),
      })
      .meta({ title: 'Where', description: 'Where it happened, as finely as is safe.', examples: [{ name: 'Miramar Peninsula, Wellington', region: 'nz-wgn', precision: 'district' }] }),
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
      .meta({ title: 'Who did it', description: 'Groups or bodies, as the sources name them.', examples: ['Predator Free Wellington'] }),
    problem: prose(500, 20)
      .optional()
      .meta({
        title: 'The problem',
        description: 'What was wrong, and why it mattered. A full case study needs it.',
        examples: ['Rats, stoats and weasels kept native birds out of a suburb of 20,000 people.'],
      }),
    what_we_did: prose(700, 20)
      .optional()
      .meta({
        title: 'What was done',
        description: 'The action, in a few sentences. A full case study needs it.',
        examples: ['A grid of bait stations and traps on 100 m spacing, with residents’ consent at each address.'],
      }),
    outcome: oneOf('outcomes').meta({ title: 'Outcome', description: 'How it went, graded honestly.', examples: ['mixed'] }),
    outcome_summary: prose(400, 20).meta({
      title: 'What happened',
      description: 'The result in one or two sentences, with numbers.',
      examples: ['Norway rats, stoats and weasels went; ship rats took four years.'],
    }),
    measures: z
      .array(
        z.strictObject({
          indicator: line(3, 120).meta({ title: 'What was measured', description: 'The thing that was counted.', examples: ['Native birds per five-minute count'] }),
          before: line(1, 60)
            .optional()
            .meta({ title: 'Before', description: 'The figure before, with its year.', examples: ['12 % (2015)'] }),
          after: line(1, 60)
            .optional()
            .meta({ title: 'After', description: 'The figure after, with its year.', examples: ['3 % (2017)'] }),
          unit: line(1, 60)
            .optional()
            .meta({ title: 'Unit', description: 'The unit of both figures.', examples: ['% of tunnels'] }),
          method: z
            .enum(['measured', 'estimated', 'observed', 'reported'])
            .meta({ title: 'How known', labels: METHOD, description: 'Measured by a repeatable method, estimated, observed, or only reported by the project.', examples: ['measured'] }),
          comparison: z
            .enum(['control', 'before-after', 'none'])
            .meta({ title: 'Compared with', labels: COMPARISON, description: 'A control site, the time before, or nothing.', examples: ['before-after'] }),
          source: ref('sources')
            .optional()
            .meta({ title: 'Source', description: 'Where the figures stand.', ref: ['sources'], examples: ['wcc-2023'] }),
        }),
      )
      .max(10)
      .optional()
      .meta({
        title: 'Before and after',
        one: 'figure',
        description: 'Figures, each with how it is known.',
        examples: [[{ indicator: 'Native birds per count', before: '100 (2017)', after: '171 (2022)', method: 'measured', comparison: 'before-after' }]],
      }),
    unintended: prose(500)
      .optional()
      .meta({ title: 'What nobody intended', description: 'Side effects, good or bad.', examples: ['Mice rose once the rats were gone.'] }),
    why: prose(700, 20).meta({
      title: 'Why it went that way',
      description: 'The best explanation there is, and how sure you are.',
      examples: ['Ship rats live in roofs and trees, above the devices.'],
    }),
    lessons: z
      .array(line(10, 240))
      .min(1)
      .max(6)
      .meta({ title: 'Lessons', one: 'lesson', description: 'What others can use.', examples: [['Say early that it will take years.']] }),
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
          .meta({ title: 'What it covers', description: 'What the figure holds and leaves out.', examples: ['Dogs and gear only; not the manager’s time.'] }),
      })
      .optional()
      .meta({ title: 'Cost', description: 'What it cost, as far as is public.', examples: [{ amount: 10000, currency: 'NZD', year: 2015 }] }),
    would_do_again: z
      .enum(['yes', 'with-changes', 'no', 'not-known'])
      .optional()
      .meta({ title: 'Would they do it again?', labels: AGAIN, description: 'As they say it themselves; "not-known" when no source says. A full case study needs it.', examples: ['with-changes'] }),
    advice: prose(500)
      .optional()
      .meta({ title: 'Advice', description: 'What they would tell others, or what they changed.', examples: ['Plan for incursions as you plan for weather.'] }),
    capabilities: z
      .array(skill)
      .max(8)
      .optional()
      .meta({ title: 'Skills it took', one: 'skill', description: 'Skills that decided how it went.', examples: [[{ capability: 'biosecurity-response', level: 3 }]] }),
    sources: sources.meta({ title: 'Sources', description: 'Where the story comes from. Needed when it is told from published sources.', examples: [['wcc-2023']] }),
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
      ctx.issues.push({ code: 'custom', input: basis, path: ['basis'], message: 'A case from own experience needs "consent": who agreed, when, and to what.' });
    }
    if (basis === 'published-sources' && !cited?.length) {
      ctx.issues.push({ code: 'custom', input: basis, path: ['basis'], message: 'A case told from published sources needs "sources": where the story comes from.' });
    }
  }),
});
