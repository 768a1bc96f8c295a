import { startCompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { components, type Component } from '#garden/safe-mdx/components.ts';
import type { FormIndex } from '#garden/outputs/form-index.ts';
import { findEntries } from '../cite/find-entries.ts';
import { componentBlock } from '../parts/component-block.ts';

/** So few that the list needs no scrolling; more letters bring the others. */
const MOST = 8;

/** Completes names of components after `<`, and names of sources in their attributes. */
export function tagCompletion({ entries }: FormIndex): (context: CompletionContext) => CompletionResult | null {
  const sources = entries.filter((entry) => entry.kind === 'sources');
  return (context) => {
    const value = context.matchBefore(/<[A-Z][^<>]*\ssources?="[^"<>]*$/);
    if (value) {
      const typed = /[^",\s]*$/.exec(value.text)?.[0] ?? '';
      const found = findEntries(sources, typed).slice(0, MOST);
      if (found.length === 0) return null;
      return { from: context.pos - typed.length, options: found.map(({ id, title }) => ({ label: id, detail: title })), filter: false };
    }
    const tag = context.matchBefore(/<\/?[A-Z]\w*$/);
    if (!tag) return null;
    const closing = tag.text.startsWith('</');
    const from = tag.from + (closing ? 2 : 1);
    const typed = context.state.sliceDoc(from, context.pos);
    const options = components.filter(({ name }) => name.startsWith(typed)).map((component) => (closing ? { label: component.name, apply: `${component.name}>` } : tagOption(component, from - 1)));
    return options.length === 0 ? null : { from, options, filter: false };
  };
}

function tagOption(component: Component, start: number): Completion {
  return {
    label: component.name,
    detail: component.about,
    apply(view, _completion, _from, to) {
      const { doc } = view.state;
      const line = doc.lineAt(start);
      const alone = line.text.slice(0, start - line.from).trim() === '' && doc.sliceString(to, line.to).trim() === '';
      const [first = ''] = Object.entries(component.props.shape).find(([, schema]) => !schema.safeParse(undefined).success) ?? (component.name === 'Cite' ? ['source'] : []);
      const attribute = first === '' ? '' : ` ${first}=""`;
      const opening = `<${component.name}${attribute}${component.children === 'none' ? ' />' : '>'}`;
      const block = component.children === 'blocks' && alone ? componentBlock(component, {}) : undefined;
      const rest = block ? block.text.slice(block.text.indexOf('>') + 1) : '';
      const [from, to2] = block?.select ?? [0, 0];
      const moved = opening.length - (block ? block.text.indexOf('>') + 1 : 0);
      const selection =
        attribute !== '' ? { anchor: start + `<${component.name} ${first}="`.length } : block ? { anchor: start + from + moved, head: start + to2 + moved } : { anchor: start + opening.length };
      view.dispatch({ changes: { from: start, to, insert: opening + rest }, selection, userEvent: 'input.complete', scrollIntoView: true });
      if (first.startsWith('source')) startCompletion(view);
    },
  };
}
