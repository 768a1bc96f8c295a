/** Signs that the parser has to match in pairs or to try out: how many a block may have, and how many a page. */
const MOST: readonly (readonly [signs: string, block: number, page: number])[] = [
  ['[]<!', 1500, 8000],
  ['{', 800, 3000],
  ['*_`~', 1500, 16_000],
  ['&\\@', 4000, 16_000],
];

/** A comment that does not end costs a look at all that follows it. */
const MOST_COMMENTS = 300;

const blockLimits = new Uint32Array(128);
const pageLimits = new Uint32Array(128);
for (const [signs, block, page] of MOST) {
  for (const sign of signs) {
    blockLimits[sign.charCodeAt(0)] = block;
    pageLimits[sign.charCodeAt(0)] = page;
  }
}

/** Counts the signs of a body, line by line. */
export interface SignCounter {
  /** Counts the signs of a line; returns the index of the first sign that is one too many, or -1. */
  count(line: string, table: boolean): number;
  /** A blank line: the signs of the next block are counted anew. */
  endBlock(): void;
}

/** Makes a counter for one body. */
export function signCounter(): SignCounter {
  const block = new Float64Array(128);
  const page = new Uint32Array(128);
  let comments = 0;
  return {
    endBlock: () => void block.fill(0),
    count(line, table) {
      // The cells of a table are read one by one, so a sign in it weighs less.
      const weight = table ? 0.25 : 1;
      for (let at = 0; at < line.length; at += 1) {
        const code = line.charCodeAt(at);
        const most = code < 128 ? (blockLimits[code] ?? 0) : 0;
        if (most === 0) continue;
        block[code] = (block[code] ?? 0) + weight;
        page[code] = (page[code] ?? 0) + 1;
        if ((block[code] ?? 0) > most || (page[code] ?? 0) > (pageLimits[code] ?? 0)) return at;
        if ((code === 60 && line.startsWith('<!--', at)) || (code === 123 && line.startsWith('{/*', at))) comments += 1;
        if (comments > MOST_COMMENTS) return at;
      }
      return -1;
    },
  };
}
