import { changeDelimiter, changeRow, linePrefix, newDelimiter, newRow, type Align, type Table, type TableRow } from './table-lines.ts';

/** A row of the grid: its words, and the line it was made of if there is one. */
export interface GridRow {
  readonly words: readonly string[];
  readonly origin?: TableRow;
}

/** A column of the grid: how it stands, and which column of the text it was. */
export interface GridColumn {
  readonly align: Align;
  readonly origin?: number;
}

/** A table as a person edits it. Every row has a word for each column. */
export interface Grid {
  readonly columns: readonly GridColumn[];
  readonly head: GridRow;
  readonly rows: readonly GridRow[];
}

/** The grid of a table. */
export function gridOf(table: Table): Grid {
  const row = (origin: TableRow): GridRow => ({ words: table.head.cells.map((_cell, index) => origin.cells[index] ?? ''), origin });
  return { columns: table.head.cells.map((_cell, origin) => ({ align: table.aligns[origin] ?? '', origin })), head: row(table.head), rows: table.rows.map(row) };
}

/** An empty grid. */
export function emptyGrid(columns: number, rows: number): Grid {
  const words = Array.from({ length: columns }, () => '');
  return { columns: words.map(() => ({ align: '' })), head: { words }, rows: Array.from({ length: rows }, () => ({ words })) };
}

/** The lines of a grid. What a person did not touch is written as it was. */
export function gridLines({ columns, head, rows }: Grid, table?: Table): string[] {
  const prefix = linePrefix(table?.delimiter ?? '');
  const aligns = columns.map(({ align }) => align);
  const same = table !== undefined && columns.length === table.head.cells.length && columns.every(({ origin }, index) => origin === index);
  const line = ({ words, origin }: GridRow): string =>
    !origin || !same ? newRow(prefix, words) : words.every((word, index) => word === (origin.cells[index] ?? '')) ? origin.raw : changeRow(origin, words);
  return [line(head), same ? changeDelimiter(table.delimiter, table.aligns, aligns) : newDelimiter(prefix, aligns), ...rows.map(line)];
}

/** The grid with one word changed; row -1 is the head. */
export function withWord(grid: Grid, row: number, column: number, word: string): Grid {
  const change = (old: GridRow): GridRow => ({ ...old, words: old.words.with(column, word) });
  return row === -1 ? { ...grid, head: change(grid.head) } : { ...grid, rows: grid.rows.with(row, change(grid.rows[row]!)) };
}

/** The grid with a column that stands another way. */
export function withAlign(grid: Grid, column: number, align: Align): Grid {
  return { ...grid, columns: grid.columns.with(column, { ...grid.columns[column]!, align }) };
}

/** The grid with an empty row at a place. */
export function withRow(grid: Grid, at: number): Grid {
  return { ...grid, rows: grid.rows.toSpliced(at, 0, { words: grid.columns.map(() => '') }) };
}

/** The grid with an empty column at a place. */
export function withColumn(grid: Grid, at: number): Grid {
  return eachRow({ ...grid, columns: grid.columns.toSpliced(at, 0, { align: '' }) }, (words) => words.toSpliced(at, 0, ''));
}

/** The grid without a row. */
export function withoutRow(grid: Grid, row: number): Grid {
  return { ...grid, rows: grid.rows.toSpliced(row, 1) };
}

/** The grid without a column; the last one stays. */
export function withoutColumn(grid: Grid, column: number): Grid {
  if (grid.columns.length === 1) return grid;
  return eachRow({ ...grid, columns: grid.columns.toSpliced(column, 1) }, (words) => words.toSpliced(column, 1));
}

/** The grid with a row at another place. */
export function movedRow(grid: Grid, from: number, to: number): Grid {
  return { ...grid, rows: moved(grid.rows, from, to) };
}

/** The grid with a column at another place. */
export function movedColumn(grid: Grid, from: number, to: number): Grid {
  return eachRow({ ...grid, columns: moved(grid.columns, from, to) }, (words) => moved(words, from, to));
}

function eachRow(grid: Grid, change: (words: readonly string[]) => readonly string[]): Grid {
  const row = (old: GridRow): GridRow => ({ ...old, words: change(old.words) });
  return { ...grid, head: row(grid.head), rows: grid.rows.map(row) };
}

function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  if (to < 0 || to >= list.length) return list;
  return list.toSpliced(from, 1).toSpliced(to, 0, list[from]!);
}
