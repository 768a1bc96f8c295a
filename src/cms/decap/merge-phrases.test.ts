import { expect, test } from 'vitest';
import { mergePhrases } from './merge-phrases.ts';

test('own phrases take the place of others, and leave the rest', () => {
  expect(mergePhrases({ a: { b: 'b', c: 'c' }, d: 'd' }, { a: { b: 'own' }, e: { f: 'f' } })).toEqual({ a: { b: 'own', c: 'c' }, d: 'd', e: { f: 'f' } });
});
