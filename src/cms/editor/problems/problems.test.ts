import { Text } from '@codemirror/state';
import { expect, test } from 'vitest';
import { analyseBody } from '#garden/entry/body.ts';
import { problemRange } from './problem-range.ts';
import { quickFix } from './quick-fix.ts';

const doc = Text.of(['one two', '', 'three']);

test.each([
  ['at its words', { line: 1, column: 5, length: 3 }, 'two'],
  ['to the end of its line when it has no length', { line: 1, column: 5 }, 'two'],
  ['within its line', { line: 3, column: 2, length: 99 }, 'hree'],
  ['on the last line when the text has become shorter', { line: 9, column: 1, length: 2 }, 'th'],
  ['at the last letter when the line has become shorter', { line: 1, column: 80, length: 2 }, 'o'],
])('a problem is marked %s', (_name, place, words) => {
  const { from, to } = problemRange(doc, place);
  expect(doc.sliceString(from, to)).toBe(words);
});

test('a problem of a blank line stays on it', () => {
  expect(problemRange(doc, { line: 2, column: 1, length: 1 })).toEqual({ from: 8, to: 8 });
});

function fixed(message: string, suggestion: string, text: string): string | undefined {
  const fix = quickFix({ message, suggestion }, text);
  return fix && text.slice(0, fix.from) + fix.insert + text.slice(fix.to);
}

test('a page link gets the name that was meant, and keeps its heading and words', () => {
  const message = 'There is no entry called "predator-trps".';
  const meant = 'Did you mean [[predator-traps]]? ("Predator traps")';
  expect(fixed(message, meant, '[[predator-trps]]')).toBe('[[predator-traps]]');
  expect(fixed(message, meant, '[[predator-trps#why|these]]')).toBe('[[predator-traps#why|these]]');
});

test('the address of an ordinary link is left to the writer', () => {
  expect(fixed('The link "/guides/trps/" leads to no page of this garden.', 'Did you mean [[traps]]?', '[these](/guides/trps/)')).toBeUndefined();
});

test('what stands twice is left to the writer', () => {
  expect(fixed('There is no entry called "trps".', 'Did you mean [[traps]]?', '[[trps|trps]]')).toBeUndefined();
});

test('a heading gets the name that was meant', () => {
  expect(fixed('"Traps" has no heading "whi".', 'Did you mean #why?', '[[traps#whi]]')).toBe('[[traps#why]]');
});

test('advice that names nothing is no fix', () => {
  expect(fixed('There is no entry called "x".', 'If the page is still to be written, ask for it: [[?x]].', '[[x]]')).toBeUndefined();
});

test.each([
  ['<Callout typ="tip">\n\nWords.\n\n</Callout>', '<Callout type="tip">\n\nWords.\n\n</Callout>'],
  ['<Callout type="tipp">\n\nWords.\n\n</Callout>', '<Callout type="tip">\n\nWords.\n\n</Callout>'],
])('what the check says of %j puts it right', (text, after) => {
  const problem = analyseBody(text, 1).facts.problems[0]!;
  const { from, to } = problemRange(Text.of(text.split('\n')), problem);
  expect(text.slice(0, from) + fixed(problem.message, problem.suggestion!, text.slice(from, to)) + text.slice(to)).toBe(after);
});
