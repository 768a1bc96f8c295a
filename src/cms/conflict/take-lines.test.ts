import { Chunk } from '@codemirror/merge';
import { Text } from '@codemirror/state';
import { expect, test } from 'vitest';
import { lineEnd, plainLineEnds } from './line-ends.ts';
import { takeLines } from './take-lines.ts';

const chunks = (theirs: string, mine: string) => Chunk.build(Text.of(theirs.split('\n')), Text.of(mine.split('\n')));
const apply = (mine: string, { from, to, insert }: { from: number; to: number; insert: string }) => mine.slice(0, from) + insert + mine.slice(to);

const PAIRS: [string, string][] = [
  ['one\ntwo\nthree', 'one\n2\nthree'],
  ['one', 'one\nlast'],
  ['one\nlast', 'one'],
  ['one\n', 'one'],
  ['one', 'one\n'],
  ['first\none', 'one'],
  ['one', 'first\none'],
  ['', 'all mine'],
  ['all theirs', ''],
  ['a\nb\nc\nd\ne\nf\ng', 'a\nB\nc\nd\ne\nf\nG\nh'],
  ['same 🥝\nKākā', 'same 🥝\nKaka'],
];

test.each(PAIRS)('taking every place of %j into %j gives theirs', (theirs, mine) => {
  let text = mine;
  for (let left = chunks(theirs, text); left.length > 0; left = chunks(theirs, text)) text = apply(text, takeLines(text, theirs, left[0]!));
  expect(text).toBe(theirs);
});

test('taking one place leaves every other line alone', () => {
  const [theirs, mine] = ['a\nb\nc\nd\ne\nf\ng', 'a\nB\nc\nd\ne\nF\ng'];
  const change = takeLines(mine!, theirs!, chunks(theirs!, mine!)[0]!);
  expect(apply(mine!, change)).toBe('a\nb\nc\nd\ne\nF\ng');
  expect(change.insert).toBe('b');
});

test('a text keeps the line ends that most of its lines have', () => {
  expect(lineEnd('a\r\nb\r\nc\n')).toBe('\r\n');
  expect(lineEnd('a\nb\r\nc\nd')).toBe('\n');
  expect(lineEnd('a\rb\rc')).toBe('\r');
  expect(lineEnd('one line')).toBe('\n');
  expect(plainLineEnds('a\r\nb\rc\n')).toBe('a\nb\nc\n');
});
