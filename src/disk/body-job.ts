import { mediaPath } from '#garden/checks/media-path.ts';
import { hasErrors } from '#garden/checks/problem.ts';
import { analyseBody } from '#garden/entry/body.ts';
import type { BodyFacts } from '#garden/entry/body-facts.ts';
import { indexedPath, resolveTarget, type EntryIndex } from '#garden/model/entry-index.ts';
import { siteLink } from '#garden/model/site-link.ts';
import { renderBody } from '#garden/safe-mdx/render-body.ts';
import type { RenderContext } from '#garden/safe-mdx/render-context.ts';

/** One body to read and, when a base is given with the surroundings, to draw. */
export interface BodyJob {
  readonly file: string;
  readonly kind: string;
  readonly body: string;
  readonly bodyLine: number;
}

/** What bodies need to know of the garden to be drawn. */
export interface Surroundings {
  readonly index: EntryIndex;
  /** Titles of sources by id. */
  readonly sources: ReadonlyMap<string, string>;
  /** Terms of te reo Māori to mark. */
  readonly termsMi: ReadonlySet<string>;
  /** Base path of the site, and its full address. */
  readonly base: string;
  readonly siteUrl: string;
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
  return { file: job.file, facts, rendered: renderBody(tree, bodyContext(job, surroundings)) };
}

/** What the drawing of one body may ask of the garden. */
export function bodyContext(job: Pick<BodyJob, 'file' | 'kind'>, { index, sources, termsMi, base, siteUrl }: Surroundings): RenderContext {
  const prefix = base.replace(/\/$/, '');
  return {
    termsMi,
    source: (id) => {
      const title = sources.get(id);
      return title === undefined ? undefined : { title, label: title };
    },
    link: ({ kind, id, heading }) => {
      const { entry } = resolveTarget(index, kind ? `${kind}/${id}` : id);
      return entry && { href: `${prefix}${indexedPath(entry)}${heading ? `#${heading}` : ''}`, title: entry.title, kind: entry.kind, lang: entry.lang };
    },
    href: (url) => {
      const target = siteLink(url, job.kind, siteUrl);
      if (target.type === 'outside' || target.type === 'heading') return url;
      const hash = target.hash ? `#${target.hash}` : '';
      if (target.type === 'page') return `${prefix}${target.path}${hash}`;
      const entry = index.entries.get(target.target);
      return `${prefix}${entry ? indexedPath(entry) : `/${target.target}/`}${hash}`;
    },
    image: (src) => {
      const path = mediaPath(job.file, src);
      return path === undefined ? undefined : { src: `${PICTURE}${Buffer.from(path).toString('base64url')}` };
    },
  };
}
