import path from 'node:path';
import { hasErrors } from '#garden/checks/problem.ts';
import type { BodyFacts } from '#garden/entry/body-facts.ts';
import type { MovedHeading } from '#garden/entry/old-heading-ids.ts';
import type { ParsedHeader } from '#garden/entry/parse-header.ts';
import { entryIndex, type EntryIndex } from '#garden/model/entry-index.ts';
import { indexedEntry } from '#garden/model/indexed-entry.ts';
import { KIND_NAMES } from '#garden/schema/index.ts';
import type { Surroundings } from '#garden/outputs/body-context.ts';
import { fileContext, type BodyJob, type RenderedBody } from './body-job.ts';
import { bodyPool } from './body-pool.ts';
import { digestOf } from './engine-digest.ts';
import { ShardCache } from './shard-cache.ts';

/** A header, and the digest of its file and of the engine. */
export interface DigestedHeader {
  readonly header: ParsedHeader;
  readonly digest: string;
}

/** Facts of every body by file; with `draw`, the HTML of every body is in the cache `bodies` afterwards.
 *  Only what is not kept from an earlier run is read. HTML is kept for as long as its links lead to the same places. */
export async function readBodies(
  headers: readonly DigestedHeader[],
  cache: string,
  draw: { readonly base: string; readonly siteUrl: string } | undefined,
): Promise<{ bodies: ReadonlyMap<string, BodyFacts>; made: number }> {
  const facts = await ShardCache.open<BodyFacts>(path.join(cache, 'facts'));
  const html = draw && (await ShardCache.open<RenderedBody>(path.join(cache, 'bodies')));
  const around = draw && surroundings(headers, draw);
  const bodies = new Map<string, BodyFacts>();
  const jobs = headers.flatMap(({ header, digest }): BodyJob[] => {
    const { file, kind, body, bodyLine } = header;
    const kept = facts.get(file, digest);
    if (kept) bodies.set(file, kept);
    if (kept && (!html || !around || html.get(file, htmlDigest(header, digest, kept, around)) || hasErrors(kept.problems))) return [];
    const moved = header.fields?.['moved_headings'] as readonly MovedHeading[] | undefined;
    return [{ file, kind, body, bodyLine, ...(moved ? { movedHeadings: moved } : {}) }];
  });
  const byFile = new Map(headers.map((item) => [item.header.file, item]));
  for (const result of await bodyPool(jobs, around)) {
    const { header, digest } = byFile.get(result.file)!;
    bodies.set(result.file, result.facts);
    facts.set(result.file, digest, result.facts);
    if (html && around && result.rendered) html.set(result.file, htmlDigest(header, digest, result.facts, around), result.rendered);
  }
  const files = new Set(byFile.keys());
  for (const kept of [facts, html]) {
    kept?.prune(files);
    await kept?.save();
  }
  return { bodies, made: jobs.length };
}

/** The index of all entries, in the order of menus; headings only where bodies are given. */
export function indexOf(headers: readonly DigestedHeader[], bodies?: ReadonlyMap<string, BodyFacts>): EntryIndex {
  const indexed = headers.map(({ header }) => indexedEntry(header, bodies?.get(header.file)?.headings));
  return entryIndex(indexed.sort((a, b) => KIND_NAMES.indexOf(a.kind) - KIND_NAMES.indexOf(b.kind)));
}

function surroundings(headers: readonly DigestedHeader[], draw: { readonly base: string; readonly siteUrl: string }): Surroundings {
  const published = headers.filter(({ header }) => !header.draft);
  const termsMi = published.flatMap(({ header }) => (header.kind === 'glossary' && header.fields?.['mark'] === true && header.fields['lang'] === 'mi' ? [header.title] : []));
  return { index: indexOf(headers), termsMi: new Set(termsMi.sort()), ...draw };
}

/** What the HTML of a body depends on: its source, where each link leads, what sources are called, and the words to mark. */
function htmlDigest(header: ParsedHeader, digest: string, facts: BodyFacts, around: Surroundings): string {
  const context = fileContext(header, around);
  const wikilinks = facts.wikilinks.map(({ target }) => {
    const [kind, id] = target.includes('/') ? target.split('/') : [undefined, target];
    return JSON.stringify(context.link({ ...(kind ? { kind } : {}), id: id ?? '' }) ?? null);
  });
  return digestOf(
    digest,
    around.base,
    [...around.termsMi].join(' '),
    ...wikilinks,
    ...facts.links.map((link) => context.href(link.url)),
    ...facts.citations.map((item) => JSON.stringify(context.source(item.source) ?? null)),
  );
}
