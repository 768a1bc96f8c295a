import type { Root } from 'mdast';
import { compareProblems } from '../checks/problem.ts';
import { bodySource, type BodySource } from '../safe-mdx/body-source.ts';
import { checkTree } from '../safe-mdx/check-tree.ts';
import { replaceHidden } from '../safe-mdx/hidden-characters.ts';
import { pairTags } from '../safe-mdx/pair-tags.ts';
import { parseMarkdown } from '../safe-mdx/parse-markdown.ts';
import { preflight } from '../safe-mdx/preflight.ts';
import { collectFacts } from './body-collect-facts.ts';
import type { BodyFacts } from './body-facts.ts';

/** A body that was read: its tree for `renderBody`, and what other parts need to know of it. */
export interface AnalysedBody {
  readonly tree: Root;
  readonly facts: BodyFacts;
}

/**
 * Reads the body of an entry: the text after the front matter, with LF line ends, whose first line is line `firstLine`
 * of the file. Never throws; what is wrong stands in `facts.problems`. A body with an error is not to be published.
 */
export function analyseBody(text: string, firstLine: number): AnalysedBody {
  const source = bodySource(text, firstLine);
  if (!preflight(source)) return empty(source);
  try {
    const clean = replaceHidden(source);
    const tree = parseMarkdown(clean);
    pairTags(tree, source);
    checkTree(tree, source, clean);
    const facts = collectFacts(tree, source);
    source.problems.sort(compareProblems);
    return { tree, facts };
  } catch {
    // Only a depth that no preflight foresaw gets here.
    source.error('too-large', 0, 1, 'This page is too tangled to read.', 'Write it with fewer marks, or share the text out over several pages.');
    return empty(source);
  }
}

function empty(source: BodySource): AnalysedBody {
  return { tree: { type: 'root', children: [] }, facts: { headings: [], wikilinks: [], links: [], images: [], citations: [], words: 0, problems: source.problems } };
}
