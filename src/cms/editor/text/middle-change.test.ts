import { expect, test } from 'vitest';
import { middleChange } from './middle-change.ts';

test.each([
  ['abc', 'abXc'],
  ['aaa', 'aa'],
  ['aa', 'aaa'],
  ['', 'new'],
  ['one two', 'one 2'],
  ['x', ''],
])('the change from %j to %j makes the one of the other', (before, after) => {
  const change = middleChange(before, after)!;
  expect(before.slice(0, change.from) + change.insert + before.slice(change.to)).toBe(after);
});

test('the change leaves out what is the same at both ends', () => {
  expect(middleChange('keep old keep', 'keep new keep')).toEqual({ from: 5, to: 8, insert: 'new' });
});

test('two texts that are the same need no change', () => {
  expect(middleChange('same', 'same')).toBeUndefined();
});
