import { stringify } from 'yaml';
import { z } from 'zod';
import { KINDS, type KindName } from '../schema/index.ts';
import { OUTLINES } from '../schema/outlines.ts';
import type { Vocabularies } from '../schema/vocabularies.ts';
import { choices } from './choices.ts';
import { fieldFacts } from './field-facts.ts';
import { formSections } from './form-sections.ts';
import { ownNotes } from './own-notes.ts';
import { usedFields } from './used-fields.ts';

/** What a new entry is made from. */
export interface NewEntry {
  readonly kind: KindName;
  readonly title: string;
  /** The day it is made, `YYYY-MM-DD`. */
  readonly today: string;
  readonly vocabularies: Partial<Vocabularies>;
}

/** Fields that a new entry has no use for. */
const LATER = new Set(['aliases', 'moved_headings', 'retire_reason', 'superseded_by']);

/** The text of a new draft: what is needed stands open with its example as a note, what may be added stands in notes. */
export function newEntry({ kind, title, today, vocabularies }: NewEntry): string {
  const { fields: schema, form, one } = KINDS[kind];
  const fields = new Map(usedFields(schema, vocabularies));
  const required = new Set([...fields].filter(([, field]) => fieldFacts(field).required).map(([name]) => name));
  const { first, full, more } = formSections(form, [...fields.keys()], required);
  const known: Record<string, string> = { title, status: 'draft', created: today };
  const open = [...first, ...full, ...more].filter((name) => required.has(name) && !(name in known));
  const optional = [...first, ...full, ...more].filter((name) => !required.has(name) && !(name in known) && !LATER.has(name));
  const initial = (name: string) => `${name}: ${String(fieldFacts(fields.get(name)!).notes.initial ?? '')}`.trimEnd();
  const note = (name: string, needed: boolean) => notes(name, fields.get(name)!, vocabularies, needed);
  return [
    '---',
    `# A new ${one}. Lines that start with # are notes for you: readers never see them, and you may take them out.`,
    ...line('title', title),
    ...open.flatMap((name) => ['', ...note(name, true), initial(name)]),
    '',
    '# A draft is not on the site. Write "review" when it may go there.',
    ...line('status', 'draft'),
    ...(fields.has('created') ? line('created', today) : []),
    '',
    '# What follows may be left out. To use a field, take the # and the space from the lines of its example.',
    ...optional.flatMap((name) => ['#', ...note(name, false)]),
    '---',
    '',
    ...(OUTLINES[kind] ?? []).flatMap(([heading, words]) => [`## ${heading}`, '', words, '']),
  ].join('\n');
}

function line(name: string, value: string): string[] {
  return [stringify({ [name]: value }, { lineWidth: 0 }).trimEnd()];
}

function notes(name: string, field: z.ZodType, vocabularies: Partial<Vocabularies>, needed: boolean): string[] {
  const facts = fieldFacts(field);
  const { title = name, examples } = ownNotes(field, vocabularies);
  const item = facts.inner instanceof z.ZodArray ? fieldFacts(facts.inner.element as z.ZodType) : facts;
  const values = choices(item, vocabularies)?.map(({ value }) => value) ?? [];
  const list = values.length > 0 && values.length <= 12 ? [`One of: ${values.join(', ')}.`] : [];
  const example =
    examples?.[0] === undefined
      ? []
      : stringify({ [name]: examples[0] }, { lineWidth: 0 })
          .trimEnd()
          .split('\n');
  const about = [`${needed ? 'Needed. ' : ''}${title}: ${facts.notes.description ?? ''}`.trim(), ...list];
  return [...about.map((text) => `# ${needed ? '' : '  '}${text}`), ...(needed && example.length > 0 ? ['# Example:'] : []), ...example.map((text) => `# ${needed ? '  ' : ''}${text}`)];
}
