import { expect, it } from 'vitest';
import { z } from 'zod';
import { oneOf } from '../schema/fields.ts';
import { KINDS } from '../schema/index.ts';
import type { Vocabularies, Vocabulary } from '../schema/vocabularies.ts';
import { cmsCollection } from './cms-config.ts';
import { jsonSchema } from './json-schema.ts';
import { ownNotes } from './own-notes.ts';
import { usedFields } from './used-fields.ts';

const list = (title: string, ...ids: string[]): Vocabulary => ({ title, about: '', items: ids.map((id) => ({ id, label: id.toUpperCase() })) });
const shop: Partial<Vocabularies> = { topics: list('Parts of the bicycle', 'brakes', 'wheels'), habitats: list('habitats'), regions: list('regions'), roles: list('Roles', 'mechanic') };
const names = (kind: keyof typeof KINDS, lists: Partial<Vocabularies>) => usedFields(KINDS[kind].fields, lists).map(([name]) => name);

it('a field whose list is absent is not used, one whose list nobody looked for is', () => {
  expect(names('guides', shop)).not.toContain('habitats');
  expect(names('guides', shop)).toContain('topics');
  expect(names('guides', shop)).toContain('threats');
});

it('a field that a header must have stays, so that the check can say what is missing', () => {
  const place = KINDS['case-studies'].fields.def.shape.place;
  expect(usedFields(place, shop).map(([name]) => name)).toEqual(['name', 'region', 'precision']);
});

it('the form and the schema for editors leave the same fields out', () => {
  const form = cmsCollection(KINDS.guides, shop).fields.map(({ name }) => name);
  const schema = Object.keys(jsonSchema(KINDS.guides, shop)['properties'] as object);
  expect(schema.sort()).toEqual([...names('guides', shop)].sort());
  expect(form.filter((name) => !name.startsWith('_') && name !== 'body').sort()).toEqual(schema);
});

it('a list of items is called like its vocabulary, and one item keeps its own name', () => {
  const { shape } = KINDS.guides.fields.def;
  expect(ownNotes(shape.topics, shop).title).toBe('Parts of the bicycle');
  expect(ownNotes(z.array(oneOf('topics')).meta({ title: 'Topics' }), {}).title).toBe('Topics');
  expect(ownNotes(KINDS['case-studies'].fields.def.shape.outcome, { outcomes: list('How it ended', 'rides') }).title).toBe('Outcome');
});

it('examples name items that the garden has, in groups and lists too', () => {
  const { shape } = KINDS.guides.fields.def;
  expect(ownNotes(shape.topics, shop).examples).toEqual([['brakes']]);
  expect(ownNotes(shape.credits, shop).examples).toEqual([[{ name: 'Garden editors', role: 'mechanic' }]]);
  expect(ownNotes(shape.credits, {}).examples).toEqual([[{ name: 'Garden editors', role: 'author' }]]);
});
