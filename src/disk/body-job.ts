import { mediaPath } from '#garden/checks/media-path.ts';
import { hasErrors } from '#garden/checks/problem.ts';
import { analyseBody } from '#garden/entry/body.ts';
import type { BodyFacts } from '#garden/entry/body-facts.ts';
import { oldHeadingIds, type MovedHeading } from '#garden/entry/old-heading-ids.ts';
import { bodyContext, type Surroundings } from '#garden/outputs/body-context.ts';
import { renderBody } from '#garden/safe-mdx/render-body.ts';
import type { RenderContext } from '#garden/safe-mdx/render-context.ts';

/** One body to read and, when a base is given with the surroundings, to draw. */
export interface BodyJob {
  readonly file: string;
  readonly kind: string;
  readonly body: string;
  readonly bodyLine: number;
  /** Headings that were renamed. */
  readonly movedHeadings?: readonly MovedHeading[];
}

/** The HTML of one body, and the sources it cites in order. */
export interface RenderedBody {
  readonly html: string;
  readonly cited: readonly string[];
}

/** What came of a job. */
export interface BodyResult {
  readonly file: string;
  readonly facts: BodyFacts;
  readonly rendered?: RenderedBody;
}

/** Stands in the HTML for a picture until the page is made; what follows is the path in base64url. */
export const PICTURE = 'kanopi-picture-';

/** Reads a body once, for the check and the page together. */
export function doBodyJob(job: BodyJob, surroundings: Surroundings | undefined): BodyResult {
  const { tree, facts } = analyseBody(job.body, job.bodyLine);
  if (!surroundings || hasErrors(facts.problems)) return { file: job.file, facts };
  const context = { ...fileContext(job, surroundings), oldIds: oldHeadingIds(facts.headings, job.movedHeadings ?? []) };
  return { file: job.file, facts, rendered: renderBody(tree, context) };
}

/** What the drawing of one body in a file may ask of the garden; its pictures wait for the page to be made. */
export function fileContext({ file, kind }: Pick<BodyJob, 'file' | 'kind'>, surroundings: Surroundings): RenderContext {
  return bodyContext(kind, surroundings, (src) => {
    const path = mediaPath(file, src);
    return path === undefined ? undefined : { src: `${PICTURE}${Buffer.from(path).toString('base64url')}` };
  });
}
