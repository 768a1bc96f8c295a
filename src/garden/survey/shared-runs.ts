import { foldText } from '../text/fold-text.ts';

/** Words in a row that stand in more than one text. */
export interface SharedRun {
  readonly words: string;
  /** Names of the texts, sorted. */
  readonly places: readonly string[];
}

/** Runs of at least `least` words that stand in a sentence of two texts or more, the longest of each; marks, macrons and capitals are not compared. `texts` holds the sentences of each text by its name. */
export function sharedRuns(texts: ReadonlyMap<string, readonly string[]>, least = 10): SharedRun[] {
  const places = new Map<string, Set<string>>();
  const sentences = [...texts].flatMap(([name, list]) => list.map((sentence) => ({ name, words: wordsOf(sentence) })));
  for (const { name, words } of sentences) {
    for (let at = 0; at + least <= words.length; at += 1) {
      const run = words.slice(at, at + least).join(' ');
      places.set(run, (places.get(run) ?? new Set()).add(name));
    }
  }
  const found = new Map<string, SharedRun>();
  for (const { words } of sentences) {
    for (let at = 0; at + least <= words.length;) {
      const names = placesAt(words, at);
      if (names === undefined) {
        at += 1;
        continue;
      }
      const from = at;
      while (placesAt(words, at) === names) at += 1;
      const run = words.slice(from, at + least - 1).join(' ');
      found.set(run, { words: run, places: names.split('\n') });
    }
  }
  return [...found.values()].toSorted((a, b) => (a.words < b.words ? -1 : 1));

  /** The texts that share the run which begins at a word, as one string; undefined when there is only one. */
  function placesAt(words: readonly string[], at: number): string | undefined {
    const names = at + least <= words.length ? places.get(words.slice(at, at + least).join(' ')) : undefined;
    return names && names.size > 1 ? [...names].toSorted().join('\n') : undefined;
  }
}

function wordsOf(sentence: string): string[] {
  return foldText(sentence).match(/[\p{L}\p{N}]+/gu) ?? [];
}
