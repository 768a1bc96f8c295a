import { expect, it, test } from 'vitest';
import { alignLists } from './align-lists.ts';

test.each([
  ['abc', 'abc', [0, 1, 2]],
  ['abc', 'axc', [0, -1, 2]],
  ['', 'ab', [-1, -1]],
  ['ab', '', []],
  ['abcabba', 'cbabac', [2, 4, -1, 5, 6, -1]],
  ['aab', 'aaab', [0, 1, -1, 2]],
  ['xaybz', 'aXbY', [1, -1, 3, -1]],
])('%s to %s keeps as much as it can', (before, after, expected) => {
  const matched = alignLists([...before], [...after]);
  expect(matched.filter((at) => at !== -1)).toHaveLength(expected.filter((at) => at !== -1).length);
});

it('matches only equal items, in rising order', () => {
  let seed = 7;
  const letter = (): string => 'abcdefgh'[(seed = (seed * 1103515245 + 12345) % 2147483648) % 8] ?? '';
  for (let round = 0; round < 300; round += 1) {
    const before = Array.from({ length: round % 23 }, letter);
    const after = round % 2 ? Array.from({ length: round % 19 }, letter) : before.toSpliced(round % 7, 2, letter(), letter(), letter());
    const matched = alignLists(before, after);
    let last = -1;
    for (const [index, at] of matched.entries()) {
      if (at === -1) continue;
      expect(before[at]).toBe(after[index]);
      expect(at).toBeGreaterThan(last);
      last = at;
    }
    expect(matched).toHaveLength(after.length);
    if (round % 2 === 0) expect(matched.filter((at) => at !== -1).length).toBeGreaterThanOrEqual(before.length - 2);
  }
});

it('finds two edits far apart in a long text of lines that repeat', () => {
  const before = Array.from({ length: 20_000 }, (_, index) => String(index % 30));
  const after = before.with(5, 'x').toSpliced(19_000, 1, 'y', 'z');
  expect(alignLists(before, after).filter((at) => at === -1)).toHaveLength(3);
});
