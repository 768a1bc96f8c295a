import { expect, it } from 'vitest';
import { dropEmpty } from './drop-empty.ts';

it('leaves out empty text, null, empty lists and empty groups, however deep', () => {
  expect(dropEmpty({ title: 'A', summary: '', order: null, credits: [], crew: {}, kit: [{ item: '' }, { item: 'Tape', note: null }] }).value).toEqual({ title: 'A', kit: [{ item: 'Tape' }] });
});

it('keeps zero, false and spaces', () => {
  expect(dropEmpty({ order: 0, mark: false, title: ' ' }).value).toEqual({ order: 0, mark: false, title: ' ' });
});

it('says where an item stood before others were left out', () => {
  const cleaned = dropEmpty({ kit: ['', { item: 'Tape' }, null, { item: 'Map' }] });
  expect(cleaned.original(['kit', 1, 'item'])).toEqual(['kit', 3, 'item']);
  expect(cleaned.original(['kit', 0])).toEqual(['kit', 1]);
  expect(cleaned.original(['nowhere', 4, 'x'])).toEqual(['nowhere', 4, 'x']);
});

it('keeps a field called __proto__ a plain field', () => {
  const { value } = dropEmpty(JSON.parse('{ "__proto__": { "polluted": "yes" } }'));
  expect(Object.hasOwn(value as object, '__proto__')).toBe(true);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

it('gives nothing for nothing', () => {
  expect(dropEmpty({ a: [[], {}, ''] }).value).toBeUndefined();
});
