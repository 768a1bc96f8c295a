import { autocompletion } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { deleteMarkupBackward, insertNewlineContinueMarkup } from '@codemirror/lang-markdown';
import { Annotation, EditorState } from '@codemirror/state';
import { drawSelection, dropCursor, EditorView, keymap } from '@codemirror/view';
import { linkCompletion } from './complete/link-options.ts';
import { tagCompletion } from './complete/tag-options.ts';
import type { EditorHost } from './editor-host.ts';
import { gardenMarkdown } from './markdown/garden-markdown.ts';
import { takePictures } from './pictures/take-pictures.ts';
import { applyFix, checkAgain, checkText, goToProblem, problemAtCursor } from './problems/check-text.ts';
import { problemBar } from './problems/problem-bar.ts';
import { lineEnds, readLineEnds, setLineEnds, wholeText } from './text/line-ends.ts';
import { middleChange } from './text/middle-change.ts';
import { toolbar } from './toolbar/toolbar.ts';
import { toolGroups } from './toolbar/tools.ts';

/** Where the editor stands and what it is connected to. */
export interface BodyEditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  /** Id of the text field itself. */
  readonly id: string;
  /** Id of the element that names it. */
  readonly labelledBy: string;
  readonly host: EditorHost;
  /** Gets the whole text after each change that a person makes. */
  onChange(text: string): void;
}

/** An editor for the text of an entry. */
export interface BodyEditor {
  readonly element: HTMLElement;
  /** Takes another text from outside; the cursor stays where it is in what both have. */
  setText(text: string): void;
  /** Says that something outside of the text has changed which its problems depend on. */
  problemsChanged(): void;
  focus(): void;
  /** Puts the cursor at a line and column, both from 1. */
  goTo(line: number, column: number): void;
  destroy(): void;
}

const fromOutside = Annotation.define<true>();

/** Makes an editor in `parent`. What a person does not touch stays as it is, to the byte. */
export function createBodyEditor({ parent, text, id, labelledBy, host, onChange }: BodyEditorOptions): BodyEditor {
  const element = document.createElement('div');
  const help = document.createElement('p');
  const bar = toolbar(toolGroups(host), () => view);
  const problems = problemBar();
  element.className = 'garden-editor';
  help.id = `${id}-help`;
  help.className = 'garden-help';
  help.textContent = 'Markdown. Alt+F10 opens the toolbar; Tab leaves the text.';

  const view: EditorView = new EditorView({
    state: EditorState.create({
      doc: text,
      extensions: [
        lineEnds(text),
        history(),
        drawSelection(),
        dropCursor(),
        EditorView.lineWrapping,
        gardenMarkdown(),
        autocompletion({ override: [linkCompletion(host.index), tagCompletion(host.index)], icons: false }),
        checkText((body) => host.problems(body)),
        problems.extension,
        takePictures(host),
        keymap.of([
          ...bar.keys,
          { key: 'F8', run: (target) => goToProblem(target, 1), shift: (target) => goToProblem(target, -1) },
          { key: 'Mod-.', run: fixHere },
          { key: 'Enter', run: insertNewlineContinueMarkup },
          { key: 'Backspace', run: deleteMarkupBackward },
          ...historyKeymap,
          ...defaultKeymap,
        ]),
        EditorView.contentAttributes.of({
          id,
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-labelledby': labelledBy,
          'aria-describedby': help.id,
          spellcheck: 'true',
          autocorrect: 'on',
          autocapitalize: 'sentences',
          lang: host.index.site.lang,
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged || update.selectionSet) bar.update(update.view);
          const changed = update.docChanged || update.transactions.some(({ effects }) => effects.some((effect) => effect.is(setLineEnds)));
          if (changed && !update.transactions.every((transaction) => transaction.annotation(fromOutside))) onChange(wholeText(update.state));
        }),
      ],
    }),
  });
  element.append(bar.element, view.dom, problems.element, help);
  parent.append(element);
  bar.update(view);

  return {
    element,
    setText(next) {
      if (next === wholeText(view.state)) return;
      const change = middleChange(view.state.doc.toString(), next.replace(/\r\n?/g, '\n'));
      view.dispatch({ ...(change ? { changes: change } : {}), effects: setLineEnds.of(readLineEnds(next)), annotations: fromOutside.of(true) });
    },
    problemsChanged: () => view.dispatch({ effects: checkAgain.of(null) }),
    focus: () => view.focus(),
    goTo(line, column) {
      const { from, to } = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      const at = Math.min(from + Math.max(0, column - 1), to);
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
      view.focus();
    },
    destroy() {
      view.destroy();
      element.remove();
    },
  };
}

function fixHere(view: EditorView): boolean {
  const placed = problemAtCursor(view);
  return placed !== undefined && applyFix(view, placed);
}
