import { foldText } from '#garden/text/fold-text.ts';

/**
 * Whether found words answer a query. Pagefind shortens a word that it does not know until something matches, so that
 * "xzqy" finds "x". A found word must share the start of what was asked; endings may differ.
 */
export function plausibleMatch(query: string, found: readonly string[]): boolean {
  const words = found.map(foldText);
  const asked = foldText(query).match(/[\p{L}\p{N}]+/gu) ?? [];
  return asked.every((term) => words.some((word) => word.includes(term.slice(0, 3)) || nearStem(term, word)));
}

/** Whether words differ only in their endings, such as "flies" and "fly". */
function nearStem(term: string, word: string): boolean {
  let same = 0;
  while (same < term.length && term[same] === word[same]) same += 1;
  return same >= 2 && word.length - same <= 1;
}
