/** Lines that differ: from their start to the start of the next line, in both texts. A last line counts as if it had an end. */
export interface Place {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** A change of a text: what to put in place of a range. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The smallest change that puts the lines of `theirs` at a place into `mine`. Both have LF at line ends. */
export function takeLines(mine: string, theirs: string, { fromA, toA, fromB, toB }: Place): TextChange {
  const a = `${theirs}\n`;
  const b = `${mine}\n`;
  const whole = (b.slice(0, fromB) + a.slice(fromA, toA) + b.slice(toB)).replace(/\n$/, '');
  const shorter = Math.min(whole.length, mine.length);
  let start = 0;
  while (start < shorter && whole[start] === mine[start]) start++;
  let end = 0;
  while (end < shorter - start && whole[whole.length - 1 - end] === mine[mine.length - 1 - end]) end++;
  return { from: start, to: mine.length - end, insert: whole.slice(start, whole.length - end) };
}
