import { KINDS } from '../schema/index.ts';
import type { ChangeReport, ReportedChange, ReportedPage } from './change-report.ts';
import { numberWords as plain } from './number-words.ts';
import { codeMarkdown, plainMarkdown } from './plain-markdown.ts';

const READERS_TEXT = 10_000;
const OUTSIDE_TEXT = 7000;
const WORDS = { added: 'New', changed: 'Changed', moved: 'Moved', removed: 'Gone', draft: 'Draft, which readers do not see' } as const;

/** What a change means for readers, as parts of a comment: pages, pictures, lists, and every new address outside for the reviewer. */
export function readersPart({ change }: ChangeReport): string[] {
  if (!change) return [];
  const lines = [...change.pages.listed.map(pageLine), ...change.pictures.listed.map(pictureLine), ...change.files.listed.map(fileLine)];
  const total = change.pages.total + change.pictures.total + change.files.total;
  const readers = total === 0 ? ['Nothing in the content changed.'] : [sizes(change), cut(lines, READERS_TEXT, total)];
  return ['### What changes for readers', ...readers, ...outsidePart(change)];
}

function sizes({ before, after }: ReportedChange): string {
  return before === after ? `The garden keeps its ${plain(after)} pages.` : `The garden had ${plain(before)} pages and will have ${plain(after)}.`;
}

function pageLine({ what, kind, title, address, was, before, after, links }: ReportedPage): string {
  const words = before !== undefined && after !== undefined ? (before === after ? wordCount(after) : `${plain(before)} words before, ${plain(after)} now`) : wordCount(after ?? before ?? 0);
  const place = was === undefined ? `at ${codeMarkdown(address, 200)}` : `from ${codeMarkdown(was, 200)} to ${codeMarkdown(address, 200)}`;
  const named = links.listed.slice(0, 5).map((link) => plainMarkdown(link.title, 120));
  const more = Math.max(links.total, links.listed.length) - named.length;
  const leads = named.length === 0 ? '' : `. It links anew to ${named.join(', ')}${more > 0 ? ` and ${plain(more)} more` : ''}`;
  return `- ${WORDS[what]}: **${plainMarkdown(title, 200)}** (${KINDS[kind].one}, ${words}), ${place}${leads}`;
}

function pictureLine({ file, before, after }: ReportedChange['pictures']['listed'][number]): string {
  const name = codeMarkdown(file, 300);
  if (before === undefined) return `- New picture or file: ${name}, ${bytes(after ?? 0)}`;
  return after === undefined ? `- Gone: ${name}` : `- Changed: ${name}, ${bytes(before)} before, ${bytes(after)} now`;
}

function fileLine(file: string): string {
  const about = file === 'content/site.yaml' ? ', the facts of the whole site: its name, its address, its licence, and where people sign in' : '';
  return `- Changed: ${codeMarkdown(file, 300)}${about}`;
}

function wordCount(count: number): string {
  return count === 1 ? 'one word' : `${plain(count)} words`;
}

/** The addresses as code, so that nobody opens one by a slip. */
function outsidePart({ pages, outside: others }: ReportedChange): string[] {
  const named = [...others.listed, ...pages.listed.flatMap(({ file, outside }) => outside.listed.map((one) => ({ file, ...one })))];
  const lines = named.map(({ file, url, line }) => `- ${codeMarkdown(url, 500)} in ${codeMarkdown(file, 200)}, line ${line}`);
  const total = pages.listed.reduce((sum, { outside }) => sum + Math.max(outside.total, outside.listed.length), Math.max(others.total, others.listed.length));
  if (total === 0) return [];
  return ['### New addresses outside the garden', 'For the reviewer: is each what its sentence says it is?', cut(lines, OUTSIDE_TEXT, total)];
}

/** As many lines as there is room for, and the number of those that are left. */
function cut(lines: readonly string[], room: number, total: number): string {
  const shown: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > room) break;
    shown.push(line);
  }
  const left = Math.max(total, lines.length) - shown.length;
  return [...shown, ...(left > 0 ? [`- and ${plain(left)} more`] : [])].join('\n');
}

function bytes(size: number): string {
  if (size < 1000) return `${size} bytes`;
  return size < 1_000_000 ? `${Math.round(size / 1000)} kB` : `${(size / 1_000_000).toFixed(1)} MB`;
}
