import { expect, test } from 'vitest';
import { markedLines } from './marked-lines.ts';

const TEXT = '---\ntitle: A page\n---\nSee [[abuot]] for more.';

test('marks the words that a problem names, and sets a header with nothing wrong apart', () => {
  expect(markedLines(TEXT, [{ line: 4, column: 5, length: 9 }])).toEqual([
    { before: '---', marked: '', after: '', header: true },
    { before: 'title: A page', marked: '', after: '', header: true },
    { before: '---', marked: '', after: '', header: true },
    { before: 'See ', marked: '[[abuot]]', after: ' for more.', header: false },
  ]);
});

test('marks the whole line when a problem names no words', () => {
  expect(markedLines(TEXT, [{ line: 2, column: 1 }])[1]).toEqual({ before: '', marked: 'title: A page', after: '', header: false });
});

test('a text without a header has no lines of one', () => {
  expect(markedLines('Text.\n---\nMore.', []).map(({ header }) => header)).toEqual([false, false, false]);
});
