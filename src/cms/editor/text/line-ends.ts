import { invertedEffects } from '@codemirror/commands';
import { MapMode, StateEffect, StateField, type ChangeDesc, type EditorState, type Extension, type Transaction } from '@codemirror/state';

/** The end of a line that differs from most of its text: where the end stands in the document, and its characters. */
interface OddEnd {
  readonly at: number;
  readonly end: string;
}

/** How the lines of a text end: most of them in one way, some perhaps in another. */
interface LineEnds {
  readonly usual: string;
  readonly odd: readonly OddEnd[];
}

const END = /\r\n|\r|\n/g;

/** Takes all line ends of the text anew; for a text that comes from outside. */
export const setLineEnds = StateEffect.define<LineEnds>();

/** Gives back single ends that a change took away; for undo. */
const restoreEnds = StateEffect.define<readonly OddEnd[]>({ map: (ends, changes) => moved(ends, changes) });

const field = StateField.define<LineEnds>({
  create: () => ({ usual: '\n', odd: [] }),
  update(ends, transaction) {
    let now = transaction.docChanged && ends.odd.length > 0 ? { ...ends, odd: moved(ends.odd, transaction.changes) } : ends;
    for (const effect of transaction.effects) {
      if (effect.is(setLineEnds)) now = effect.value;
      if (effect.is(restoreEnds)) now = { ...now, odd: merged(now.odd, effect.value) };
    }
    return now;
  },
});

/**
 * Remembers how each line of `text` ends, whatever happens around it. The editor itself knows one kind of line end only;
 * a line that nobody touched keeps its own, a new line takes the usual one.
 */
export function lineEnds(text: string): Extension {
  return [field.init(() => readLineEnds(text)), invertedEffects.of(lostEnds)];
}

/** The line ends of a text. */
export function readLineEnds(text: string): LineEnds {
  const found: OddEnd[] = [];
  const count = new Map<string, number>();
  let shorter = 0;
  for (const match of text.matchAll(END)) {
    found.push({ at: match.index - shorter, end: match[0] });
    shorter += match[0].length - 1;
    count.set(match[0], (count.get(match[0]) ?? 0) + 1);
  }
  const usual = [...count].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '\n';
  return { usual, odd: found.filter(({ end }) => end !== usual) };
}

/** The whole text as it is to be stored. */
export function wholeText(state: EditorState): string {
  const { doc } = state;
  const { usual, odd } = state.field(field);
  let text = '';
  let from = 0;
  for (const { at, end } of odd) {
    text += doc.sliceString(from, at, usual) + end;
    from = at + 1;
  }
  return text + doc.sliceString(from, doc.length, usual);
}

function moved(ends: readonly OddEnd[], changes: ChangeDesc): OddEnd[] {
  return ends.flatMap(({ at, end }) => {
    const now = changes.mapPos(at, 1, MapMode.TrackAfter);
    return now === null ? [] : [{ at: now, end }];
  });
}

function merged(ends: readonly OddEnd[], more: readonly OddEnd[]): OddEnd[] {
  const places = new Set(more.map(({ at }) => at));
  return [...ends.filter(({ at }) => !places.has(at)), ...more].sort((a, b) => a.at - b.at);
}

function lostEnds(transaction: Transaction): StateEffect<unknown>[] {
  const before = transaction.startState.field(field);
  if (transaction.effects.some((effect) => effect.is(setLineEnds))) return [setLineEnds.of(before)];
  const lost = before.odd.filter(({ at }) => transaction.changes.mapPos(at, 1, MapMode.TrackAfter) === null);
  return lost.length > 0 ? [restoreEnds.of(lost)] : [];
}
