import { expect, test } from 'vitest';
import { analyseBody } from '#garden/entry/body.ts';
import { nextFootnote } from './next-footnote.ts';

test.each([
  ['the first one', 'Words.\n', '[^1]', '\n[^1]: Note.\n'],
  ['one after another', 'Words[^1].\n\n[^1]: One.\n', '[^2]', '[^2]: Note.\n'],
  ['the number that is free', 'Words[^2].\n\n[^2]: Two.\n', '[^1]', '[^1]: Note.\n'],
  ['beside notes with names', 'Words[^why].\n\n[^why]: So.\n', '[^1]', '[^1]: Note.\n'],
  ['in a text without a final line end', 'Words.', '[^1]', '\n\n[^1]: Note.'],
  ['in a text with blank lines at its end', 'Words.\n\n\n', '[^1]', '[^1]: Note.\n'],
])('a footnote is added: %s', (_name, text, mark, note) => {
  expect(nextFootnote(text, 'Note.')).toEqual({ mark, note });
});

test('a note of several lines stays one note', () => {
  const { mark, note } = nextFootnote('Words.\n', 'One.\n\nTwo.');
  expect(note).toBe('\n[^1]: One.\n\n    Two.\n');
  expect(analyseBody(`Words${mark}.\n${note}`, 1).facts.problems).toEqual([]);
});
