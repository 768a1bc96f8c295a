import { expect, test } from 'vitest';
import type { Problem } from '#garden/checks/problem.ts';
import { formWords, label } from './form-words.ts';

const problem = (parts: Partial<Problem>): Problem => ({ rule: 'wrong-value', severity: 'error', file: '', line: 1, column: 1, message: '', ...parts });

test('a field is called what stands above it in the form', () => {
  expect(label('guides', ['key_messages', 1])).toBe('Key messages 2');
  expect(label('guides', ['kit', 0, 'quantity'])).toBe('Kit 1 › How many');
});

test('the sentence is that of the check, with the label in place of the name in the file', () => {
  const words = formWords('guides', problem({ path: ['key_messages', 1], message: '"key_messages" is too short: 3 characters, at least 10.', suggestion: 'Write it like "…".' }));
  expect(words).toBe('"Key messages 2" is too short: 3 characters, at least 10. Write it like "…".');
});

test('a field of a list is called as the garden calls its list', () => {
  const topics = { title: 'Parts of the bicycle', about: '', items: [{ id: 'brakes', label: 'Brakes' }] };
  expect(label('guides', ['topics', 0], { topics })).toBe('Parts of the bicycle 1');
  expect(label('guides', ['topics'])).toBe('Topics');
});

test('a missing field needs no line of YAML to copy', () => {
  expect(formWords('guides', problem({ rule: 'missing-field', path: ['title'], message: '"title" is missing. What readers see first.', suggestion: 'Add a line such as title: …' }))).toBe(
    '"Title" is missing. What readers see first.',
  );
});
