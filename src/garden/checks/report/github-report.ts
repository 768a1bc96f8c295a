import type { Problem } from '../problem.ts';

/** Problems as workflow commands, which GitHub shows beside the lines of a pull request; with the address of the site, each with the page of its rule. */
export function githubReport(problems: readonly Problem[], siteUrl?: string): string {
  const site = siteUrl && !/^https?:\/\/localhost[:/]/.test(siteUrl) ? siteUrl.replace(/\/?$/, '/') : undefined;
  return problems
    .map((problem) => {
      const place = [`file=${property(problem.file)}`, `line=${problem.line}`, `col=${problem.column}`, `title=${property(problem.rule)}`].join(',');
      const why = site && `Why: ${site}contribute/problems/${problem.rule}/`;
      const text = [problem.message, problem.suggestion, why].filter(Boolean).join('\n');
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
