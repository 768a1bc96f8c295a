import { shownFiles } from '../shown-files.ts';
import type { Problem } from '../problem.ts';
import type { Example, Rule } from '../rule.ts';
import { visible } from './visible.ts';

/** An example, and what the check says there. */
export interface JudgedExample {
  readonly example: Example;
  readonly problems: readonly Problem[];
}

/** All rules as a list for a terminal, errors first. */
export function ruleList(rules: readonly Rule[]): string {
  const part = (severity: Rule['severity'], heading: string) =>
    [heading, ...rules.filter((rule) => rule.severity === severity).map(({ id, summary }) => `  ${id.padEnd(WIDTH)} ${summary}`)].join('\n');
  return `${part('error', 'Errors stop the site from being built:')}\n\n${part('warning', 'Warnings do not:')}\n\nRun npm run explain <rule> for one of them.`;
}

const WIDTH = 22;

/** A rule as a text for a terminal: what it wants, why, and each of its examples with what the check says there. */
export function ruleText(rule: Rule, judged: readonly JudgedExample[]): string {
  const parts = [`${rule.id} (${rule.severity})`, rule.summary, `Why: ${rule.why}`];
  for (const found of [true, false]) {
    for (const { example, problems } of judged) {
      if (example.found !== found) continue;
      parts.push([`${found ? 'Wrong' : 'Right'}: ${example.title}`, ...shownFiles(example).map(({ file, text }) => fileText(file, text)), ...said(problems, rule.id)].join('\n'));
    }
  }
  return parts.join('\n\n');
}

function fileText(file: string, text: string): string {
  return `  ${visible(file)}\n${text
    .split('\n')
    .map((line) => `  | ${visible(line)}`)
    .join('\n')}`;
}

function said(problems: readonly Problem[], rule: string): string[] {
  return problems
    .filter((problem) => problem.rule === rule)
    .flatMap(({ file, line, column, message, suggestion }) => [`  ${visible(file)}:${line}:${column}  ${visible(message)}`, ...(suggestion ? [`    ${visible(suggestion)}`] : [])]);
}
