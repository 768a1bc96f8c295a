import type { Edit } from '../../../src/garden/entry/yaml-places.ts';

/** One stretch of a file that says the new name from now on. Offsets count in the normalised text of the file. */
export interface Change extends Edit {
  /** What a person reads of it: the whole link or value, before and after. */
  readonly was: string;
  readonly is: string;
}

/** A place that leads to the moved entry and cannot be rewritten safely. */
export interface Left {
  readonly offset: number;
  readonly was: string;
}

/** What has to change in one text, and what a person has to look at. */
export interface Found {
  readonly changes: readonly Change[];
  readonly left: readonly Left[];
  /** The text is too long or too tangled to look for links. */
  readonly unread?: boolean;
}

/** A change of a part of a longer stretch: `start` is the offset of `whole`, and `part` what is replaced in it, at `at`. */
export function changeWithin(start: number, whole: string, at: number, part: string, text: string): Change {
  return { start: start + at, end: start + at + part.length, text, was: whole, is: whole.slice(0, at) + text + whole.slice(at + part.length) };
}
