import type { Node } from 'unist';
import type { PhrasingContent, RootContent } from 'mdast';
import type { Wikilink } from '../entry/body-facts.ts';

/** One tag as it stands in the text, before it is paired with its closing tag. */
export interface TagNode extends Node {
  type: 'tag';
  raw: string;
}

/** A comment, `<!-- … -->` or `{/* … *\/}`: no reader sees it. */
export interface CommentNode extends Node {
  type: 'comment';
}

/** One attribute of a tag. `offset` counts from the `<` of the tag. */
export interface TagAttribute {
  readonly name: string;
  /** A string, or the data that a literal in braces stands for; `true` when there is no value. */
  readonly value: unknown;
  /** Why the value is not plain data. */
  readonly trouble?: 'expression' | 'bare';
  readonly offset: number;
  readonly length: number;
}

/** A component with what it holds. `props` is set when all its attributes are right. */
export interface ComponentNode extends Node {
  type: 'component';
  name: string;
  attributes: readonly TagAttribute[];
  props?: Readonly<Record<string, unknown>>;
  children: (RootContent | PhrasingContent)[];
  data?: { readonly raw?: string };
}

/** A `[[link]]`, cut out of a text. */
export interface WikilinkNode extends Node {
  type: 'wikilink';
  link: Omit<Wikilink, 'line' | 'column' | 'length' | 'excerpt'>;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    tag: TagNode;
    comment: CommentNode;
    component: ComponentNode;
    wikilink: WikilinkNode;
  }
  interface RootContentMap {
    tag: TagNode;
    comment: CommentNode;
    component: ComponentNode;
    wikilink: WikilinkNode;
  }
  interface HeadingData {
    id?: string;
  }
}
