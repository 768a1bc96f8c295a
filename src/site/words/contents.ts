import type { AnyEntry } from '#garden/model/garden.ts';

/** One line of "On this page". */
export interface ContentsItem {
  readonly id: string;
  readonly text: string;
}

/** The main headings of a page in reading order: sections before the text, the text's own, sections after. */
export function contentsOf(entry: AnyEntry, before: readonly ContentsItem[], after: readonly ContentsItem[]): ContentsItem[] {
  const own = entry.body.headings.filter((heading) => heading.depth === 2);
  return [...before, ...own.map(({ id, text }) => ({ id, text })), ...after];
}

/** The sections of a page that are there, from pairs of a condition and a section. Their ids hold a dot, which no heading of a text can have. */
export function sections(...pairs: readonly (readonly [there: unknown, id: string, text: string])[]): ContentsItem[] {
  return pairs.filter(([there]) => (Array.isArray(there) ? there.length > 0 : Boolean(there))).map(([, id, text]) => ({ id: `page.${id}`, text }));
}
