import { z } from 'zod';
import { KIND_NAMES } from '../schema/index.ts';

/** What a reader of a report refuses to take in, before it parses anything. */
export const LARGEST_REPORT = 24 * 1024 * 1024;

/** What a writer of a report keeps to; the rest is counted. A reader refuses more, but for problems: judging millions of wrong values would take all its memory. */
export const REPORT_BOUNDS = { problems: 2000, pages: 500, links: 20, outside: 40, pictures: 200, files: 100, text: 1000 } as const;

const count = z.number().int().min(0).max(100_000_000);
const text = z.string().max(REPORT_BOUNDS.text);
const file = text.min(1);
const few = <T extends z.ZodType>(item: T, most: number) => z.strictObject({ total: count, listed: z.array(item).max(most) });

const problem = z.strictObject({
  rule: z
    .string()
    .regex(/^[a-z]+(?:-[a-z]+)*$/)
    .max(60),
  severity: z.enum(['error', 'warning']),
  file,
  line: count,
  column: count,
  message: text,
  suggestion: text.optional(),
});

const page = z.strictObject({
  /** What readers notice. A draft is a page that they do not see before or after. */
  what: z.enum(['added', 'changed', 'moved', 'removed', 'draft']),
  kind: z.enum(KIND_NAMES as [(typeof KIND_NAMES)[number], ...typeof KIND_NAMES]),
  file,
  title: text,
  /** Its path on the site, without the base. */
  address: file,
  /** Where it was, when it moved. */
  was: file.optional(),
  /** Words of its body. */
  before: count.optional(),
  after: count.optional(),
  /** Pages that it links to and did not before. */
  links: few(z.strictObject({ title: text, address: file }), REPORT_BOUNDS.links),
  /** Addresses outside that it names and did not before. */
  outside: few(z.strictObject({ url: text, line: count }), REPORT_BOUNDS.outside),
});

/**
 * What a check of a pull request found, and what the change means for readers, as JSON. It may come from a run of a
 * stranger's code, so whoever reads it checks it against this schema, and believes no word of it.
 */
export const changeReportSchema = z.strictObject({
  version: z.literal(1),
  /** Entries that were read. */
  entries: count,
  errors: count,
  warnings: count,
  /** Errors before warnings, each by place. */
  problems: z.array(problem).max(100_000),
  /** Problems in pages that the change does not reach. */
  elsewhere: z.strictObject({ errors: count, warnings: count }),
  /** A sentence when the check could not know all. */
  notice: text.optional(),
  /** What differs from the published branch; absent where nobody can know. */
  change: z
    .strictObject({
      /** Pages that readers have, before and after. */
      before: count,
      after: count,
      pages: few(page, REPORT_BOUNDS.pages),
      pictures: few(z.strictObject({ file, before: count.optional(), after: count.optional() }), REPORT_BOUNDS.pictures),
      /** Lists, the facts of the site, and whatever else lies in the content folder. */
      files: few(file, REPORT_BOUNDS.files),
      /** Addresses outside that those name and did not before. */
      outside: few(z.strictObject({ file, url: text, line: count }), REPORT_BOUNDS.outside),
    })
    .optional(),
});

export type ChangeReport = z.infer<typeof changeReportSchema>;
export type ReportedProblem = ChangeReport['problems'][number];
export type ReportedChange = NonNullable<ChangeReport['change']>;
export type ReportedPage = ReportedChange['pages']['listed'][number];
