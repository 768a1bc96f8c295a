import type { AstroMetadata, MarkdownProcessor } from 'astro/markdown';
import { analyseBody } from '#garden/entry/body.ts';
import type { BodyFacts } from '#garden/entry/body-facts.ts';
import type { Problem } from '#garden/checks/problem.ts';
import { renderBody } from '#garden/safe-mdx/render-body.ts';
import type { RenderContext } from '#garden/safe-mdx/render-context.ts';
import { normaliseText } from '#garden/text/normalise-text.ts';

/** Settings of the processor. */
export interface GardenProcessorOptions {
  /** What a file may link to and cite. Without it, `[[links]]` are shown as words. Images never work here. */
  readonly context?: (file: string) => Omit<RenderContext, 'image'>;
}

/**
 * Makes the Markdown processor of the site. Every `.md` and `.mdx` file that Astro ever compiles goes through the
 * garden's engine, whoever asks for it, and becomes a module that holds data only.
 */
export function garden(options: GardenProcessorOptions = {}): MarkdownProcessor<GardenProcessorOptions> {
  return {
    name: 'garden',
    options,
    createRenderer: async () => ({
      async render(content, given) {
        const file = given?.fileURL?.pathname ?? 'a Markdown file';
        const { html, headings } = draw(content, file, options);
        return { code: html, metadata: { headings, localImagePaths: [], remoteImagePaths: [], frontmatter: plainFields(given?.frontmatter) } };
      },
    }),
    createMdxRenderer: async () => ({
      async process(content, file, frontmatter) {
        const { html, headings } = draw(content, file, options);
        return { code: moduleCode(html, headings, plainFields(frontmatter)), map: null, astroMetadata: noMetadata() };
      },
    }),
  };
}

interface Drawn {
  readonly html: string;
  readonly headings: { depth: number; slug: string; text: string }[];
}

/** Astro hands over the text with its front matter blanked out, so its first line is the first line of the file. */
function draw(content: string, file: string, options: GardenProcessorOptions): Drawn {
  const { tree, facts } = analyseBody(normaliseText(content), 1);
  const problems = [...facts.problems.filter(({ severity }) => severity === 'error'), ...imageProblems(facts)];
  if (problems.length > 0) throw problemError(problems, file);
  const context = options.context?.(file) ?? { link: () => undefined, href: (url: string) => url, source: () => undefined, termsMi: new Set<string>() };
  const { html } = renderBody(tree, { ...context, image: () => undefined });
  return { html, headings: facts.headings.map(({ depth, id, text }) => ({ depth, slug: id, text })) };
}

function imageProblems(facts: BodyFacts): Problem[] {
  return facts.images.map(({ line, column, length }) => ({
    rule: 'unsafe-address',
    severity: 'error',
    file: '',
    line,
    column,
    ...(length === undefined ? {} : { length }),
    message: 'Images only work in the entries of the garden.',
    suggestion: 'Move this page to content/, or take the image out.',
  }));
}

/** One error that names all problems, placed at the first. */
function problemError(problems: readonly Problem[], file: string): Error {
  const text = problems.map(({ line, column, rule, message, suggestion }) => `${line}:${column} ${rule}: ${message}${suggestion ? ` ${suggestion}` : ''}`).join('\n');
  const [first] = problems;
  return Object.assign(new Error(`${file}\n${text}`), { file, line: first?.line, column: first?.column });
}

/** The module of a file. Nothing of the file stands in it but as a string of JSON. */
function moduleCode(html: string, headings: Drawn['headings'], frontmatter: Record<string, unknown>): string {
  return [
    "import { Fragment, jsx } from 'astro/jsx-runtime';",
    "export default function MDXContent() { return jsx(Fragment, { 'set:html': html }); }",
    `export const frontmatter = JSON.parse(${literal(JSON.stringify(frontmatter))});`,
    `export function getHeadings() { return JSON.parse(${literal(JSON.stringify(headings))}); }`,
    `const html = ${literal(html)};`,
    '',
  ].join('\n');
}

/** A string as a literal that no tool reads as code: not even those that look for words in the text of a module. */
function literal(text: string): string {
  return JSON.stringify(text)
    .replace(/import|export/g, (word) => `\\u${word.charCodeAt(0).toString(16).padStart(4, '0')}${word.slice(1)}`)
    .replace(/[\u2028\u2029<]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Front matter as plain data, without the fields that Astro would take for an order. */
function plainFields(frontmatter: Record<string, unknown> | undefined): Record<string, unknown> {
  try {
    const fields = JSON.parse(JSON.stringify(frontmatter ?? {})) as Record<string, unknown>;
    for (const name of ['layout', 'slug', 'components', 'setup', '__proto__', 'constructor', 'prototype']) delete fields[name];
    return fields;
  } catch {
    return {};
  }
}

function noMetadata(): AstroMetadata {
  return { hydratedComponents: [], clientOnlyComponents: [], serverComponents: [], scripts: [], propagation: 'none', containsHead: false, pageOptions: {} };
}
