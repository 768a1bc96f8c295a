import type { Problem } from '#garden/checks/problem.ts';

/** One line of a file: what stands before, in and after the part that is marked, and whether it is a line of the header with nothing wrong. */
export interface MarkedLine {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  readonly header: boolean;
}

/** The lines of a file, each with the first thing that is wrong in it marked: the words that a problem names, or all of the line. */
export function markedLines(text: string, problems: readonly Pick<Problem, 'line' | 'column' | 'length'>[]): MarkedLine[] {
  const lines = text.split('\n');
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  return lines.map((line, index) => {
    const problem = problems.find((one) => one.line === index + 1);
    if (!problem) return { before: line, marked: '', after: '', header: index <= end };
    const from = problem.length ? problem.column - 1 : 0;
    const to = problem.length ? from + problem.length : line.length;
    return { before: line.slice(0, from), marked: line.slice(from, to), after: line.slice(to), header: false };
  });
}
