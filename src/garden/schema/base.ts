import { z } from 'zod';
import { line, media, oneOf, partialDate, plainDate, prose, ref, refAny, webAddress } from './fields.ts';
import { LANGUAGE, STATUS } from './labels.ts';

/** Fields that every entry has, whatever its kind. */
export const every = {
  title: line(2, 90).meta({
    title: 'Title',
    description: 'What readers see first. Say the job or the thing, not a slogan.',
    examples: ['Run the first meeting of a new group'],
  }),
  summary: prose(400, 20).meta({
    title: 'Summary',
    description: 'One or two sentences that tell a reader whether this page is for them. Lists and search show it.',
    examples: ['How to bring people together, agree on one thing to do, and part with a date for the next meeting.'],
  }),
  status: z.enum(['draft', 'review', 'current', 'needs-review', 'retired']).meta({
    title: 'Status',
    labels: STATUS,
    description: 'Drafts stay off the site. "review" is published and waits for a practitioner to read it; "current" has been reviewed.',
    examples: ['review'],
    initial: 'review',
  }),
  lang: z
    .enum(['en', 'mi'])
    .default('en')
    .meta({
      title: 'Language',
      labels: LANGUAGE,
      description: 'The language of the page: "en" for English, "mi" for te reo Māori.',
      examples: ['en'],
    }),
  aliases: z
    .array(z.string().regex(/^(?:[a-z]+(?:-[a-z]+)*\/)?[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be an old file name, or a kind and an old file name, such as "guides/first-meeting"'))
    .max(40)
    .optional()
    .meta({
      title: 'Old addresses',
      one: 'old address',
      description: 'Earlier file names of this page. Links to them go on working.',
      examples: [['first-meeting']],
    }),
  moved_headings: z
    .array(
      z.strictObject({
        from: z
          .string()
          .regex(/^[^\s#]{1,120}$/, 'must be the end of an old link, after the "#"')
          .meta({ title: 'Old', description: 'What stood after the "#" in links to the old heading.', examples: ['before-you-go'] }),
        to: z
          .string()
          .regex(/^[^\s#]{1,120}$/, 'must be the end of a link, after the "#"')
          .meta({ title: 'New', description: 'What stands there now.', examples: ['before-you-meet'] }),
      }),
    )
    .max(40)
    .optional()
    .meta({ title: 'Old headings', one: 'old heading', description: 'Headings that were renamed. Links to them go on working.', examples: [[{ from: 'before-you-go', to: 'before-you-meet' }]] }),
  created: plainDate()
    .optional()
    .meta({
      title: 'Created',
      description: 'The day this page was first written.',
      examples: ['2026-11-25'],
    }),
  retire_reason: prose(400)
    .optional()
    .meta({
      title: 'Why it was retired',
      description: 'One sentence for readers who still come here. Needed when the status is "retired".',
      examples: ['The tool it describes is no longer sold.'],
    }),
  superseded_by: refAny('guides', 'case-studies', 'curricula', 'sessions', 'capabilities', 'glossary', 'sources', 'pages')
    .optional()
    .meta({
      title: 'Replaced by',
      description: 'The entry to read instead, as kind/file-name.',
      examples: ['guides/run-a-first-meeting'],
    }),
};

/** Fields of the kinds that people write at length: guides, case studies, curricula, sessions and pages. */
export const authored = {
  ...every,
  credits: z
    .array(
      z.strictObject({
        name: line(2, 90).meta({ title: 'Name', description: 'The person or group, as they want to be named.', examples: ['Garden editors'] }),
        role: oneOf('roles').meta({ title: 'Role', description: 'What they did for this page.', examples: ['author'] }),
        link: webAddress()
          .optional()
          .meta({ title: 'Link', description: 'Their own page, if they want one shown.', examples: ['https://example.org/'] }),
      }),
    )
    .min(1)
    .meta({ title: 'Credits', one: 'person or group', description: 'Who made this page, and in which role.', examples: [[{ name: 'Garden editors', role: 'author' }]] }),
  review_by: plainDate()
    .optional()
    .meta({
      title: 'Review by',
      description: 'The day by which somebody should read this page again.',
      examples: ['2027-11-25'],
    }),
  licence: oneOf('licences')
    .default('CC-BY-4.0')
    .meta({
      title: 'Licence',
      description: 'How others may use the words of this page.',
      examples: ['CC-BY-4.0'],
    }),
};

/** The picture that stands above the text of a page. */
export const picture = {
  cover: z
    .strictObject({
      image: media().meta({ title: 'Picture', description: 'The picture itself, a file in content/media.', media: true, examples: ['../media/tool-board.svg'] }),
      alt: line(2, 300).meta({
        title: 'What it shows',
        description: 'In words, for people who do not see it.',
        examples: ['A board on a wall, with the outline of each tool drawn where it hangs'],
      }),
      credit: line(2, 160)
        .optional()
        .meta({ title: 'Credit', description: 'Who made the picture, as they want to be named.', examples: ['Photo: Hana Rewi'] }),
    })
    .optional()
    .meta({
      title: 'Picture at the top',
      description: 'One picture above the text, with words for people who do not see it.',
      examples: [{ image: '../media/tool-board.svg', alt: 'A board on a wall, with the outline of each tool' }],
    }),
};

/** Where and about what a page is: the facets by which people find it. */
export const facets = {
  topics: z
    .array(oneOf('topics'))
    .max(5)
    .optional()
    .meta({
      title: 'Topics',
      description: 'What it is about, from the list of topics; the main one first.',
      examples: [['first-topic', 'second-topic']],
    }),
  regions: z
    .array(oneOf('regions'))
    .max(12)
    .optional()
    .meta({
      title: 'Regions',
      description: 'Where it applies: a whole country or the regions it was written for.',
      examples: [['first-region']],
    }),
  habitats: z
    .array(oneOf('habitats'))
    .max(8)
    .optional()
    .meta({
      title: 'Habitats',
      description: 'The kinds of place it is about, from the list of them.',
      examples: [['first-kind']],
    }),
  threats: z
    .array(oneOf('threats'))
    .max(8)
    .optional()
    .meta({
      title: 'Threats',
      description: 'What it acts against, by code from the shared list.',
      examples: [['8.1']],
    }),
  actions: z
    .array(oneOf('actions'))
    .max(8)
    .optional()
    .meta({
      title: 'Actions',
      description: 'The kind of action, by code from the shared list.',
      examples: [['2.2']],
    }),
};

/** A list of sources by id. */
export const sources = z.array(ref('sources')).max(40).optional();

/** A skill and the level a page asks for or builds. */
export const skill = z.strictObject({
  capability: ref('capabilities').meta({ title: 'Skill', description: 'A skill, by the file name of its page.', ref: ['capabilities'], examples: ['plan-a-job'] }),
  level: z
    .number()
    .int()
    .min(1)
    .max(4)
    .meta({ title: 'Level', description: '1 curious, 2 helped, 3 able, 4 guides others.', examples: [3] }),
});

export { partialDate };
