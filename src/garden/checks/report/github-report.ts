import type { Problem } from '../problem.ts';

/** Problems as workflow commands, which GitHub shows beside the lines of a pull request. */
export function githubReport(problems: readonly Problem[]): string {
  return problems
    .map((problem) => {
      const place = [`file=${property(problem.file)}`, `line=${problem.line}`, `col=${problem.column}`, `title=${property(problem.rule)}`].join(',');
      const text = problem.suggestion ? `${problem.message}\n${problem.suggestion}` : problem.message;
      return `::${problem.severity} ${place}::${data(text)}`;
    })
    .join('\n');
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
