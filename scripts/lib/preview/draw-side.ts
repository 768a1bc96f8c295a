import { hasErrors } from '../../../src/garden/checks/problem.ts';
import { headerImages } from '../../../src/garden/checks/header-images.ts';
import { mediaPath } from '../../../src/garden/checks/media-path.ts';
import { analyseBody } from '../../../src/garden/entry/body.ts';
import type { ParsedHeader } from '../../../src/garden/entry/parse-header.ts';
import { bodyContext } from '../../../src/garden/outputs/body-context.ts';
import { renderBody } from '../../../src/garden/safe-mdx/render-body.ts';
import type { Side } from '../report/read-change.ts';
import { escapeHtml } from './escape-html.ts';
import type { Pictures } from './picture-data.ts';

/** A page as readers see it on one side of a change, as HTML. */
export interface DrawnPage {
  readonly title: string;
  readonly summary: string;
  readonly cover: string;
  readonly body: string;
  /** Whether the text has errors, and is shown as it was written. */
  readonly asWritten: boolean;
}

/** Draws an entry with the engine of the site. Links lead to the published site. */
export async function drawSide(header: ParsedHeader, side: Side, siteUrl: string, pictures: Pictures): Promise<DrawnPage> {
  const { file, kind, fields } = header;
  const { tree, facts } = analyseBody(header.body, header.bodyLine);
  const shown = new Map<string, string>();
  for (const { src } of [...facts.images, ...headerImages(header)]) {
    const path = mediaPath(file, src);
    const bytes = path === undefined ? undefined : await side.bytes(path);
    if (bytes) shown.set(src, await pictures.name(bytes));
  }
  const asWritten = fields === undefined || hasErrors(facts.problems);
  const text = (name: string) => (typeof fields?.[name] === 'string' ? escapeHtml(fields[name]) : '');
  const cover = fields?.['cover'] as { image: string; alt: string } | undefined;
  return {
    title: escapeHtml(header.title),
    summary: text('summary'),
    cover: cover && shown.has(cover.image) ? `<figure class="figure cover"><img src="${shown.get(cover.image)}" alt="${escapeHtml(cover.alt)}"></figure>` : '',
    body: asWritten ? `<pre>${escapeHtml(side.texts.get(file) ?? '')}</pre>` : withSources(),
    asWritten,
  };

  function withSources(): string {
    const { index } = side;
    const termsMi = new Set([...index.entries.values()].flatMap((entry) => (entry.marked && !entry.draft ? [entry.title] : [])));
    const context = bodyContext(kind, { index, termsMi, base: siteUrl, siteUrl }, (src) => {
      const name = shown.get(src);
      return name === undefined ? undefined : { src: name };
    });
    const { html, cited } = renderBody(tree, context);
    const list = cited.map((id) => `<li id="source-${escapeHtml(id)}">${escapeHtml(index.entries.get(`sources/${id}`)?.title ?? id)}</li>`);
    return list.length === 0 ? html : `${html}<h4>Sources</h4><ol>${list.join('')}</ol>`;
  }
}
