import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { z } from 'zod';
import { contentFolder } from '#disk/content-folder.ts';
import { loadContent, type LoadedContent } from '#disk/load-content.ts';
import { checkEntry } from '../checks/check-entry.ts';
import { analyseBody } from '../entry/body.ts';
import { dropEmpty } from '../entry/drop-empty.ts';
import { parseHeader } from '../entry/parse-header.ts';
import { KIND_NAMES, KINDS, type KindName } from '../schema/index.ts';
import { cmsCollection } from './cms-config.ts';
import type { CmsField } from './cms-field.ts';
import { fieldFacts, fieldsOf, type FieldFacts } from './field-facts.ts';
import { ownNotes } from './own-notes.ts';

/** What the form alone lets through and the check stops. Nothing may be the other way round. */
const LEFT_TO_THE_CHECK: Readonly<Record<string, readonly (readonly [fault: RegExp, reason: string])[]>> = {
  every: [
    [/: unknown (?:entry|picture)$/, 'the form offers only what is there'],
    [/^(?:cover › (?:image|alt)|crew › min|group_size › (?:min|max)|consent › (?:given_by|on|covers)): (?:missing|empty)$/, 'Decap would ask for a field of a group that may be left out as a whole'],
  ],
  'case-studies': [
    [/^(?:problem|what_we_did|would_do_again): (?:missing|empty)$/, 'needed only by a full case study'],
    [/^sources(?: › 0)?: (?:missing|empty)$/, 'needed only by a case told from published sources'],
  ],
};

type Data = Record<string, unknown>;

let content: LoadedContent;
let media: ReadonlySet<string>;
const forms = new Map<KindName, readonly CmsField[]>();

beforeAll(async () => {
  content = await loadContent(contentFolder());
  media = new Set(content.files.map(({ file }) => file));
  for (const kind of KIND_NAMES) forms.set(kind, cmsCollection(KINDS[kind], content.vocabularies).fields);
});

describe.each(KIND_NAMES)('form and check of %s', (kind) => {
  it('both take a page that is filled with the examples of its fields', () => {
    expect(checkFinds(kind, example(kind))).toEqual([]);
    expect(formTakes(kind, example(kind))).toBe(true);
  });

  it('say the same of every field that is missing, empty, of the wrong type, out of range or unknown', () => {
    const judged = faults(kind).map(({ name, data }) => ({ name, form: formTakes(kind, data), check: checkFinds(kind, data).length === 0 }));
    const left = judged.filter(({ form, check }) => form && !check).map(({ name }) => name);
    const allowed = [...LEFT_TO_THE_CHECK['every']!, ...(LEFT_TO_THE_CHECK[kind] ?? [])];
    expect(judged.filter(({ form, check }) => !form && check)).toEqual([]);
    expect(left.filter((name) => !allowed.some(([fault]) => fault.test(name)))).toEqual([]);
    expect((LEFT_TO_THE_CHECK[kind] ?? []).filter(([fault]) => !left.some((name) => fault.test(name)))).toEqual([]);
    expect(judged.filter(({ form, check }) => !form && !check).length).toBeGreaterThan(judged.length / 2);
  });
});

it('tries each of the five faults, in nested fields too', () => {
  const names = faults('case-studies').map(({ name }) => name);
  for (const name of [
    'title: missing',
    'title: empty',
    'title: wrong type',
    'title: too long',
    'status: unknown value',
    'cost › year: too small',
    'applied › 0 › how: unknown value',
    'lessons › 0: two lines',
  ]) {
    expect(names).toContain(name);
  }
});

