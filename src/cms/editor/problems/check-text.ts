import { forEachDiagnostic, linter, lintGutter, setDiagnosticsEffect, type Diagnostic } from '@codemirror/lint';
import { StateEffect, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Problem } from '#garden/checks/problem.ts';
import { problemRange } from './problem-range.ts';
import { quickFix, type QuickFix } from './quick-fix.ts';

/** Something outside the text has changed that its problems depend on. */
export const checkAgain = StateEffect.define<null>();

/** A problem as the editor shows it. */
interface TextProblem extends Diagnostic {
  readonly problem: Problem;
  readonly fix?: QuickFix;
}

/** A problem at its place in the text of this moment. */
export interface PlacedProblem {
  readonly from: number;
  readonly to: number;
  readonly problem: Problem;
  readonly fix?: QuickFix;
}

const DELAY = 500;

/** Marks what is wrong while somebody writes, in the words of the check. */
export function checkText(problems: (text: string) => readonly Problem[]): Extension {
  return [
    linter(({ state }) => problems(state.doc.toString()).map((problem) => diagnostic(state.doc, problem)), {
      delay: DELAY,
      needsRefresh: (update) => update.transactions.some((transaction) => transaction.effects.some((effect) => effect.is(checkAgain))),
    }),
    lintGutter(),
  ];
}

/** All problems in their order. */
export function placedProblems(view: EditorView): readonly PlacedProblem[] {
  const found: PlacedProblem[] = [];
  forEachDiagnostic(view.state, (shown, from, to) => {
    const { problem, fix } = shown as TextProblem;
    found.push({ from, to, problem, ...(fix ? { fix } : {}) });
  });
  return found.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The problem that the cursor stands in. */
export function problemAtCursor(view: EditorView): PlacedProblem | undefined {
  const { from, to } = view.state.selection.main;
  return placedProblems(view).find((placed) => placed.from <= from && placed.to >= to);
}

/** Moves the cursor to the next problem, or to the one before, and says it. */
export function goToProblem(view: EditorView, direction: 1 | -1): boolean {
  const all = placedProblems(view);
  const { from } = view.state.selection.main;
  const next = direction === 1 ? (all.find((placed) => placed.from > from) ?? all[0]) : (all.findLast((placed) => placed.from < from) ?? all.at(-1));
  const words = next ? sentence(next.problem) : 'There is nothing to put right.';
  view.dispatch({ ...(next ? { selection: { anchor: next.from }, scrollIntoView: true } : {}), effects: EditorView.announce.of(words) });
  return true;
}

/** Puts a problem right as its message proposes. */
export function applyFix(view: EditorView, { from, fix }: PlacedProblem): boolean {
  if (!fix) return false;
  view.dispatch({ changes: { from: from + fix.from, to: from + fix.to, insert: fix.insert }, userEvent: 'input', effects: EditorView.announce.of(`Now it says “${fix.insert}”.`) });
  return true;
}

/** Whether a change of the editor brings other problems. */
export function bringsProblems(effects: readonly StateEffect<unknown>[]): boolean {
  return effects.some((effect) => effect.is(setDiagnosticsEffect));
}

/** A problem in one go. */
export function sentence({ message, suggestion }: Problem): string {
  return suggestion ? `${message} ${suggestion}` : message;
}

function diagnostic(doc: EditorView['state']['doc'], problem: Problem): TextProblem {
  const { from, to } = problemRange(doc, problem);
  const fix = quickFix(problem, doc.sliceString(from, to));
  return {
    from,
    to,
    severity: problem.severity,
    message: sentence(problem),
    problem,
    renderMessage() {
      const element = document.createElement('div');
      const words = document.createElement('p');
      words.textContent = problem.message;
      element.append(words);
      if (problem.suggestion) {
        const next = document.createElement('p');
        next.className = 'garden-next';
        next.textContent = problem.suggestion;
        element.append(next);
      }
      return element;
    },
    ...(fix
      ? {
          fix,
          actions: [{ name: `Write “${fix.insert}”`, apply: (view: EditorView, at: number) => void applyFix(view, { from: at, to, problem, fix }) }],
        }
      : {}),
  };
}
