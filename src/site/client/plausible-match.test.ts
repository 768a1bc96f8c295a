import { expect, test } from 'vitest';
import { plausibleMatch } from './plausible-match.ts';

test.each([
  ['kaka', ['kākā']],
  ['kākā', ['Kaka,']],
  ['monitoring', ['monitor']],
  ['flies', ['fly']],
  ['target', ['Non-target']],
  ['trap bait', ['baits', 'TrapNZ']],
  ['"home range"', ['home', 'range.']],
])('%s is answered by %s', (query, found) => {
  expect(plausibleMatch(query, found)).toBe(true);
});

test.each([
  ['xzqy', ['[x]']],
  ['bait xzqy', ['bait', 'x']],
  ['qqqq', []],
])('%s is not answered by %s', (query, found) => {
  expect(plausibleMatch(query, found)).toBe(false);
});
