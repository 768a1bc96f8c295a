import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT } from '../../../src/disk/content-folder.ts';
import type { Change } from '../report/read-change.ts';
import { entryArticle } from './entry-article.ts';
import { escapeHtml } from './escape-html.ts';
import { Pictures } from './picture-data.ts';
import { WHAT_HAPPENED } from './what-happened.ts';

const STYLES = ['tokens', 'base', 'page', 'parts', 'entry-body'];
const MOST_PAGES = 150;
const MOST_FILES = 200;
const LARGEST_PAGE = 40 * 1024 * 1024;

/** The whole preview of a change: one page without a script, which may load nothing at all. */
export async function previewPage(change: Change, siteName: string): Promise<string> {
  const pictures = new Pictures();
  const articles: string[] = [];
  let size = 0;
  for (const [index, pair] of change.pages.slice(0, MOST_PAGES).entries()) {
    const article = pictures.fill(await entryArticle(pair, index + 1, change, pictures));
    size += article.length;
    if (size > LARGEST_PAGE) break;
    articles.push(article);
  }
  const left = change.pages.slice(articles.length).map(({ before, after }) => `<li><code>${escapeHtml((after ?? before)!.file)}</code></li>`);
  const contents = change.pages
    .slice(0, articles.length)
    .map(({ what, before, after }, index) => `<li><a href="#p${index + 1}">${escapeHtml((after ?? before)!.title)}</a> <span class="quiet">${WHAT_HAPPENED[what]}</span></li>`);
  const files = await fileRows(change, pictures, LARGEST_PAGE - size);
  const css = await styles();
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en-NZ">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>What this change does: ${escapeHtml(siteName)}</title>
<style>${css}</style>
</head>
<body>
<main class="wrap page preview">
<h1>What this change does</h1>
<p class="lede">Each page as readers will see it. Words that go are <del><span class="visually-hidden">taken out: </span>struck through</del>, words that come are <ins><span class="visually-hidden">put in: </span>underlined</ins>. Links lead to the site as it is published.</p>
<p><label class="tick"><input type="checkbox" id="brief" checked> Show one line of each paragraph that stays the same</label></p>
${contents.length > 0 ? `<nav aria-label="Changed pages"><ol>${contents.join('')}</ol></nav>` : '<p>No page differs.</p>'}
${articles.join('\n')}
${left.length > 0 ? `<section><h2>${left.length} more, too many to show</h2><ul>${left.join('')}</ul></section>` : ''}
${files.length > 0 ? `<section><h2>Other files</h2><ul class="files">${files.join('\n')}</ul></section>` : ''}
</main>
</body>
</html>
`;
}

/** A row for each changed file, as many as there is room for, and the number of those that are left. */
async function fileRows(change: Change, pictures: Pictures, room: number): Promise<string[]> {
  const rows: string[] = [];
  let size = 0;
  for (const file of change.files.slice(0, MOST_FILES)) {
    const row = pictures.fill(await fileRow(file, change, pictures));
    size += row.length;
    if (size > room) break;
    rows.push(row);
  }
  const left = change.files.length - rows.length;
  return left > 0 ? [...rows, `<li>and ${left} more, too many to show</li>`] : rows;
}

async function fileRow(file: string, change: Change, pictures: Pictures): Promise<string> {
  const [was, is] = [change.before.sizes.get(file), change.after.sizes.get(file)];
  const what = was === undefined ? 'New' : is === undefined ? 'Gone' : 'Changed';
  const shown = file.startsWith('content/media/') ? await Promise.all([picture(change.before, 'Before'), picture(change.after, 'After')]) : [];
  return `<li>${what}: <code>${escapeHtml(file)}</code>${shown.join('')}</li>`;

  async function picture(side: Change['before'], when: string): Promise<string> {
    const bytes = await side.bytes(file);
    return bytes ? `<figure><img src="${await pictures.name(bytes)}" alt="${when}"><figcaption>${when}</figcaption></figure>` : '';
  }
}

async function styles(): Promise<string> {
  const site = await Promise.all(STYLES.map((name) => readFile(path.join(PROJECT, 'src', 'site', 'styles', `${name}.css`), 'utf8')));
  const own = await readFile(new URL('preview.css', import.meta.url), 'utf8');
  return [...site, own].join('\n').replace(/@import[^;]*;/g, '');
}
