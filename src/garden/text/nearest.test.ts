import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

describe('the nearest name', () => {
  it.each([
    ['summry', ['title', 'summary', 'status'], 'summary'],
    ['stauts', ['title', 'summary', 'status'], 'status'],
    ['kaka-counts', ['kākā-counts', 'kiwi-counts'], 'kākā-counts'],
    ['KAKA', ['kākā', 'kea'], 'kākā'],
    ['read-tracking-tunels', ['run-a-trap-line', 'read-tracking-tunnels'], 'read-tracking-tunnels'],
    ['nzz', ['au', 'nz'], 'nz'],
  ])('to %s is found', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });

  it.each([
    ['weta', ['possum', 'stoat']],
    ['ox', ['nz', 'au']],
    ['', ['a', 'nz']],
    ['guide', []],
  ])('to "%s" is nothing when nothing is near', (word, candidates) => {
    expect(nearest(word, candidates)).toBeUndefined();
  });

  it('is the first of two that are equally near', () => {
    expect(nearest('rats', ['bats', 'cats'])).toBe('bats');
  });
});
