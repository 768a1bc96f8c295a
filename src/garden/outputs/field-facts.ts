import { z } from 'zod';

/** The notes that a schema leaves on a field for people and for forms. */
export interface FieldNotes {
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  /** Kinds that it may name; `withKind` when it is written `kind/id`. */
  readonly ref?: readonly string[];
  readonly withKind?: boolean;
  readonly vocabulary?: string;
  /** Whether it names a picture in `content/media`. */
  readonly media?: boolean;
  readonly format?: string;
  /** What a new entry starts with. */
  readonly initial?: unknown;
  /** Words for the values of a closed choice. */
  readonly labels?: Readonly<Record<string, string>>;
  /** What one item of a list is called. */
  readonly one?: string;
}

/** A field of a schema without its wrappers: what stands inside, and what the wrappers and notes say. */
export interface FieldFacts {
  readonly notes: FieldNotes;
  /** Whether a header must have it. One with a value of its own when left out is not required. */
  readonly required: boolean;
  /** What counts when it is left out. */
  readonly fallback?: unknown;
  readonly inner: z.ZodType;
}

/** Takes the wrappers off a field. Notes further out win over those inside. */
export function fieldFacts(schema: z.ZodType): FieldFacts {
  const notes: FieldNotes[] = [];
  let required = true;
  let fallback: unknown;
  let at = schema;
  for (;;) {
    notes.unshift((at.meta() ?? {}) as FieldNotes);
    if (at instanceof z.ZodOptional) {
      required = false;
      at = at.def.innerType as z.ZodType;
    } else if (at instanceof z.ZodDefault) {
      required = false;
      fallback = at.def.defaultValue;
      at = at.def.innerType as z.ZodType;
    } else if (at instanceof z.ZodPipe) at = at.def.in as z.ZodType;
    else return { notes: Object.assign({}, ...notes) as FieldNotes, required, inner: at, ...(fallback === undefined ? {} : { fallback }) };
  }
}

/** The fields of an object schema by name, in the order in which they stand. */
export function fieldsOf(schema: z.ZodType): readonly (readonly [name: string, field: z.ZodType])[] {
  const { inner } = fieldFacts(schema);
  if (!(inner instanceof z.ZodObject)) throw new TypeError('Only an object has fields.');
  return Object.entries(inner.def.shape as Record<string, z.ZodType>);
}
