import type { BodySource } from './body-source.ts';
import { signCounter } from './sign-counter.ts';

const MOST_CHARACTERS = 512 * 1024;
const MOST_LINES = 20_000;
const LONGEST_LINE = 20_000;
const LONGEST_WORD = 2500;
const LONGEST_BLOCK = 60_000;
const MOST_COLUMNS = 60;
const DEEPEST = 20;
const DEEPEST_INDENT = 120;

/** Lines that cost the parser more the more of them there are, and how many of each a page may have. */
const KINDS_OF_LINES: readonly { readonly pattern: RegExp; readonly most: number; readonly what: string; readonly after?: RegExp }[] = [
  { pattern: /^[ >]{0,12}\[[^\]]{1,1000}\]:/, most: 1000, what: 'notes and link targets' },
  { pattern: /^[ \t>]*(?:=+|-+)[ \t]*$/, most: 800, what: 'underlined headings', after: /\S/ },
  { pattern: /^[ \t>]*:?-*:?\|[|: \t-]*$/, most: 800, what: 'tables' },
  { pattern: /^[ \t]*>/, most: 600, what: 'quotes', after: /^(?![ \t]*>)/ },
  { pattern: /^[ \t>]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/, most: 6000, what: 'list items' },
];

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
  const share = 'Share the text out over several pages.';
  if (text.length > MOST_CHARACTERS) return refuse(0, 'This page is longer than 512 KiB.', share);

  const signs = signCounter();
  const kinds = KINDS_OF_LINES.map(() => 0);
  let lines = 0;
  let deepLines = 0;
  let block = 0;
  let previous = '';
  for (let start = 0; start <= text.length;) {
    let end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    lines += 1;
    if (lines > MOST_LINES) return refuse(start, 'This page has more than 20,000 lines.', share);
    if (end - start > LONGEST_LINE) return refuse(start, 'This line is longer than 20,000 characters.', 'Break it into paragraphs.');
    const line = text.slice(start, end);
    if (line.length > LONGEST_WORD && hasLongWord(line)) return refuse(start, 'This line has a word of more than 2,500 characters.', 'Put in spaces, or leave it out.');

    const nested = nesting(line);
    if (nested > 4) deepLines += 1;
    if (nested > DEEPEST || deepLines > 500) return refuse(start, 'Quotes and lists stand in each other too deep here.', 'Use fewer levels.');
    if (indent(line) > DEEPEST_INDENT) return refuse(start, 'This line is indented too far.', 'Use fewer levels.');
    const table = line.includes('|');
    if (table && pipes(line) > MOST_COLUMNS) return refuse(start, 'This table has more than 60 columns.', 'Turn it on its side, or share it out over several tables.');

    for (const [index, { pattern, most, what, after }] of KINDS_OF_LINES.entries()) {
      if (!pattern.test(line) || (after && !after.test(previous))) continue;
      const count = (kinds[index] ?? 0) + 1;
      kinds[index] = count;
      if (count > most) return refuse(start, `This page has more than ${most.toLocaleString('en')} ${what}.`, share);
    }

    const blank = line.trim() === '';
    block = blank ? 0 : block + line.length;
    if (block > LONGEST_BLOCK) return refuse(start, 'This paragraph or table is too long.', 'Break it up with blank lines.');
    if (blank) signs.endBlock();
    const excess = signs.count(line, table);
    if (excess !== -1) return refuse(start + excess, `There are too many signs "${line[excess]}" in one place here.`, 'Break it up with blank lines, or share it out over several pages.');
    previous = line;
    start = end + 1;
  }
  return true;
}

function hasLongWord(line: string): boolean {
  let length = 0;
  for (let at = 0; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    length = code > 32 && code < 127 ? length + 1 : 0;
    if (length >= LONGEST_WORD) return true;
  }
  return false;
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

/** How many columns a table with this line has, at most. */
function pipes(line: string): number {
  let count = 0;
  for (let at = line.indexOf('|'); at !== -1; at = line.indexOf('|', at + 1)) if (line[at - 1] !== '\\') count += 1;
  return count - 1;
}
