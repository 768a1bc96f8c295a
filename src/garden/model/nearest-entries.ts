import { foldText } from '../text/fold-text.ts';
import type { AddressedEntry } from './addresses.ts';
import type { Address } from './garden.ts';

const MOST = 5;
/** Words that say nothing of what a page is about. */
const SMALL = new Set(
  'a an and are at be by can do for from had has have how in is it its no not of on or our out so that the their them they this to up was we what when where which who why with you your new old'.split(
    ' ',
  ),
);

/** A function that lists the entries nearest to an address that went: those with the same words in their name or title, rare words first.
 *  In place of a retired entry stands the one that replaces it. */
export function nearestEntries(entries: readonly AddressedEntry[]): (address: string) => readonly Address[] {
  let byWord: Map<string, AddressedEntry[]> | undefined;
  const known = new Set<string>(entries.map(({ kind, id }) => `${kind}/${id}`));
  return (address) => {
    byWord ??= indexByWord(entries);
    const [kind = '', id = ''] = address.split('/');
    const scores = new Map<Address, number>();
    for (const word of wordsOf(id)) {
      const holders = byWord.get(word) ?? [];
      for (const holder of holders) {
        const stands = standIn(holder, known);
        if (stands) scores.set(stands, (scores.get(stands) ?? 0) + (1 / holders.length) * (holder.kind === kind ? 1.5 : 1));
      }
    }
    return [...scores]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, MOST)
      .map(([found]) => found);
  };
}

function standIn(entry: AddressedEntry, known: ReadonlySet<string>): Address | undefined {
  if (!entry.retired) return `${entry.kind}/${entry.id}`;
  return entry.supersededBy !== undefined && known.has(entry.supersededBy) ? (entry.supersededBy as Address) : undefined;
}

function indexByWord(entries: readonly AddressedEntry[]): Map<string, AddressedEntry[]> {
  const byWord = new Map<string, AddressedEntry[]>();
  for (const entry of entries) {
    for (const word of new Set([...wordsOf(entry.id), ...wordsOf(entry.title)])) {
      const holders = byWord.get(word);
      if (holders) holders.push(entry);
      else byWord.set(word, [entry]);
    }
  }
  return byWord;
}

/** The words of a text that say what it is about, one and many alike; a year says nothing. */
function wordsOf(text: string): Set<string> {
  const words = foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 1 && !/^\d+$/.test(word) && !SMALL.has(word)).map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, '') : word)));
}
