import { z } from 'zod';
import { partialDate } from '../schema/fields.ts';

/** A component that a body may use: what it is for, where it may stand and which attributes it has. */
export interface Component {
  readonly name: string;
  /** One sentence for people who write. */
  readonly about: string;
  readonly display: 'block' | 'inline';
  /** What may stand between its tags; `none` for a component that ends with `/>`. */
  readonly children: 'blocks' | 'none';
  /** The component it must stand in. */
  readonly inside?: string;
  /** The kind of list that it must hold. */
  readonly needs?: 'numbered list' | 'task list';
  readonly props: z.ZodObject;
  /** How to write it. */
  readonly example: string;
}

const text = (max: number) => z.string().trim().min(1).max(max);
const title = text(120).meta({ title: 'Title', description: 'A few words above it.', examples: ['Before you start'] });
const sourceId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be the file name of a source, such as "doc-spacing"');
const sourceIds = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? value.split(',') : value).map((id) => id.trim()).filter((id) => id !== ''))
  .pipe(z.array(sourceId).min(1).max(12))
  .meta({ title: 'Sources', description: 'One or more sources, by file name, with commas between them.', examples: ['doc-spacing, zip-guide'] });
const source = sourceId.meta({ title: 'Source', description: 'A source, by file name.', examples: ['doc-spacing'] });
const words = (max: number) => z.union([z.string(), z.number()]).transform(String).pipe(text(max));
const minutes = z
  .union([z.number(), z.string()])
  .transform(Number)
  .pipe(z.int('must be a whole number').min(1, 'must be 1 or more').max(600, 'must be 600 or less'))
  .meta({ title: 'Minutes', description: 'How long it takes.', examples: ['10'] });

const list: readonly Component[] = [
  {
    name: 'Callout',
    about: 'A note beside the text: something useful, or something to watch for.',
    display: 'block',
    children: 'blocks',
    props: z.strictObject({
      type: z
        .enum(['note', 'tip', 'caution', 'stop'])
        .default('note')
        .meta({ title: 'Type', description: 'How serious it is.', examples: ['tip'] }),
      title: title.optional(),
    }),
    example: '<Callout type="tip" title="Before you start">\n\nWords.\n\n</Callout>',
  },
  {
    name: 'Figure',
    about: 'A photo or drawing with a caption.',
    display: 'block',
    children: 'none',
    props: z.strictObject({
      src: z
        .string()
        .trim()
        .min(1)
        .meta({ title: 'File', description: 'The image file in content/media.', examples: ['../media/tool-board.svg'] }),
      alt: text(400).meta({ title: 'Description', description: 'What the image shows, for people who do not see it.', examples: ['A board with the outline of each tool'] }),
      caption: text(400)
        .optional()
        .meta({ title: 'Caption', description: 'Words below the image.', examples: ['Each tool has its place.'] }),
      credit: text(120)
        .optional()
        .meta({ title: 'Credit', description: 'Who made the image.', examples: ['Garden editors'] }),
      licence: text(40)
        .optional()
        .meta({ title: 'Licence', description: 'How others may use the image.', examples: ['CC-BY-4.0'] }),
      description: text(2000)
        .optional()
        .meta({ title: 'Long description', description: 'All that a chart or map says, in words.', examples: ['Numbers rose in spring and fell in autumn.'] }),
    }),
    example: '<Figure src="../media/tool-board.svg" alt="A board with the outline of each tool" />',
  },
  {
    name: 'Steps',
    about: 'Steps to follow in order, around a numbered list.',
    display: 'block',
    children: 'blocks',
    needs: 'numbered list',
    props: z.strictObject({}),
    example: '<Steps>\n\n1. First.\n2. Then.\n\n</Steps>',
  },
  {
    name: 'Checklist',
    about: 'Things to tick off, around a task list.',
    display: 'block',
    children: 'blocks',
    needs: 'task list',
    props: z.strictObject({ title: title.optional() }),
    example: '<Checklist title="For the day">\n\n- [ ] Gloves\n\n</Checklist>',
  },
  {
    name: 'Evidence',
    about: 'One claim, how strong it is and where it comes from.',
    display: 'block',
    children: 'blocks',
    props: z.strictObject({
      strength: z.enum(['strong', 'moderate', 'weak', 'contested']).meta({ title: 'Strength', description: 'How sure we can be.', examples: ['moderate'] }),
      sources: sourceIds,
    }),
    example: '<Evidence strength="moderate" sources="doc-spacing">\n\nThe claim.\n\n</Evidence>',
  },
  {
    name: 'Protocol',
    about: 'What has to be asked, agreed or respected before the work.',
    display: 'block',
    children: 'blocks',
    props: z.strictObject({ title: title.optional() }),
    example: '<Protocol title="Ask first">\n\nWords.\n\n</Protocol>',
  },
  {
    name: 'FieldNote',
    about: 'What people saw in one place.',
    display: 'block',
    children: 'blocks',
    props: z.strictObject({
      place: text(120)
        .optional()
        .meta({ title: 'Place', description: 'Where it was seen.', examples: ['The east side of the town'] }),
      date: partialDate()
        .optional()
        .meta({ title: 'Date', description: 'The year, month or day.', examples: ['2019'] }),
      by: text(120)
        .optional()
        .meta({ title: 'By', description: 'Who saw it, as they want to be named.', examples: ['A local group'] }),
      source: source.optional(),
    }),
    example: '<FieldNote place="The workshop" date="2019" source="key">\n\nWords.\n\n</FieldNote>',
  },
  {
    name: 'Exercise',
    about: 'Something to try, with an answer if you like.',
    display: 'block',
    children: 'blocks',
    props: z.strictObject({ title, minutes: minutes.optional() }),
    example: '<Exercise title="Read the map" minutes="10">\n\nWords.\n\n</Exercise>',
  },
  {
    name: 'Answer',
    about: 'The answer to an exercise; it opens on a click.',
    display: 'block',
    children: 'blocks',
    inside: 'Exercise',
    props: z.strictObject({}),
    example: '<Answer>\n\nWords.\n\n</Answer>',
  },
  {
    name: 'Facilitator',
    about: 'Notes for the person who runs the session.',
    display: 'block',
    children: 'blocks',
    props: z.strictObject({}),
    example: '<Facilitator>\n\nWords.\n\n</Facilitator>',
  },
  {
    name: 'Cite',
    about: 'Says where a claim comes from, right after it.',
    display: 'inline',
    children: 'none',
    props: z.strictObject({
      source: source.optional(),
      sources: sourceIds.optional(),
      page: words(40)
        .optional()
        .meta({ title: 'Page', description: 'The page or pages in the source.', examples: ['3'] }),
    }),
    example: '<Cite source="doc-spacing" />',
  },
];

const byName: ReadonlyMap<string, Component> = new Map(list.map((component) => [component.name, component]));

/** All components, in the order that people meet them. */
export const components: readonly Component[] = list;

/** The component of exactly this name. */
export function componentNamed(name: string): Component | undefined {
  return byName.get(name);
}
