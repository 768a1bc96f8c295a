import type { Heading } from '../entry/body-facts.ts';
import type { ParsedHeader } from '../entry/parse-header.ts';
import type { IndexedEntry } from './entry-index.ts';

/** What the index keeps of an entry. What does not hold is left out, so that the index stays small. */
export function indexedEntry({ kind, id, title, draft, fields }: Pick<ParsedHeader, 'kind' | 'id' | 'title' | 'draft' | 'fields'>, headings: readonly Heading[] = []): IndexedEntry {
  const said = (fields ?? {}) as {
    lang?: string;
    status?: string;
    aliases?: string[];
    moved_headings?: { from: string; to: string }[];
    superseded_by?: string;
    mark?: boolean;
    sensitive?: boolean;
    also?: { name: string }[];
  };
  return {
    kind,
    id,
    title,
    lang: said.lang ?? 'en',
    draft,
    headings,
    ...(said.aliases?.length ? { aliases: said.aliases.map((alias) => (alias.includes('/') ? alias : `${kind}/${alias}`)) } : {}),
    ...(said.moved_headings?.length ? { movedHeadings: said.moved_headings } : {}),
    ...(said.status === 'retired' ? { retired: true } : {}),
    ...(said.superseded_by ? { supersededBy: said.superseded_by } : {}),
    ...(kind === 'glossary' && said.lang === 'mi' && said.mark ? { marked: true } : {}),
    ...(kind === 'glossary' && said.sensitive ? { sensitive: [title, ...(said.also ?? []).map(({ name }) => name)] } : {}),
  };
}
