import { z } from 'zod';
import type { Vocabularies } from '../schema/vocabularies.ts';
import { choices, type Choice } from './choices.ts';
import { fieldFacts, type FieldFacts } from './field-facts.ts';
import { fieldHint } from './field-hint.ts';
import { listSize } from './list-size.ts';
import { numberRange } from './number-range.ts';
import { ownNotes } from './own-notes.ts';
import { sentenceCase } from './sentence-case.ts';
import { textRule } from './text-rule.ts';
import { usedFields } from './used-fields.ts';

/** One field of the form in the words of Decap's configuration. Names that start with `_` hold no data. */
export interface CmsField {
  readonly name: string;
  readonly label: string;
  readonly widget: string;
  readonly required: boolean;
  readonly hint?: string;
  readonly default?: unknown;
  /** A regular expression, and what to say when it does not match. */
  readonly pattern?: readonly [source: string, words: string];
  readonly options?: readonly Choice[];
  readonly multiple?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly value_type?: 'int' | 'float';
  readonly type?: 'date';
  readonly format?: string;
  readonly time_format?: false;
  readonly collection?: string;
  readonly value_field?: string;
  readonly search_fields?: readonly string[];
  readonly display_fields?: readonly string[];
  readonly kinds?: readonly string[];
  readonly choose_url?: false;
  readonly field?: CmsField;
  readonly fields?: readonly CmsField[];
  readonly summary?: string;
  readonly collapsed?: boolean;
  readonly label_singular?: string;
  readonly add_to_top?: false;
  /** Of a divider: how many fields it stands above. */
  readonly count?: number;
  /** Of the meter: the fields of the short entry and of the full one. */
  readonly first?: readonly NamedField[];
  readonly full?: readonly NamedField[];
}

/** A field by its name and label. */
export type NamedField = Pick<CmsField, 'name' | 'label'>;

/** Turns a field of a schema into a field of the form. */
export function cmsField(name: string, schema: z.ZodType, vocabularies: Partial<Vocabularies>): CmsField {
  return asField(name, schema, vocabularies, false);
}

/** `within` says that the field stands in a group that may be left out: Decap would ask for it even then. */
function asField(name: string, schema: z.ZodType, vocabularies: Partial<Vocabularies>, within: boolean): CmsField {
  const facts = fieldFacts(schema);
  const hint = fieldHint(facts, choices(facts, vocabularies), within);
  return {
    name,
    label: ownNotes(schema, vocabularies).title ?? name,
    ...widget(facts, vocabularies, within),
    required: facts.required && !within,
    ...(hint ? { hint } : {}),
    ...(facts.required && facts.notes.initial !== undefined ? { default: facts.notes.initial } : {}),
  };
}

type Widget = Omit<CmsField, 'name' | 'label' | 'required'>;

function widget(facts: FieldFacts, vocabularies: Partial<Vocabularies>, within: boolean): Widget {
  const { inner } = facts;
  if (inner instanceof z.ZodArray) return listWidget(facts, inner, vocabularies);
  if (inner instanceof z.ZodObject) {
    const fields = usedFields(inner, vocabularies).map(([name, field]) => asField(name, field, vocabularies, within || !facts.required));
    return { widget: 'object', fields, ...(facts.required ? {} : { collapsed: true }) };
  }
  if (inner instanceof z.ZodNumber) return { widget: 'number', ...numberRange(inner) };
  if (inner instanceof z.ZodBoolean) return { widget: 'boolean' };
  return oneValue(facts, vocabularies);
}

/** The widget of one text, and whether several of its kind are chosen at once rather than listed. */
function oneValue(facts: FieldFacts, vocabularies: Partial<Vocabularies>): Widget {
  const { notes } = facts;
  const options = choices(facts, vocabularies);
  if (options) return { widget: 'select', options };
  if (notes.ref?.length === 1 && !notes.withKind) {
    return { widget: 'relation', collection: notes.ref[0]!, value_field: '{{slug}}', search_fields: ['title', 'summary'], display_fields: ['title'] };
  }
  if (notes.ref) return { widget: 'garden-entry', kinds: notes.ref };
  if (notes.media) return { widget: 'image', choose_url: false };
  const { pattern, words, oneLine } = textRule(facts);
  const checked = pattern === undefined ? {} : { pattern: [pattern, words ?? 'is not written as it should be'] as const };
  if (notes.format === 'date') return { widget: 'datetime', type: 'date', format: 'YYYY-MM-DD', time_format: false, ...checked };
  return { widget: oneLine ? 'string' : 'text', ...checked };
}

const SEVERAL = new Set(['select', 'relation', 'garden-entry']);

function listWidget(facts: FieldFacts, list: z.ZodArray, vocabularies: Partial<Vocabularies>): Widget {
  const element = list.element as z.ZodType;
  const item = fieldFacts(element);
  // An empty list counts as none, so one that may be left out has no least number.
  const { min, max } = listSize(list);
  const size = { ...(facts.required && min !== undefined ? { min } : {}), ...(max === undefined ? {} : { max }) };
  const inList = { label_singular: facts.notes.one ?? 'item', add_to_top: false as const, ...size };
  if (item.inner instanceof z.ZodObject) {
    const fields = usedFields(element, vocabularies).map(([name, field]) => asField(name, field, vocabularies, false));
    return { widget: 'list', fields, summary: summary(fields), collapsed: true, ...inList };
  }
  const own = widget(item, vocabularies, false);
  if (SEVERAL.has(own.widget)) return { ...own, multiple: true, ...size };
  // An empty line counts as none, so it is nothing to ask for.
  const field = { name: 'item', label: sentenceCase(facts.notes.one ?? 'item'), ...own, required: false };
  return { widget: 'list', field, collapsed: false, ...inList };
}

/** What stands for an item of a list while it is folded: its first one or two texts. */
function summary(fields: readonly CmsField[]): string {
  const texts = fields.filter((field) => ['string', 'text', 'relation', 'garden-entry'].includes(field.widget) && !field.multiple);
  const always = texts.filter((field) => field.required);
  const shown = (always.length > 0 ? always : texts.length > 0 ? texts : fields).slice(0, 2);
  return shown.map((field) => `{{fields.${field.name}}}`).join(' · ');
}
