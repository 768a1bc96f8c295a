import type { BodySource } from './body-source.ts';

const MOST_CHARACTERS = 512 * 1024;
const MOST_LINES = 20_000;
const LONGEST_LINE = 20_000;
const LONGEST_WORD = 2500;
const MOST_COLUMNS = 60;
const DEEPEST = 20;
const DEEPEST_INDENT = 120;
const MOST_DEFINITIONS = 1000;

/** Signs that the parser has to match in pairs within one block, and how many of each a block may have. */
const SIGNS = new Map([...'*_~[]<!`{$'].map((sign) => [sign.charCodeAt(0), 1500] as const));

/**
 * Looks once over a body before it is parsed, in linear time, and refuses what no person writes: sizes, depths and
 * repetitions that would keep the parser busy. Returns whether it may be parsed.
 */
export function preflight(source: BodySource): boolean {
  const { text } = source;
  const refuse = (offset: number, message: string, suggestion: string): false => {
    source.error('too-large', Math.min(offset, text.length), 1, message, suggestion);
    return false;
  };
  if (text.length > MOST_CHARACTERS) return refuse(0, 'This page is longer than 512 KiB.', 'Share the text out over several pages.');

  let lines = 0;
  let definitions = 0;
  let marks = 0;
  let counts = new Map<number, number>();
  let blockSize = 0;
  for (let start = 0; start <= text.length; ) {
    let end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    lines += 1;
    if (lines > MOST_LINES) return refuse(start, 'This page has more than 20,000 lines.', 'Share the text out over several pages.');
    if (end - start > LONGEST_LINE) return refuse(start, 'This line is longer than 20,000 characters.', 'Break it into paragraphs.');
    const line = text.slice(start, end);
    const nested = nesting(line);
    if (nested > DEEPEST) return refuse(start, 'Quotes and lists stand in each other too deep here.', 'Use fewer levels.');
    if (indent(line) > DEEPEST_INDENT) return refuse(start, 'This line is indented too far.', 'Use fewer levels.');
    if (nested > 6) marks += nested;
    if (marks > 4000) return refuse(start, 'Quotes and lists stand in each other too deep here.', 'Use fewer levels.');
    if (line.length > LONGEST_WORD && new RegExp(`[!-~]{${LONGEST_WORD}}`).test(line)) return refuse(start, 'This line has a word of more than 2,500 characters.', 'Put in spaces, or leave it out.');
    if (/^[ >]{0,12}\[/.test(line) && /^[ >]{0,12}\[[^\]]{1,1000}\]:/.test(line)) definitions += 1;
    if (definitions > MOST_DEFINITIONS) return refuse(start, 'This page has more than 1,000 notes and link targets.', 'Share the text out over several pages.');
    const table = line.includes('|');
    if (table && pipes(line) > MOST_COLUMNS) return refuse(start, 'This table has more than 60 columns.', 'Turn it on its side, or share it out over several tables.');

    if (line.trim() === '') {
      counts = new Map();
      blockSize = 0;
    } else {
      blockSize += line.length;
      if (blockSize > 100_000) return refuse(start, 'This paragraph or table is too long.', 'Break it up with blank lines.');
      // The cells of a table are read one by one, so the signs of its rows do not add up.
      if (table) counts = new Map();
      for (let at = 0; at < line.length; at += 1) {
        const code = line.charCodeAt(at);
        const most = SIGNS.get(code);
        if (most === undefined) continue;
        const count = (counts.get(code) ?? 0) + 1;
        counts.set(code, count);
        if (count > most) return refuse(start + at, `This paragraph has more than ${most} times the sign "${line[at]}".`, 'Break it up with blank lines.');
      }
    }
    start = end + 1;
  }
  return true;
}

/** How many quotes and list items a line opens. */
function nesting(line: string): number {
  const head = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/.exec(line)?.[0];
  return head ? (head.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0) : 0;
}

function indent(line: string): number {
  let width = 0;
  for (const sign of line) {
    if (sign === ' ') width += 1;
    else if (sign === '\t') width += 4;
    else if (sign !== '>') return width;
  }
  return 0;
}

function pipes(line: string): number {
  let count = 0;
  for (let at = line.indexOf('|'); at !== -1; at = line.indexOf('|', at + 1)) if (line[at - 1] !== '\\') count += 1;
  return count - 1;
}
