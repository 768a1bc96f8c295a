import { bodySource } from '../../safe-mdx/body-source.ts';
import { bodyWords } from '../writing.ts';
import { page } from '../example-page.ts';
import { defineRule, type Finding } from '../rule.ts';

/** A row with an empty cell after its first, and the line of hyphens below it. */
const EMPTY_HEADING = /^[ \t>]*(\|?[^\n]*\|[ \t]*(?:\|[^\n]*)?)\n[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/gm;

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
    const words = bodyWords(body);
    const source = bodySource(words, bodyLine);
    return [...words.matchAll(EMPTY_HEADING)].flatMap((match): Finding[] => {
      const row = match[1] ?? '';
      // What was blanked out was code or a link, so the cell is not empty.
      const written = body.slice(match.index + match[0].indexOf(row), match.index + match[0].indexOf(row) + row.length);
      const cells = written
        .trim()
        .replace(/^\||(?<!\\)\|$/g, '')
        .split(/(?<!\\)\|/);
      const columns = (match[0].split('\n')[1] ?? '').split('|').filter((cell) => cell.trim().replace(/^[>\s]+/, '') !== '').length;
      const empty = cells.map((cell) => cell.trim() === '');
      if (cells.length !== columns || !(empty.every(Boolean) || empty.slice(1).some(Boolean))) return [];
      const place = source.place(match.index + match[0].indexOf(row), row.length);
      return [
        empty.every(Boolean)
          ? { ...place, message: 'The columns of this table have no headings.', suggestion: 'Write what each column holds into its first row.' }
          : { ...place, message: `Column ${empty.lastIndexOf(true) + 1} of this table has no heading.`, suggestion: 'Write what it holds into its first row.' },
      ];
    });
  },
});
