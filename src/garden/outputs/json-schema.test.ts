import { expect, it } from 'vitest';
import { KIND_NAMES, KINDS } from '../schema/index.ts';
import { fieldReference } from './field-reference.ts';
import { jsonSchema } from './json-schema.ts';

it.each(KIND_NAMES)('the schema of %s is plain JSON without notes of ours', (kind) => {
  const schema = jsonSchema(KINDS[kind], {});
  expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  const keys = new Set<string>();
  const walk = (value: unknown, inside: string) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, item] of Object.entries(value)) {
      if (inside !== 'properties' && inside !== 'examples') keys.add(key);
      if (key !== 'examples') walk(item, key);
    }
  };
  walk(schema, '');
  expect([...keys].filter((key) => ['ref', 'withKind', 'vocabulary', 'media', 'initial', 'labels', 'one'].includes(key))).toEqual([]);
});

it('a year may be a number, as people write it', () => {
  expect(jsonSchema(KINDS['case-studies'], {})).toMatchObject({ properties: { started: { anyOf: [{ type: 'integer' }, { type: 'string', pattern: expect.stringContaining('\\d{4}') }] } } });
});

it('a field with a value of its own is not required', () => {
  const { required } = jsonSchema(KINDS.glossary, {}) as { required: string[] };
  expect(required).toEqual(['title', 'summary', 'status']);
});

it('the reference names fields inside groups after the group, and says what a reference may name', () => {
  const rows = fieldReference(KINDS['case-studies'], {});
  const names = rows.map(({ name }) => name);
  expect(names.slice(names.indexOf('applied'), names.indexOf('applied') + 3)).toEqual(['applied', 'applied › guide', 'applied › how']);
  expect(rows.find(({ name }) => name === 'applied › guide')).toMatchObject({ depth: 1, allowed: 'The file name of a guide, without .mdx.' });
  expect(rows.find(({ name }) => name === 'superseded_by')?.allowed).toBe('Kind and file name of any entry.');
  expect(rows.find(({ name }) => name === 'lessons')?.allowed).toBe('A list of 1 to 6. Each: text; it must be 10 to 240 characters on one line.');
  expect(rows.find(({ name }) => name === 'licence')?.fallback).toBe('CC-BY-4.0');
});
