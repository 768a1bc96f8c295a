import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { analyseBody } from '#garden/entry/body.ts';
import { entryIndex, resolveTarget, type EntryIndex, type IndexedEntry } from '#garden/model/entry-index.ts';
import type { FormIndex } from '#garden/outputs/form-index.ts';
import { KINDS } from '#garden/schema/index.ts';
import { foldText } from '#garden/text/fold-text.ts';
import { findEntries } from '../cite/find-entries.ts';

/** So few that the list needs no scrolling; more letters bring the others. */
const MOST = 8;
const MOST_HEADINGS = 10;

/** Completes `[[` with the titles of entries, and `#` in a link with the headings of its page. */
export function linkCompletion({ entries }: FormIndex): (context: CompletionContext) => CompletionResult | null {
  const index = entryIndex(entries);
  return (context) => {
    const heading = context.matchBefore(/\[\[[^[\]\n|#]*#[^[\]\n|]*$/);
    if (heading) return headingResult(context, heading.text, index);
    const link = context.matchBefore(/\[\[[^[\]\n|#]*$/);
    if (!link) return null;
    const from = link.from + 2;
    const found = findEntries(entries, context.state.sliceDoc(from, context.pos)).slice(0, MOST);
    return found.length === 0 ? null : { from, options: found.map((entry) => entryOption(entry, index)), filter: false };
  };
}

function entryOption(entry: IndexedEntry, index: EntryIndex): Completion {
  const target = resolveTarget(index, entry.id).entry ? entry.id : `${entry.kind}/${entry.id}`;
  const { one } = KINDS[entry.kind];
  return { label: entry.title, detail: entry.draft ? `${one}, draft` : one, apply: (view, _completion, from, to) => apply(view, target, from, to) };
}

function headingResult(context: CompletionContext, text: string, index: EntryIndex): CompletionResult | null {
  const hash = text.indexOf('#');
  const target = text.slice(2, hash).trim();
  const typed = foldText(text.slice(hash + 1));
  const headings = target === '' ? analyseBody(context.state.doc.toString(), 1).facts.headings : (resolveTarget(index, target).entry?.headings ?? []);
  const options = headings.filter(({ id, text: words }) => id.includes(typed) || foldText(words).includes(typed)).slice(0, MOST_HEADINGS);
  if (options.length === 0) return null;
  return {
    from: context.pos - (text.length - hash - 1),
    options: options.map(({ id, text: words }) => ({ label: words, detail: 'heading', apply: (view, _completion, from, to) => apply(view, id, from, to) })),
    filter: false,
  };
}

type View = Parameters<Exclude<Completion['apply'], string | undefined>>[0];

/** Writes a name and closes the link, unless it is closed already. */
function apply(view: View, name: string, from: number, to: number): void {
  const rest = view.state.sliceDoc(to, view.state.doc.lineAt(to).to);
  const closed = /^[^[\]]*\]\]/.test(rest);
  const insert = closed ? name : `${name}]]`;
  const cursor = from + name.length + (closed && !rest.startsWith(']]') ? 0 : 2);
  view.dispatch({ changes: { from, to, insert }, selection: { anchor: cursor }, userEvent: 'input.complete', scrollIntoView: true });
}
