import type { Problem } from '../checks/problem.ts';

/** Where something stands in a file: line and column from 1, column in UTF-16 units, and its length on that line. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly length?: number;
}

/** A heading of a body. Ids are unique in the body. */
export interface Heading extends Place {
  readonly depth: number;
  readonly text: string;
  readonly id: string;
}

/** A `[[link]]` in a body. */
export interface Wikilink extends Place {
  /** What stands before `#` and `|`, trimmed: `id` or `kind/id`; for a wanted page the words after `?`. */
  readonly target: string;
  readonly heading?: string;
  readonly label?: string;
  /** `[[?Words]]`: a page that does not exist yet and is wanted. */
  readonly wanted: boolean;
  /** The sentence (or at most 240 characters) around it, as plain text. */
  readonly excerpt: string;
}

/** An ordinary link. */
export interface PlainLink extends Place {
  readonly url: string;
  readonly text: string;
}

/** An image in a body, Markdown or `Figure`. */
export interface BodyImage extends Place {
  readonly src: string;
  readonly alt: string;
}

/** A citation of a source, from `Cite`, `Evidence` and others. */
export interface Citation extends Place {
  readonly source: string;
}

/** All that other parts need to know of a body, as plain JSON: it is cached on disk by digest. */
export interface BodyFacts {
  readonly headings: readonly Heading[];
  readonly wikilinks: readonly Wikilink[];
  readonly links: readonly PlainLink[];
  readonly images: readonly BodyImage[];
  readonly citations: readonly Citation[];
  /** Number of words, for reading time. */
  readonly words: number;
  /** What is not allowed, or does not work, in the body itself; `file` is left empty for the caller. */
  readonly problems: readonly Problem[];
}
