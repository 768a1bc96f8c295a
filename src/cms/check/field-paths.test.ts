import { expect, test } from 'vitest';
import type { Control } from '../decap/decap.ts';
import { fieldPaths } from './field-paths.ts';

const control = (name: string, forID: string, parentIds: readonly string[] = [], more: { keys?: string[]; fields?: true } = {}): Control =>
  ({
    props: { forID, parentIds, field: { get: (key: string) => (key === 'name' ? name : key === 'fields' ? more.fields : undefined) } },
    ...(more.keys ? { state: { keys: more.keys } } : {}),
  }) as unknown as Control;

test('a field of the entry, of a group, of an item in a list and of a group in such an item has its path', () => {
  const paths = fieldPaths();
  const kit = control('kit', 'kit-field-1', [], { keys: ['k1', 'k2'], fields: true });
  const crew = control('crew', 'crew-field-2');
  const inner = control('size', 'size-field-3', ['kit-field-1', 'k2', 'undefined']);
  for (const group of [kit, crew, inner]) paths.add(group);
  expect(paths.of(control('title', 'title-field-4'))).toEqual(['title']);
  expect(paths.of(kit)).toEqual(['kit']);
  expect(paths.of(control('min', 'min-field-5', ['crew-field-2']))).toEqual(['crew', 'min']);
  expect(paths.of(control('item', 'item-field-6', ['kit-field-1', 'k2']))).toEqual(['kit', 1, 'item']);
  expect(paths.of(control('width', 'width-field-7', ['kit-field-1', 'k2', 'undefined', 'size-field-3']))).toEqual(['kit', 1, 'size', 'width']);
});

test('an item of a list of plain lines is the value itself', () => {
  const paths = fieldPaths();
  paths.add(control('hazards', 'hazards-field-1', [], { keys: ['a', 'b', 'c'] }));
  expect(paths.of(control('hazard', 'hazard-field-2', ['hazards-field-1', 'c']))).toEqual(['hazards', 2]);
});
