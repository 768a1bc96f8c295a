import { KINDS } from '../../../src/garden/schema/index.ts';
import { pagePath } from '../../../src/garden/model/page-path.ts';
import type { ParsedHeader } from '../../../src/garden/entry/parse-header.ts';
import { pageLinks } from '../report/page-links.ts';
import type { PagePair } from '../report/page-pairs.ts';
import { factsOf, type Change, type Side } from '../report/read-change.ts';
import { apart } from './apart.ts';
import { diffWords } from './diff-words.ts';
import { drawSide, type DrawnPage } from './draw-side.ts';
import { escapeHtml } from './escape-html.ts';
import { fieldRows } from './field-rows.ts';
import type { Pictures } from './picture-data.ts';
import { WHAT_HAPPENED } from './what-happened.ts';

/** One changed entry as an article: what it is, its fields in words, and the page old and new with the words that differ marked. */
export async function entryArticle(pair: PagePair, number: number, change: Change, pictures: Pictures): Promise<string> {
  const { what, before, after } = pair;
  const shown = (after ?? before)!;
  const old = before && (await drawSide(before, change.before, change.siteUrl, pictures));
  const now = after && (await drawSide(after, change.after, change.siteUrl, pictures));
  const both = old && now && mark(old, now);
  const sides = both
    ? [apart(side('Before', both.old), `p${number}-old-`), apart(side('After', both.now), `p${number}-new-`)]
    : [apart(side(now ? 'All of it is new' : 'All of it goes', (now ?? old)!), `p${number}-`)];
  const shownSides = `<div class="sides${both ? ' pair' : ''}">${sides.join('')}</div>`;
  return [
    `<article class="change" id="p${number}">`,
    `<p class="eyebrow">${WHAT_HAPPENED[what]} · ${KINDS[shown.kind].one}</p>`,
    `<h2>${escapeHtml(shown.title)}</h2>`,
    `<p class="place">${address(before, after)}</p>`,
    newAddresses(pair, change),
    fieldRows(before && { header: before, side: change.before }, after && { header: after, side: change.after }),
    both && !differs(both.now) && !differs(both.old) ? `<details><summary>The text stays the same</summary>${shownSides}</details>` : shownSides,
    '</article>',
  ].join('\n');
}

function mark(old: DrawnPage, now: DrawnPage): { old: DrawnPage; now: DrawnPage } {
  const parts = (['title', 'summary', 'cover', 'body'] as const).map((name) => [name, diffWords(old[name], now[name])] as const);
  return { old: { ...old, ...Object.fromEntries(parts.map(([name, { before }]) => [name, before])) }, now: { ...now, ...Object.fromEntries(parts.map(([name, { after }]) => [name, after])) } };
}

function differs(page: DrawnPage): boolean {
  return [page.title, page.summary, page.cover, page.body].some((html) => /<(?:ins|del)>/.test(html));
}

function side(heading: string, { title, summary, cover, body, asWritten }: DrawnPage): string {
  return `<section class="side"><h3>${heading}</h3>${asWritten ? '<p class="note">This text has errors, so it is shown as it was written.</p>' : ''}<div class="shown"><p class="as-title">${title}</p>${summary ? `<p class="lede">${summary}</p>` : ''}${cover}${body ? `<div class="entry-text" data-entry-body>${body}</div>` : ''}</div></section>`;
}

function address(before: ParsedHeader | undefined, after: ParsedHeader | undefined): string {
  const path = ({ kind, id }: ParsedHeader) => `<code>${escapeHtml(pagePath(kind, id))}</code>`;
  if (before && after && before.file !== after.file) return `From ${path(before)} to ${path(after)}`;
  return path((after ?? before)!);
}

/** Where the page leads out of the garden anew, as text: a link's words do not say where it goes. */
function newAddresses({ before, after }: PagePair, { before: was, after: is, siteUrl }: Change): string {
  const outside = (header: ParsedHeader | undefined, { texts, index }: Side) =>
    header ? pageLinks(header, factsOf(header), texts.get(header.file) ?? '', index, siteUrl).outside : new Map<string, number>();
  const had = outside(before, was);
  const fresh = [...outside(after, is)].filter(([url]) => !had.has(url));
  if (fresh.length === 0) return '';
  return `<h3>New addresses outside the garden</h3><ul>${fresh.map(([url, line]) => `<li><code>${escapeHtml(url)}</code>, line ${line}</li>`).join('')}</ul>`;
}
