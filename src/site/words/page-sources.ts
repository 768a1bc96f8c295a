import type { AnyEntry } from '#garden/model/garden.ts';

/** All sources of an entry in the order of its page: those its text cites, then those its fields name. */
export function pageSources(entry: AnyEntry, cited: readonly string[]): string[] {
  const listed = 'sources' in entry.fields ? (entry.fields.sources ?? []) : [];
  const own = entry.kind === 'guides' ? (entry.fields.evidence.sources ?? []) : entry.kind === 'case-studies' ? (entry.fields.measures?.flatMap(({ source }) => source ?? []) ?? []) : [];
  return [...new Set([...cited, ...listed, ...own])];
}
