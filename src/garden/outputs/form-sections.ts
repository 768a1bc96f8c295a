import type { FormOrder } from '../schema/kind.ts';

/** The fields of a form by the part in which they stand. Every field stands in exactly one. */
export interface FormSections {
  /** What everybody fills. */
  readonly first: readonly string[];
  /** What turns a short entry into a full one. */
  readonly full: readonly string[];
  readonly more: readonly string[];
  /** What takes a page out of use. */
  readonly retire: readonly string[];
}

const RETIRE = ['status', 'retire_reason', 'superseded_by'];

/** Puts every field of a schema into its part of the form. Required ones that nobody listed join the first. */
export function formSections(order: FormOrder, names: readonly string[], required: ReadonlySet<string>): FormSections {
  const retire = RETIRE.filter((name) => names.includes(name));
  const first = order.first.filter((name) => names.includes(name));
  const full = (order.full ?? []).filter((name) => names.includes(name));
  const taken = new Set([...first, ...full, ...retire]);
  const rest = names.filter((name) => !taken.has(name));
  return { first: [...first, ...rest.filter((name) => required.has(name))], full, more: rest.filter((name) => !required.has(name)), retire };
}
