import { bodyWords } from '../writing.ts';
import { page } from '../example-page.ts';
import { defineRule, type Finding } from '../rule.ts';

/** The line of hyphens below the first row of a table. */
const RULER = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
/** A longer line is no row that anybody wrote, and the engine refuses it. */
const LONGEST_ROW = 20_000;

export const tableWithoutHeader = defineRule({
  id: 'table-without-header',
  severity: 'warning',
  summary: 'Every column of a table has a heading; only the first may go without.',
  why: 'A screen reader says the heading with each cell; without it a row is a string of numbers.',
  examples: [
    { title: 'a table whose first row is empty', found: true, files: { 'pages/a.mdx': page('| | |\n| --- | --- |\n| DOC 200 | 100 m |\n') } },
    { title: 'a column without a heading', found: true, files: { 'pages/a.mdx': page('| Trap | |\n| --- | --- |\n| DOC 200 | 100 m |\n') } },
    { title: 'a heading for each column', found: false, files: { 'pages/a.mdx': page('| | Spacing |\n| --- | --- |\n| DOC 200 | 100 m |\n\n| Trap |\n| --- |\n| DOC 200 |\n') } },
  ],
  checkEntry({ header: { body, bodyLine } }): Finding[] {
    if (!/\|[ \t]*\||\|[ \t]*\n[ \t>]*:?-/.test(body)) return [];
    // What is blanked out in the words is code or a link, so a cell with it is not empty.
    const written = body.split('\n');
    return bodyWords(body)
      .split('\n')
      .flatMap((ruler, below, lines): Finding[] => {
        const row = written[below - 1] ?? '';
        if (row.length > LONGEST_ROW || ruler.length > LONGEST_ROW || !lines[below - 1]?.includes('|') || !RULER.test(ruler)) return [];
        const cells = cellsOf(row);
        const empty = cells.map((cell) => cell.trim() === '');
        if (cells.length !== cellsOf(ruler).length || !(empty.every(Boolean) || empty.slice(1).some(Boolean))) return [];
        const place = { line: bodyLine + below - 1, column: 1, length: row.length };
        return [
          empty.every(Boolean)
            ? { ...place, message: 'The columns of this table have no headings.', suggestion: 'Write what each column holds into its first row.' }
            : { ...place, message: `Column ${empty.lastIndexOf(true) + 1} of this table has no heading.`, suggestion: 'Write what it holds into its first row.' },
        ];
      });
  },
});

/** The cells of a row, without the signs of a quote before it. */
function cellsOf(row: string): string[] {
  return row
    .replace(/^[ \t>]+/, '')
    .trimEnd()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/);
}
