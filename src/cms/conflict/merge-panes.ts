import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { getChunks, MergeView, unifiedMergeView, type Chunk } from '@codemirror/merge';
import { EditorSelection, EditorState, Text, type Extension } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap } from '@codemirror/view';
import { makeElement } from '../fields/make-element.ts';
import { takeLines } from './take-lines.ts';

/** Names of the two texts. */
export const THEIRS = 'Theirs, as the page is now';
export const MINE = 'Yours, what will be saved';

/** Which place that differs the caret is at. */
export interface AtPlace {
  readonly number: number;
  readonly of: number;
  /** The line in my text, from 1. */
  readonly line: number;
}

/** What the panes need. All texts have LF at line ends. */
export interface MergePanesOptions {
  readonly parent: HTMLElement;
  readonly theirs: string;
  readonly mine: string;
  /** One text with their lines above mine, instead of two side by side. */
  readonly narrow: boolean;
  /** My text is another one now. */
  changed(): void;
  /** Lines were taken by a button that is gone now, and the focus with it. */
  taken(): void;
}

/** Two texts and how they differ. */
export interface MergePanes {
  text(): string;
  setText(text: string): void;
  /** How many places differ. */
  places(): number;
  /** Leads the caret to the next place that differs, or back to the one before, round the ends; undefined when none does. */
  go(step: 1 | -1): AtPlace | undefined;
  /** Puts their lines in place of mine where the caret is; false when it is at no place that differs. */
  takeHere(): boolean;
  destroy(): void;
}

/** Shows two texts with their differences; mine can be edited, and take over pieces of theirs. */
export function mergePanes({ parent, theirs, mine, narrow, changed, taken }: MergePanesOptions): MergePanes {
  // Before that the caret stands at the start, where nobody has put it.
  let led = false;
  const listen = EditorView.updateListener.of((update) => {
    led ||= update.selectionSet;
    if (update.docChanged) changed();
  });
  const own = [...common(MINE), highlightActiveLine(), history(), keymap.of([...historyKeymap, ...defaultKeymap]), listen];
  const merge = narrow
    ? undefined
    : new MergeView({
        parent,
        a: { doc: lines(theirs), extensions: [...common(THEIRS), keymap.of(defaultKeymap), EditorState.readOnly.of(true)] },
        b: { doc: lines(mine), extensions: own },
        revertControls: 'a-to-b',
        renderRevertControl: () => takeButton('→', (button) => takeBy(chunks()[Number(button.dataset['chunk'])])),
        diffConfig: DIFF,
      });
  const view = merge?.b ?? new EditorView({ parent, doc: lines(mine), extensions: [...own, unifiedMergeView({ original: lines(theirs), mergeControls, diffConfig: DIFF })] });

  function chunks(): readonly Chunk[] {
    return getChunks(view.state)?.chunks ?? [];
  }

  function take(chunk: Chunk | undefined): boolean {
    if (!chunk) return false;
    const change = takeLines(view.state.doc.toString(), theirs, chunk);
    view.dispatch({ changes: change, selection: EditorSelection.cursor(change.from), userEvent: 'revert' });
    return true;
  }

  function takeBy(chunk: Chunk | undefined): void {
    if (take(chunk)) taken();
  }

  /** Which place a position is in; one without lines of mine stands before the line that follows. */
  function placeAt(position: number): number {
    const last = view.state.doc.length;
    return chunks().findIndex(({ fromB, endB }) => Math.min(fromB, last) <= position && Math.max(Math.min(fromB, last), endB) >= position);
  }

  // The view asks for two buttons at each place. Mine is kept by doing nothing, so words stand where the first would.
  function mergeControls(type: 'accept' | 'reject'): HTMLElement {
    if (type === 'accept') return makeElement('span', { class: 'garden-conflict-whose' }, makeElement('span', {}, 'Theirs'), makeElement('span', {}, 'Not in theirs'));
    return takeButton('Take theirs', (button) => {
      const place = button.closest<HTMLElement>('.cm-deletedChunk');
      if (place) takeBy(chunks()[placeAt(view.posAtDOM(place))]);
    });
  }

  return {
    text: () => view.state.doc.toString(),
    setText(next) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next }, selection: EditorSelection.cursor(0), userEvent: 'revert' });
      led = false;
    },
    places: () => chunks().length,
    go(step) {
      const all = chunks();
      if (all.length === 0) return undefined;
      const head = view.state.selection.main.head;
      const here = placeAt(head);
      const before = all.filter(({ fromB }) => fromB < head).length;
      const to = here === -1 ? (step === 1 ? before : before - 1) : led ? here + step : here;
      const number = (to + all.length) % all.length;
      const position = Math.min(all[number]!.fromB, view.state.doc.length);
      view.dispatch({ selection: EditorSelection.cursor(position), effects: EditorView.scrollIntoView(position, { y: 'center' }) });
      led = true;
      return { number: number + 1, of: all.length, line: view.state.doc.lineAt(position).number };
    },
    takeHere: () => take(chunks()[placeAt(view.state.selection.main.head)]),
    destroy: () => (merge ?? view).destroy(),
  };
}

// Two texts with nothing in common would keep the window waiting.
const DIFF = { scanLimit: 1000, timeout: 500 };

function common(label: string): Extension[] {
  return [EditorView.lineWrapping, EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'true' })];
}

function lines(text: string): Text {
  return Text.of(text.split('\n'));
}

function takeButton(words: string, take: (button: HTMLButtonElement) => void): HTMLButtonElement {
  const button = makeElement('button', { type: 'button', class: 'garden-conflict-take', 'aria-label': 'Take theirs for this piece', title: 'Take theirs for this piece' }, words);
  // The view takes over at the press of a mouse, which no keyboard does; its own way is cut off.
  button.addEventListener('mousedown', (event) => {
    event.preventDefault();
    event.stopPropagation();
  });
  button.addEventListener('click', () => take(button));
  return button;
}
