import { REPORT_BOUNDS, type ReportedChange, type ReportedPage } from '../../../src/garden/outputs/change-report.ts';
import { pagePath } from '../../../src/garden/model/page-path.ts';
import { addressLines } from './address-lines.ts';
import { pageLinks } from './page-links.ts';
import type { PagePair } from './page-pairs.ts';
import { factsOf, type Change, type Side } from './read-change.ts';

/** What a change means for readers, as the report says it: within bounds, and with the number of all. */
export async function changeFacts(change: Change): Promise<ReportedChange> {
  const pages = change.pages.map((pair) => pageFacts(pair, change));
  const pictures = change.files.filter((file) => file.startsWith('content/media/'));
  const files = change.files.filter((file) => !file.startsWith('content/media/'));
  const outside = (await Promise.all(files.filter((file) => file.endsWith('.yaml')).map((file) => newAddresses(file, change)))).flat();
  const size = (side: Side, file: string) => side.sizes.get(file);
  return {
    before: published(change.before),
    after: published(change.after),
    pages: { total: pages.length, listed: pages.slice(0, REPORT_BOUNDS.pages) },
    pictures: {
      total: pictures.length,
      listed: pictures.slice(0, REPORT_BOUNDS.pictures).map((file) => {
        const [was, is] = [size(change.before, file), size(change.after, file)];
        return { file: short(file), ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) };
      }),
    },
    files: { total: files.length, listed: files.slice(0, REPORT_BOUNDS.files).map(short) },
    outside: { total: outside.length, listed: outside.slice(0, REPORT_BOUNDS.outside).map(({ file, url, line }) => ({ file: short(file), url: short(url), line })) },
  };
}

/** The addresses that a list or the facts of the site name and did not before: where people sign in is one of them. */
async function newAddresses(file: string, { before, after }: Change): Promise<{ file: string; url: string; line: number }[]> {
  const [had, has] = await Promise.all([before, after].map(async (side) => addressLines((await side.bytes(file))?.toString('utf8') ?? '')));
  return [...has!].filter(([url]) => !had!.has(url)).map(([url, line]) => ({ file, url, line }));
}

function published({ headers }: Side): number {
  return [...headers.values()].filter(({ draft }) => !draft).length;
}

function pageFacts({ what, before, after }: PagePair, change: Change): ReportedPage {
  const shown = (after ?? before)!;
  const old = before && factsOf(before);
  const now = after && factsOf(after);
  const had = before && old && pageLinks(before, old, change.before.texts.get(before.file) ?? '', change.before.index, change.siteUrl);
  const has = after && now && pageLinks(after, now, change.after.texts.get(after.file) ?? '', change.after.index, change.siteUrl);
  const links = [...(has?.inside ?? [])].filter(([path]) => !had?.inside.has(path));
  const outside = [...(has?.outside ?? [])].filter(([url]) => !had?.outside.has(url));
  return {
    what,
    kind: shown.kind,
    file: short(shown.file),
    title: short(shown.title),
    address: short(pagePath(shown.kind, shown.id)),
    ...(before && after && before.file !== after.file ? { was: short(pagePath(before.kind, before.id)) } : {}),
    ...(old ? { before: old.words } : {}),
    ...(now ? { after: now.words } : {}),
    links: { total: links.length, listed: links.slice(0, REPORT_BOUNDS.links).map(([address, title]) => ({ title: short(title), address: short(address) })) },
    outside: { total: outside.length, listed: outside.slice(0, REPORT_BOUNDS.outside).map(([url, line]) => ({ url: short(url), line })) },
  };
}

/** A text within the bounds of the report. */
export function short(text: string): string {
  return text.length > REPORT_BOUNDS.text ? `${text.slice(0, REPORT_BOUNDS.text - 1)}…`.toWellFormed() : text.toWellFormed();
}
