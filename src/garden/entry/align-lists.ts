/** Lists that differ more than this count as rewritten. */
const MOST_CHANGES = 1000;

/**
 * Says for each item of `after` which item of `before` it is, or -1 for a new one. Matches keep their order; equal
 * items at both ends and items that stand once on each side are found first, so that long lists take little time.
 */
export function alignLists(before: readonly string[], after: readonly string[]): number[] {
  const matched = after.map(() => -1);
  const gaps: [number, number, number, number][] = [[0, before.length, 0, after.length]];
  for (let gap = gaps.pop(); gap; gap = gaps.pop()) {
    let [b0, b1, a0, a1] = gap;
    while (b0 < b1 && a0 < a1 && before[b0] === after[a0]) matched[a0++] = b0++;
    while (b0 < b1 && a0 < a1 && before[b1 - 1] === after[a1 - 1]) matched[--a1] = --b1;
    if (b0 === b1 || a0 === a1) continue;
    const anchors = rising(onceOnEachSide(before, after, b0, b1, a0, a1));
    if (anchors.length === 0) {
      matchLongest(before, after, b0, b1, a0, a1, matched);
      continue;
    }
    let [fromB, fromA] = [b0, a0];
    for (const [b, a] of anchors) {
      matched[a] = b;
      gaps.push([fromB, b, fromA, a]);
      [fromB, fromA] = [b + 1, a + 1];
    }
    gaps.push([fromB, b1, fromA, a1]);
  }
  return matched;
}

/** Pairs of places of items that stand exactly once in each stretch, in the order of `after`. */
function onceOnEachSide(before: readonly string[], after: readonly string[], b0: number, b1: number, a0: number, a1: number): [number, number][] {
  const places = (list: readonly string[], from: number, to: number): Map<string, number> => {
    const found = new Map<string, number>();
    for (let index = from; index < to; index += 1) {
      const item = list[index] ?? '';
      found.set(item, found.has(item) ? -1 : index);
    }
    return found;
  };
  const inBefore = places(before, b0, b1);
  return [...places(after, a0, a1)].flatMap(([item, a]): [number, number][] => {
    const b = inBefore.get(item) ?? -1;
    return a === -1 || b === -1 ? [] : [[b, a]];
  });
}

/** The longest run of pairs whose places in `before` rise. */
function rising(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = [];
  const previous = pairs.map(() => -1);
  for (const [index, [b]] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[0] ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    previous[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const run: [number, number][] = [];
  for (let index = tails.at(-1) ?? -1; index !== -1; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair) run.unshift(pair);
  }
  return run;
}

/** The longest common subsequence of two stretches, by Myers' way: its time grows with how much differs. */
function matchLongest(before: readonly string[], after: readonly string[], b0: number, b1: number, a0: number, a1: number, matched: number[]): void {
  const [rows, columns] = [b1 - b0, a1 - a0];
  const most = Math.min(rows + columns, MOST_CHANGES);
  // How far each diagonal (place in `before` less place in `after`) got, for each number of changes.
  const reached: Int32Array[] = [];
  let far: Int32Array = new Int32Array(2 * most + 3);
  const at = (from: Int32Array, diagonal: number): number => from[diagonal + most + 1] ?? 0;
  const fromLeft = (from: Int32Array, changes: number, diagonal: number): boolean => diagonal === -changes || (diagonal !== changes && at(from, diagonal - 1) < at(from, diagonal + 1));
  for (let changes = 0; changes <= most; changes += 1) {
    reached.push(far.slice());
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let row = fromLeft(far, changes, diagonal) ? at(far, diagonal + 1) : at(far, diagonal - 1) + 1;
      while (row < rows && row - diagonal < columns && before[b0 + row] === after[a0 + row - diagonal]) row += 1;
      far[diagonal + most + 1] = row;
      if (row >= rows && row - diagonal >= columns) return walkBack(changes);
    }
  }

  function walkBack(changes: number): void {
    let [row, column] = [rows, columns];
    for (let left = changes; left >= 0; left -= 1) {
      far = reached[left] ?? far;
      const diagonal = row - column;
      const previous = fromLeft(far, left, diagonal) ? diagonal + 1 : diagonal - 1;
      const start = left === 0 ? 0 : at(far, previous);
      const startColumn = left === 0 ? 0 : start - previous;
      while (row > start && column > startColumn) {
        row -= 1;
        column -= 1;
        matched[a0 + column] = b0 + row;
      }
      [row, column] = [start, startColumn];
    }
  }
}