/** What the check of the garden says of a page with this header, which has the heading that the example of "moved_headings" leads to. */
function checkFinds(kind: KindName, data: Data): string[] {
  const header = parseHeader(`content/${kind}/zz-a-new-page.mdx`, `---\n${stringify(data, { aliasDuplicateObjects: false })}---\n## Before you meet\n\nText.\n`);
  const problems = checkEntry({ header, body: analyseBody(header.body, header.bodyLine).facts }, { ...content, media });
  return problems.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

/** Whether the form would let this through by its configuration alone. */
function formTakes(kind: KindName, data: Data): boolean {
  const fields = (forms.get(kind) ?? []).filter(({ name }) => name !== 'body');
  return takesAll(fields, (dropEmpty(data).value ?? {}) as Data);
}

function takesAll(fields: readonly CmsField[], data: Data): boolean {
  return fields.every((field) => takes(field, data[field.name]));
}

function takes(field: CmsField, value: unknown): boolean {
  if (field.widget === 'object') return value === undefined || isGroup(value) ? takesAll(field.fields ?? [], value ?? {}) : false;
  if (value === undefined) return !field.required;
  if (field.multiple || field.widget === 'list') {
    if (!Array.isArray(value) || value.length < (field.min ?? 0) || value.length > (field.max ?? Infinity)) return false;
    const { fields, field: single } = field;
    return value.every((item: unknown) => (fields ? isGroup(item) && takesAll(fields, item) : takes(single ?? { ...field, multiple: false }, item)));
  }
  switch (field.widget) {
    case 'number':
      return typeof value === 'number' && (field.value_type === 'float' || Number.isInteger(value)) && value >= (field.min ?? -Infinity) && value <= (field.max ?? Infinity);
    case 'boolean':
      return typeof value === 'boolean';
    case 'select':
      return (field.options ?? []).some((option) => option.value === value);
    default:
      return typeof value === 'string' && (!field.pattern || new RegExp(field.pattern[0]).test(value));
  }
}

function isGroup(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A header with every field filled, groups too. */
function example(kind: KindName): Data {
  return { ...(filled(KINDS[kind].fields) as Data), ...(kind === 'sessions' ? { minutes: 20 } : {}) };
}

function filled(schema: z.ZodType): unknown {
  const { inner, notes } = fieldFacts(schema);
  if (inner instanceof z.ZodObject) return Object.fromEntries(fieldsOf(inner).map(([name, field]) => [name, filled(field)]));
  if (inner instanceof z.ZodArray && fieldFacts(inner.element as z.ZodType).inner instanceof z.ZodObject) return [filled(inner.element as z.ZodType)];
  const example = ownNotes(schema, content.vocabularies).examples?.[0];
  const item = inner instanceof z.ZodArray ? fieldFacts(inner.element as z.ZodType).notes : notes;
  const named = item.media ? [...media].find((file) => file.startsWith('content/media/'))?.replace('content/', '../') : item.ref && firstOf(item.ref[0]!, item.withKind ?? false);
  return named === undefined ? example : inner instanceof z.ZodArray ? [named] : named;
}

/** An entry of the garden, as a field names it: examples of fields name entries that no garden has. */
function firstOf(kind: string, withKind: boolean): string {
  const { id } = content.entries.find(({ header }) => header.kind === kind && !header.draft)!.header;
  return withKind ? `${kind}/${id}` : id;
}

interface Fault {
  readonly name: string;
  readonly data: Data;
}

/** Every field of a kind with every fault that it can have, one at a time. */
function faults(kind: KindName): Fault[] {
  const found: Fault[] = [];
  const add = (path: readonly (string | number)[], what: string, value: unknown) => found.push({ name: `${path.join(' › ')}: ${what}`, data: withValue(example(kind), path, value) as Data });
  const walk = (schema: z.ZodType, path: readonly (string | number)[]) => {
    const facts = fieldFacts(schema);
    if (path.length > 0) {
      if (typeof path.at(-1) === 'string') add(path, 'missing', undefined);
      add(path, 'empty', '');
      for (const [what, value] of badValues(facts)) add(path, what, value);
    }
    if (facts.inner instanceof z.ZodObject) for (const [name, field] of fieldsOf(facts.inner)) walk(field, [...path, name]);
    if (facts.inner instanceof z.ZodArray) walk(facts.inner.element as z.ZodType, [...path, 0]);
  };
  walk(KINDS[kind].fields, []);
  return found;
}

function badValues({ inner, notes }: FieldFacts): (readonly [what: string, value: unknown])[] {
  if (inner instanceof z.ZodNumber) {
    const { minValue: min, maxValue: max } = inner;
    return [
      ['wrong type', 'several'],
      ['too small', (min ?? 0) - 1],
      ...(max !== null && max < Number.MAX_SAFE_INTEGER ? [['too large', max + 1] as const] : []),
      ...(inner.format === 'safeint' ? [['no whole number', (min ?? 0) + 0.5] as const] : []),
    ];
  }
  if (inner instanceof z.ZodBoolean) return [['wrong type', 'perhaps']];
  if (inner instanceof z.ZodObject) return [['wrong type', 'text']];
  if (inner instanceof z.ZodArray) {
    const item = filled(inner.element as z.ZodType) ?? (notes.examples?.[0] as unknown[] | undefined)?.[0];
    const bounds = (inner.def.checks ?? []).map((check) => check._zod.def as { check: string; minimum?: number; maximum?: number });
    const [min = 0, max] = [bounds.find((bound) => bound.minimum)?.minimum, bounds.find((bound) => bound.maximum)?.maximum];
    return [['wrong type', 'text'], ...(min > 1 ? [['too few', Array(min - 1).fill(item)] as const] : []), ...(max ? [['too many', Array(max + 1).fill(item)] as const] : [])];
  }
  const type = ['wrong type', { not: 'text' }] as const;
  if (inner instanceof z.ZodEnum || notes.vocabulary) return [type, ['unknown value', 'no-such-value']];
  if (notes.media) return [type, ['unknown picture', '../media/no-such-picture.jpg']];
  if (notes.ref) return [type, ['unknown entry', notes.withKind ? `${notes.ref[0]}/no-such-entry` : 'no-such-entry']];
  const { minLength: min, maxLength: max } = inner instanceof z.ZodString ? inner : { minLength: null, maxLength: null };
  const oneLine = inner.safeParse('Long enough for any field of this garden\nand a second line').error?.issues.some(({ code }) => code === 'invalid_format') ?? false;
  return [
    type,
    ['only spaces', '   '],
    ...(min !== null && min > 1 ? [['too short', 'x'.repeat(min - 1)] as const] : []),
    ...(max !== null ? [['too long', 'x'.repeat(max + 1)] as const, ['long enough but for its spaces', ` ${'x'.repeat(Math.max(0, (min ?? 1) - 1))} `] as const] : []),
    ...(oneLine ? [['two lines', 'The first line of two\nand the second of them'] as const] : []),
    ...(notes.format ? ['2026-02-30', '2026-02-29', '2015-13', '26', 'javascript:alert(1)', 'example.org', 'https://'].map((value) => [`unknown value ${value}`, value] as const) : []),
  ];
}

function withValue(at: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(at)) return at.map((item: unknown, index) => (index === key ? withValue(item, rest, value) : item));
  const next = withValue((at as Data)[key], rest, value);
  return next === undefined ? Object.fromEntries(Object.entries(at as Data).filter(([name]) => name !== key)) : { ...(at as Data), [key]: next };
}
