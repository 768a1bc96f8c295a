import type { z } from 'zod';

/** One kind of entry: a content folder, its words, its address and what its front matter may say. */
export interface Kind<Name extends string = string, Fields extends z.ZodType = z.ZodType> {
  /** Content folder, address segment and name in references, all the same word. */
  readonly name: Name;
  /** "guide": used in sentences after "a" or "an". */
  readonly one: string;
  /** "guides": used in sentences. */
  readonly many: string;
  /** Heading of the index page. */
  readonly heading: string;
  /** One sentence for readers of the index page. */
  readonly about: string;
  /** Whether an entry may have a body below its front matter, and whether it must. */
  readonly body: 'required' | 'optional';
  /** A strict zod object (possibly with refinements) for the front matter. */
  readonly fields: Fields;
  /** In which order people meet the fields in the form. */
  readonly form: FormOrder;
}

/** The order of fields in the form. Fields that stand in neither list come later, required ones excepted: those join the first. */
export interface FormOrder<Field extends string = string> {
  /** What everybody fills first. */
  readonly first: readonly Field[];
  /** What turns a short entry into a full one. */
  readonly full?: readonly Field[];
}

/** Returns the kind as it is given; it exists so that the field types are kept. */
export function defineKind<const Name extends string, Fields extends z.ZodType>(kind: Kind<Name, Fields> & { readonly form: FormOrder<keyof z.input<Fields> & string> }): Kind<Name, Fields> {
  return kind;
}
