import { syntaxTree } from '@codemirror/language';
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view';
import type { Line, Range } from '@codemirror/state';

const CLASSES: Readonly<Record<string, string>> = {
  FencedCode: 'md-line-code',
  CodeBlock: 'md-line-code',
  Table: 'md-line-table',
  ATXHeading1: 'md-line-heading',
  ATXHeading2: 'md-line-heading',
  ATXHeading3: 'md-line-heading',
  SetextHeading1: 'md-line-heading',
  SetextHeading2: 'md-line-heading',
  Blockquote: 'md-line-quote',
};

const decorations = new Map(Object.values(CLASSES).map((name) => [name, Decoration.line({ class: name })]));
const listMarks = Decoration.mark({ class: 'md-list-marks' });
const MARKS = /^\s*(?:(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s)?)?/;

/** Gives whole lines a class after what they are part of: code, a table, a heading, a quote, a list. */
export const lineClasses = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = visibleLines(view);
    }
    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged || syntaxTree(update.startState) !== syntaxTree(update.state)) this.decorations = visibleLines(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function visibleLines({ state, viewport }: EditorView): DecorationSet {
  const found = new Map<number, readonly Range<Decoration>[]>();
  syntaxTree(state).iterate({
    from: viewport.from,
    to: viewport.to,
    enter(node) {
      const name = CLASSES[node.name];
      const isItem = node.name === 'ListItem';
      if (name === undefined && !isItem) return;
      const last = Math.min(node.to, viewport.to);
      for (let line = state.doc.lineAt(Math.max(node.from, viewport.from)); ; line = state.doc.line(line.number + 1)) {
        // What stands in an item of a list looks like itself.
        found.set(line.from, isItem ? listLine(line) : [decorations.get(name!)!.range(line.from)]);
        if (line.to >= last || line.number === state.doc.lines) break;
      }
    },
  });
  return Decoration.set([...found.values()].flat(), true);
}

function listLine({ from, text }: Line): Range<Decoration>[] {
  const { length } = MARKS.exec(text)?.[0] ?? '';
  if (length === 0) return [];
  return [Decoration.line({ class: 'md-line-list', attributes: { style: `--marks: ${length}` } }).range(from), listMarks.range(from, from + length)];
}
