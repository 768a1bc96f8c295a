import { expect, it } from 'vitest';
import { prerequisiteCycles } from './prerequisite-cycles.ts';

const cycles = (graph: Record<string, string[]>) => prerequisiteCycles(new Map(Object.entries(graph)));

it.each([
  ['a chain', { a: ['b'], b: ['c'], c: [] }, []],
  ['two ways to one thing', { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, []],
  ['two that need each other', { a: ['b'], b: ['a'] }, [['a', 'b']]],
  ['three in a circle', { a: ['b'], b: ['c'], c: ['a'] }, [['a', 'b', 'c']]],
  ['a circle off the way', { a: ['c'], b: ['c'], c: ['b'] }, [['b', 'c']]],
  [
    'two circles',
    { a: ['b'], b: ['a'], c: ['d'], d: ['c'] },
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['something that needs itself', { a: ['a'] }, [['a']]],
  ['something that is not there', { a: ['gone'] }, []],
])('finds the circles of %s', (_name, graph, expected) => {
  expect(cycles(graph as unknown as Record<string, string[]>)).toEqual(expected);
});

it('walks a very long chain', () => {
  const chain = new Map(Array.from({ length: 20_000 }, (_, index) => [`n${index}`, [`n${(index + 1) % 20_000}`]]));
  expect(prerequisiteCycles(chain)[0]).toHaveLength(20_000);
});
