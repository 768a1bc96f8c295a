import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { componentNamed, type Component } from '#garden/safe-mdx/components.ts';
import { parseTag } from '#garden/safe-mdx/parse-tag.ts';

/** An opening tag of a component in the text. */
export interface FoundTag {
  readonly from: number;
  readonly to: number;
  readonly raw: string;
  readonly component: Component;
}

/** The opening tag that the cursor stands in. */
export function tagAtCursor(state: EditorState): FoundTag | undefined {
  const { from, to } = state.selection.main;
  const tree = ensureSyntaxTree(state, to, 200) ?? syntaxTree(state);
  for (const side of [1, -1] as const) {
    let node: ReturnType<typeof tree.resolveInner> | null = tree.resolveInner(from, side);
    while (node && node.name !== 'GardenTag') node = node.parent;
    if (!node || node.to < to) continue;
    const raw = state.sliceDoc(node.from, node.to);
    const { name, closing } = parseTag(raw);
    const component = componentNamed(name);
    // Right beside a citation people go on writing, perhaps with another one.
    if (component?.display === 'inline' && (from >= node.to || to <= node.from)) continue;
    if (component && !closing) return { from: node.from, to: node.to, raw, component };
  }
  return undefined;
}

/** Names of the components that are open at a position, outermost first. */
export function openComponents(state: EditorState, at: number): readonly string[] {
  const open: string[] = [];
  (ensureSyntaxTree(state, at, 200) ?? syntaxTree(state)).iterate({
    to: at,
    enter(node) {
      if (node.name !== 'GardenTag' || node.to > at) return;
      const { name, closing, selfClosing } = parseTag(state.sliceDoc(node.from, node.to));
      if (!closing && !selfClosing) open.push(name);
      else if (closing && open.includes(name)) open.length = open.lastIndexOf(name);
    },
  });
  return open;
}
