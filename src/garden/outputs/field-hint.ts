import type { Choice } from './choices.ts';
import type { FieldFacts } from './field-facts.ts';

/** The line under a field in the form: what it is for, and an example where one has to be typed. Decap reads it as Markdown. */
export function fieldHint(facts: FieldFacts, options: readonly Choice[] | undefined, within: boolean): string {
  const { notes, required, fallback } = facts;
  const parts = [notes.description, within && required ? 'Needed as soon as anything in this group is filled.' : undefined];
  if (fallback !== undefined && options) parts.push(`Left empty, it counts as “${options.find(({ value }) => value === fallback)?.label ?? String(fallback)}”.`);
  const example = typed(notes.examples?.[0]);
  if (example !== undefined && !options && !notes.ref && !notes.media) parts.push(`Example: ${example}`);
  return plainMarkdown(parts.filter(Boolean).join(' '));
}

/** An example that a person would type; groups, and what is chosen from a list, have none. */
function typed(example: unknown): string | undefined {
  if (typeof example === 'string' || typeof example === 'number') return String(example);
  return undefined;
}

/** Text as Markdown that shows just this text. */
function plainMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#~|!&]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&');
}
