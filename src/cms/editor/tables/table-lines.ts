/** How the words of a column stand. */
export type Align = '' | 'left' | 'center' | 'right';

/** One line of a table, taken apart without losing a character. */
export interface TableRow {
  readonly raw: string;
  /** Words of each cell as they are written, without the space around them. */
  readonly cells: readonly string[];
}

/** A table as its lines say it. */
export interface Table {
  readonly head: TableRow;
  readonly delimiter: string;
  readonly aligns: readonly Align[];
  readonly rows: readonly TableRow[];
}

/** A place of a cell in its line, without the space around its words. */
interface CellPlace {
  readonly from: number;
  readonly to: number;
}

const PREFIX = /^(?:\s|>)*/;

/** Reads the lines of a table; undefined when the second one does not say that they are one. */
export function readTable(lines: readonly string[]): Table | undefined {
  const [head, delimiter, ...rows] = lines;
  if (head === undefined || delimiter === undefined || !/^[\s>|:-]+$/.test(delimiter) || !delimiter.includes('-')) return undefined;
  return { head: readRow(head), delimiter, aligns: readRow(delimiter).cells.map(alignOf), rows: rows.map(readRow) };
}

/** What stands before a table on a line: space, or the marks of a quote. */
export function linePrefix(line: string): string {
  return PREFIX.exec(line)?.[0] ?? '';
}

/** Words for a cell: no line end, and no bar that would start another cell. */
export function cellWords(words: string): string {
  return words
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/(\\*)\|/g, (_match, slashes: string) => `${slashes.length % 2 === 0 ? `${slashes}\\` : slashes}|`);
}

/** The line with other words in some cells; space around cells stays, so that columns keep their width where they can. */
export function changeRow({ raw, cells }: TableRow, words: readonly string[]): string {
  const places = cellPlaces(raw);
  let line = raw;
  for (let index = Math.min(places.length, words.length) - 1; index >= 0; index -= 1) {
    const { from, to } = places[index]!;
    const now = cellWords(words[index]!);
    if (now === cells[index]) continue;
    const space = /^ */.exec(line.slice(to))?.[0].length ?? 0;
    const more = now.length - (to - from);
    // An empty cell has all its space on one side.
    const lead = from === to && !line.slice(0, from).endsWith(' ') ? ' ' : '';
    const left = Math.max(1, space - more - lead.length);
    line = line.slice(0, from) + lead + now + (to + space === line.length && space === 0 ? '' : ' '.repeat(left)) + line.slice(to + space);
  }
  const missing = words.slice(places.length).map(cellWords);
  if (missing.every((cell) => cell === '')) return line;
  return `${line.replace(/\s*\|?\s*$/, '')} | ${missing.join(' | ')} |`;
}

/** A new line of a table. */
export function newRow(prefix: string, words: readonly string[]): string {
  return `${prefix}|${words.map((cell) => ` ${cellWords(cell)} `.replace(/^ {2}$/, '  ')).join('|')}|`;
}

/** The line below the head of a table. */
export function newDelimiter(prefix: string, aligns: readonly Align[]): string {
  return `${prefix}|${aligns.map((align) => ` ${delimiterCell(align)} `).join('|')}|`;
}

/** The line below the head with other alignments; those that stay keep their hyphens. */
export function changeDelimiter(raw: string, before: readonly Align[], after: readonly Align[]): string {
  let line = raw;
  const places = cellPlaces(raw);
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const align = after[index];
    const { from, to } = places[index]!;
    if (align === undefined || align === before[index]) continue;
    line = line.slice(0, from) + delimiterCell(align, to - from) + line.slice(to);
  }
  return line;
}

function delimiterCell(align: Align, width = 0): string {
  const left = align === 'left' || align === 'center' ? ':' : '';
  const right = align === 'right' || align === 'center' ? ':' : '';
  return left + '-'.repeat(Math.max(3, width) - left.length - right.length) + right;
}

function alignOf(cell: string): Align {
  return cell.startsWith(':') ? (cell.endsWith(':') && cell.length > 1 ? 'center' : 'left') : cell.endsWith(':') ? 'right' : '';
}

function readRow(raw: string): TableRow {
  return { raw, cells: cellPlaces(raw).map(({ from, to }) => raw.slice(from, to)) };
}

function cellPlaces(raw: string): CellPlace[] {
  let start = linePrefix(raw).length;
  const end = raw.trimEnd().length;
  if (raw[start] === '|') start += 1;
  const places: CellPlace[] = [];
  for (let at = start; at <= end; at += 1) {
    if (raw[at] === '\\' && at + 1 < end) {
      at += 1;
      continue;
    }
    if (at < end && raw[at] !== '|') continue;
    // The bar at the end of a line closes the last cell and opens none.
    if (at === end && places.length > 0 && raw[at - 1] === '|' && start === at) break;
    const cell = raw.slice(start, at);
    const from = start + (cell.trim() === '' ? Math.min(1, cell.length) : cell.length - cell.trimStart().length);
    places.push({ from, to: cell.trim() === '' ? from : start + cell.trimEnd().length });
    start = at + 1;
  }
  return places;
}
