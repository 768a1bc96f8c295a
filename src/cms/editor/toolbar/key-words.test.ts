import { expect, test } from 'vitest';
import { keyWords } from './key-words.ts';

test('keys are named as the keyboard of the person has them', () => {
  expect(keyWords('Mod-Shift-7', false)).toBe('Ctrl+Shift+7');
  expect(keyWords('Mod-Shift-7', true)).toBe('⌘⇧7');
});
