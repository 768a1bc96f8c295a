import { expect, test } from 'vitest';
import { emptyGrid, gridLines, gridOf, movedColumn, movedRow, withAlign, withColumn, withoutColumn, withoutRow, withRow, withWord } from './table-grid.ts';
import { readTable } from './table-lines.ts';

const LINES = ['| Target | Between traps |  Note|', '|:-------|:-------------:|------|', '| Stoats | 100 m         | a \\| b |', '|Rats|50 m|', '  | Possums | `x | y` | |'];

const table = readTable(LINES)!;
const grid = gridOf(table);

test('a table is read with its alignments and escaped bars', () => {
  expect(table.aligns).toEqual(['left', 'center', '']);
  expect(table.rows[0]!.cells).toEqual(['Stoats', '100 m', 'a \\| b']);
  expect(grid.rows[1]!.words).toEqual(['Rats', '50 m', '']);
});

test('a grid that nobody touched is written as it was', () => {
  expect(gridLines(grid, table)).toEqual(LINES);
});

test('a changed word changes its line only, and the column keeps its width', () => {
  expect(gridLines(withWord(grid, 0, 1, '150 m'), table)).toEqual(LINES.with(2, '| Stoats | 150 m         | a \\| b |'));
  expect(gridLines(withWord(grid, 0, 1, '1,500 metres'), table)).toEqual(LINES.with(2, '| Stoats | 1,500 metres  | a \\| b |'));
});

test('a word that is longer than its cell makes the cell longer', () => {
  expect(gridLines(withWord(grid, 1, 0, 'Ship rats'), table)).toEqual(LINES.with(3, '|Ship rats |50 m|'));
});

test('a cell that its row lacks is added', () => {
  expect(gridLines(withWord(grid, 1, 2, 'near water'), table)).toEqual(LINES.with(3, '|Rats|50 m | near water |'));
});

test('a bar in a word is escaped, and one that is escaped already stays', () => {
  expect(gridLines(withWord(grid, 0, 0, 'a | b'), table)[2]).toBe('| a \\| b | 100 m         | a \\| b |');
  expect(gridLines(withWord(grid, 0, 0, 'a \\| b'), table)[2]).toBe('| a \\| b | 100 m         | a \\| b |');
});

test('another alignment changes the second line only', () => {
  expect(gridLines(withAlign(grid, 2, 'right'), table)).toEqual(LINES.with(1, '|:-------|:-------------:|-----:|'));
});

test('a row that is added, moved or taken out leaves the others as they were', () => {
  expect(gridLines(withRow(grid, 1), table)).toEqual(LINES.toSpliced(3, 0, '|  |  |  |'));
  expect(gridLines(movedRow(grid, 0, 1), table)).toEqual([LINES[0], LINES[1], LINES[3], LINES[2], LINES[4]]);
  expect(gridLines(withoutRow(grid, 1), table)).toEqual(LINES.toSpliced(3, 1));
});

test('a column that moves takes its words and its alignment with it', () => {
  expect(gridLines(movedColumn(grid, 1, 0), table).slice(0, 3)).toEqual(['| Between traps | Target | Note |', '| :-: | :-- | --- |', '| 100 m | Stoats | a \\| b |']);
});

test('a column is added and taken out in every row', () => {
  expect(gridLines(withColumn(grid, 3), table)[2]).toBe('| Stoats | 100 m | a \\| b |  |');
  expect(gridLines(withoutColumn(grid, 0), table)[3]).toBe('| 50 m |  |');
});

test('what was changed and changed back is written as it was', () => {
  expect(gridLines(withWord(withWord(grid, 0, 0, 'Weasels'), 0, 0, 'Stoats'), table)).toEqual(LINES);
  expect(gridLines(movedColumn(movedColumn(grid, 0, 1), 1, 0), table)).toEqual(LINES);
});

test('a new table can be read again', () => {
  const lines = gridLines(withWord(emptyGrid(2, 1), -1, 0, 'What'));
  expect(lines).toEqual(['| What |  |', '| --- | --- |', '|  |  |']);
  expect(readTable(lines)!.head.cells).toEqual(['What', '']);
});

test('a table in a quote keeps the mark of the quote', () => {
  const quoted = readTable(['> | a | b |', '> | - | - |', '> | 1 | 2 |'])!;
  expect(gridLines(withWord(gridOf(quoted), 0, 1, '3'), quoted)[2]).toBe('> | 1 | 3 |');
  expect(gridLines(withRow(gridOf(quoted), 1), quoted)[3]).toBe('> |  |  |');
});

test('lines without a line of hyphens are no table', () => {
  expect(readTable(['| a |', '| b |'])).toBeUndefined();
});
