import { expect, test } from 'vitest';
import { progress } from './progress.ts';

const FIRST = [
  { name: 'title', label: 'Title' },
  { name: 'problem', label: 'The problem' },
  { name: 'place', label: 'Place' },
];
const FULL = [
  { name: 'lessons', label: 'Lessons' },
  { name: 'repeat', label: 'Would do it again' },
];

test('filled fields are counted, and the others named in their order', () => {
  expect(progress({ title: 'Stoats at Ōrokonui', lessons: ['Start early'] }, FIRST, FULL)).toEqual({
    first: { done: 1, all: 3, missing: [FIRST[1], FIRST[2]] },
    full: { done: 1, all: 2, missing: [FULL[1]] },
  });
});

test('what a form writes for empty fields counts as not filled, while no and nought do count', () => {
  const data = { title: '', problem: null, place: { name: '', region: null }, lessons: [''], repeat: false };
  expect(progress(data, FIRST, FULL)).toMatchObject({ first: { done: 0 }, full: { done: 1 } });
  expect(progress({ title: 0 }, FIRST, [])).toMatchObject({ first: { done: 1 }, full: { done: 0, all: 0, missing: [] } });
});

test('a field that is called like a part of every object is not filled by it', () => {
  expect(progress({}, [{ name: 'constructor', label: 'Builder' }], []).first.done).toBe(0);
});
