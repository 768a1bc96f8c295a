import type { BodyFacts } from '../../../src/garden/entry/body-facts.ts';
import type { ParsedHeader } from '../../../src/garden/entry/parse-header.ts';
import { indexedPath, resolveTarget, type EntryIndex } from '../../../src/garden/model/entry-index.ts';
import { siteLink } from '../../../src/garden/model/site-link.ts';
import { addressLines } from './address-lines.ts';

/** Where a page leads: to pages of the garden, by their path, and out of it. */
export interface PageLinks {
  readonly inside: ReadonlyMap<string, string>;
  /** The line of each address outside. */
  readonly outside: ReadonlyMap<string, number>;
}

/** Every link of an entry, in its text and in its header. A header that cannot be read is searched for addresses as text. */
export function pageLinks(header: ParsedHeader, facts: BodyFacts, text: string, index: EntryIndex, siteUrl: string): PageLinks {
  const inside = new Map<string, string>();
  const outside = new Map<string, number>();
  const lead = (name: string, kinds?: readonly string[]) => {
    const { entry } = resolveTarget(index, name, kinds);
    if (entry) inside.set(indexedPath(entry), entry.title);
  };
  const leadOut = (url: string, line: number) => void (outside.has(url) || outside.set(url, line));
  const anyLink = (url: string, line: number) => {
    const target = siteLink(url, header.kind, siteUrl);
    if (target.type === 'outside') leadOut(url, line);
    else if (target.type === 'entry') lead(target.target);
  };
  const inHeader = (value: unknown, line: number): void => {
    if (typeof value === 'string') {
      if (/^(?:https?|mailto|tel):/i.test(value)) anyLink(value, line);
    } else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) inHeader(item, line);
  };
  if (header.fields) for (const [name, value] of Object.entries(header.fields)) inHeader(value, header.places[name]?.line ?? 1);
  else for (const [url, line] of addressLines(text.slice(0, text.length - header.body.length))) leadOut(url, line);
  for (const { value, vocabulary, kinds } of header.references) if (!vocabulary) lead(value, kinds);
  for (const { target, wanted } of facts.wikilinks) if (!wanted && target !== '') lead(target);
  for (const { source } of facts.citations) lead(`sources/${source}`);
  for (const { url, line } of facts.links) anyLink(url, line);
  return { inside, outside };
}
