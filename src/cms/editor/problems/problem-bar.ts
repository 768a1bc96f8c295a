import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { applyFix, bringsProblems, goToProblem, placedProblems, problemAtCursor } from './check-text.ts';

/** How long the number of problems has to stay before it is said, in milliseconds. */
const PAUSE = 900;

/** A line below the text that says how many problems there are, and the one at the cursor, with what puts it right. */
export function problemBar(): { readonly element: HTMLElement; readonly extension: Extension } {
  const element = document.createElement('div');
  const count = document.createElement('p');
  const here = document.createElement('div');
  element.className = 'garden-problems';
  count.setAttribute('role', 'status');
  here.className = 'garden-problem';
  here.hidden = true;
  let said: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function say(view: EditorView): void {
    const number = placedProblems(view).length;
    clearTimeout(timer);
    if (number === said) return;
    timer = setTimeout(() => {
      said = number;
      count.textContent = number === 0 ? 'Nothing to put right.' : `${number} ${number === 1 ? 'thing' : 'things'} to look at.`;
      go.hidden = number === 0;
    }, PAUSE);
  }

  let view: EditorView;
  const go = button('Go to the next', () => {
    goToProblem(view, 1);
    view.focus();
  });
  go.title = 'F8';
  go.hidden = true;

  function showHere(): void {
    const placed = problemAtCursor(view);
    here.hidden = placed === undefined;
    if (!placed) return here.replaceChildren();
    const words = document.createElement('p');
    words.append(strong(placed.problem.message), ...(placed.problem.suggestion ? [' ', placed.problem.suggestion] : []));
    here.dataset['severity'] = placed.problem.severity;
    here.replaceChildren(words);
    if (!placed.fix) return;
    const fix = button(`Write “${placed.fix.insert}”`, () => {
      const now = problemAtCursor(view);
      if (now) applyFix(view, now);
      view.focus();
    });
    fix.title = 'Ctrl+.';
    here.append(fix);
  }

  element.append(count, go, here);
  return {
    element,
    extension: [
      EditorView.updateListener.of((update) => {
        view = update.view;
        const fresh = update.transactions.some(({ effects }) => bringsProblems(effects));
        if (fresh) say(view);
        if (fresh || update.docChanged || update.selectionSet) showHere();
      }),
    ],
  };
}

function button(words: string, press: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = words;
  element.addEventListener('click', press);
  return element;
}

function strong(words: string): HTMLElement {
  const element = document.createElement('strong');
  element.textContent = words;
  return element;
}
