import type { ParsedHeader } from '../../../src/garden/entry/parse-header.ts';

/** One page that differs, as it was and as it is. A draft on one side is no page for readers there. */
export interface PagePair {
  readonly what: 'added' | 'changed' | 'moved' | 'removed' | 'draft';
  readonly before?: ParsedHeader;
  readonly after?: ParsedHeader;
}

interface Entries {
  readonly headers: ReadonlyMap<string, ParsedHeader>;
  readonly texts: ReadonlyMap<string, string>;
}

/** Pairs every entry that differs with what it was: by its file, by an old address that it gives, or by a rename that git sees. */
export function pagePairs(before: Entries, after: Entries, renamed: ReadonlyMap<string, string>): PagePair[] {
  const pairs: PagePair[] = [];
  const taken = new Set<string>();
  const gone = (file: string | undefined): ParsedHeader | undefined => (file === undefined || taken.has(file) || after.headers.has(file) ? undefined : before.headers.get(file));
  for (const [file, now] of after.headers) {
    const same = before.headers.get(file);
    if (same && before.texts.get(file) === after.texts.get(file)) continue;
    const was = same ?? oldFiles(now).map(gone).find(Boolean) ?? gone(renamed.get(file));
    if (was) taken.add(was.file);
    pairs.push({ what: whatReadersSee(was, now), ...(was ? { before: was } : {}), after: now });
  }
  for (const [file, was] of before.headers) if (!after.headers.has(file) && !taken.has(file)) pairs.push({ what: was.draft ? 'draft' : 'removed', before: was });
  return pairs.sort((a, b) => compare((a.after ?? a.before)!.file, (b.after ?? b.before)!.file));
}

function oldFiles({ kind, fields }: ParsedHeader): string[] {
  return ((fields?.['aliases'] ?? []) as string[]).map((alias) => `content/${alias.includes('/') ? alias : `${kind}/${alias}`}.mdx`);
}

function whatReadersSee(was: ParsedHeader | undefined, now: ParsedHeader): PagePair['what'] {
  if (now.draft) return was && !was.draft ? 'removed' : 'draft';
  if (!was || was.draft) return 'added';
  return was.file === now.file ? 'changed' : 'moved';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
