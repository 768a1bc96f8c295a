import { stringify } from 'yaml';
import { z } from 'zod';
import { components, type Component } from '../safe-mdx/components.ts';
import { KIND_NAMES, KINDS, type KindName } from '../schema/index.ts';
import { OUTLINES } from '../schema/outlines.ts';
import type { Vocabularies } from '../schema/vocabularies.ts';
import { choices } from './choices.ts';
import { fieldFacts, fieldsOf } from './field-facts.ts';
import { ownNotes } from './own-notes.ts';
import { usedFields } from './used-fields.ts';

/** One snippet as VS Code reads it. */
export interface Snippet {
  readonly scope: 'markdown';
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** Snippets for every part of a page, for a new entry of every kind, and for every field. */
export function vscodeSnippets(vocabularies: Partial<Vocabularies>): Readonly<Record<string, Snippet>> {
  return Object.fromEntries([...components.map(part), ...KIND_NAMES.map((kind) => entry(kind, vocabularies)), ...fields(vocabularies)]);
}

/** Hands out the numbers of the places that a person fills in one snippet. */
class Places {
  private last = 0;

  text(words: string): string {
    return `\${${(this.last += 1)}:${escaped(words).replaceAll('}', '\\}')}}`;
  }

  oneOf(values: readonly string[], first: string): string {
    const sorted = [first, ...values.filter((value) => value !== first)];
    return `\${${(this.last += 1)}|${sorted.map((value) => escaped(value).replace(/[,|]/g, '\\$&')).join(',')}|}`;
  }
}

/** A part of a page as its example writes it, with places for its words and settings. */
function part({ name, about, example, props }: Component): [string, Snippet] {
  const places = new Places();
  const types = new Map(fieldsOf(props));
  const body = example.split('\n').map((text) => {
    if (text.startsWith('<') && !text.startsWith('</')) return text.replace(/([a-z]+)="([^"]*)"/g, (_whole, prop: string, value: string) => `${prop}="${setting(places, types.get(prop), value)}"`);
    const [, mark = '', words = ''] = /^((?:\d+\. |- \[ \] )?)(.*)$/.exec(text) ?? [];
    return words === '' || text.startsWith('</') ? escaped(text) : mark + places.text(words);
  });
  return [name, { scope: 'markdown', prefix: name, description: about, body }];
}

function setting(places: Places, schema: z.ZodType | undefined, value: string): string {
  const inner = schema && fieldFacts(schema).inner;
  return inner instanceof z.ZodEnum ? places.oneOf(inner.options.map(String), value) : places.text(value);
}

/** A new entry with every field that it needs. */
function entry(kind: KindName, vocabularies: Partial<Vocabularies>): [string, Snippet] {
  const { one, about, fields: schema } = KINDS[kind];
  const places = new Places();
  const lines = usedFields(schema, vocabularies).flatMap(([name, field]) => {
    if (name === 'created') return ['created: $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE'];
    return fieldFacts(field).required ? fieldLines(name, name === 'status' ? 'draft' : undefined, field, vocabularies, places) : [];
  });
  const outline = (OUTLINES[kind] ?? []).flatMap(([heading, words]) => [`## ${heading}`, '', ...words.split('\n'), '']).map(escaped);
  return [`New ${one}`, { scope: 'markdown', prefix: `new ${one}`, description: about, body: ['---', ...lines, '---', '', ...outline, '$0'] }];
}

/** Each field once, with the kinds that have it in this form. */
function fields(vocabularies: Partial<Vocabularies>): [string, Snippet][] {
  const found = new Map<string, { snippet: Snippet; kinds: string[] }>();
  for (const kind of KIND_NAMES) {
    for (const [name, field] of usedFields(KINDS[kind].fields, vocabularies)) {
      const body = fieldLines(name, undefined, field, vocabularies, new Places());
      const { description = '', title = name } = { ...fieldFacts(field).notes, ...ownNotes(field, vocabularies) };
      const key = JSON.stringify([name, body, description]);
      const same = found.get(key);
      if (same) same.kinds.push(KINDS[kind].many);
      else found.set(key, { snippet: { scope: 'markdown', prefix: `${name}:`, description: `${title}. ${description}`, body }, kinds: [KINDS[kind].many] });
    }
  }
  return [...found.values()].map(({ snippet, kinds }) => [`${snippet.prefix} ${kinds.join(', ')}`, { ...snippet, description: `${snippet.description} In ${kinds.join(', ')}.` }]);
}

function fieldLines(name: string, given: string | undefined, field: z.ZodType, vocabularies: Partial<Vocabularies>, places: Places): string[] {
  const facts = fieldFacts(field);
  const example = given ?? facts.notes.initial ?? ownNotes(field, vocabularies).examples?.[0] ?? '';
  const values = choices(facts, vocabularies)?.map(({ value }) => value) ?? [];
  const written = stringify({ [name]: example }, { lineWidth: 0 }).trimEnd();
  if (values.length > 0 && values.includes(String(example))) return [`${name}: ${places.oneOf(values, String(example))}`];
  if (typeof example !== 'string' || written.includes('\n')) return written.split('\n').map(escaped);
  const quoted = written.endsWith('"');
  return [`${name}: ${quoted ? `"${places.text(example)}"` : places.text(example)}`];
}

function escaped(text: string): string {
  return text.replace(/[\\$]/g, '\\$&');
}
