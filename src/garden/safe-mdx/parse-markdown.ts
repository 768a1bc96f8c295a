import { unified, type Plugin } from 'unified';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import type { Root } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import { componentNamed } from './components.ts';
import { isHtmlTag } from './html-advice.ts';
import type { CommentNode, TagNode } from './nodes.ts';
import { gardenSyntax } from './syntax.ts';

/** Reads Markdown with tables, notes, task lists and tags into a tree. No expression and no import exists in it. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}

const fromTags: FromMarkdown = {
  enter: {
    gardenTag(token) {
      this.enter({ type: 'tag', raw: '' } satisfies TagNode, token);
    },
    gardenComment(token) {
      this.enter({ type: 'comment' } satisfies CommentNode, token);
    },
  },
  exit: {
    gardenTag(token) {
      const node = this.stack[this.stack.length - 1];
      if (node?.type === 'tag') node.raw = this.sliceSerialize(token);
      this.exit(token);
    },
    gardenComment(token) {
      this.exit(token);
    },
  },
};

const gardenMarkdown: Plugin<[], Root> = function () {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gardenSyntax({ isInline: (name) => componentNamed(name)?.display === 'inline', isKnown: (name) => componentNamed(name) !== undefined || isHtmlTag(name) }));
  // The transforms of GFM look for addresses once more in plain text. They lose positions and take quadratic time;
  // the syntax itself has found all that a reader would call a link.
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).flat().map(({ transforms: _, ...extension }) => extension);
  data.fromMarkdownExtensions.push(fromTags);
};

const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(gardenMarkdown).freeze();
