import type { Problem } from '../problem.ts';
import { visible } from './visible.ts';

/** Problems as people read them in a terminal: place, sentence, next step, and the line with a caret under the place; at the end, how to read why each rule is there. */
export function textReport(problems: readonly Problem[], texts: ReadonlyMap<string, string>, entries: number): string {
  const parts = problems.map((problem) => one(problem, texts.get(problem.file)));
  const why = [...new Set(problems.map(({ rule }) => rule))].map((rule) => `Why: npm run explain ${visible(rule)}`);
  return [...parts, summary(problems, entries), ...why].join('\n');
}

function one(problem: Problem, text: string | undefined): string {
  const lines = [`${problem.file}:${problem.line}:${problem.column}  ${problem.severity}  ${problem.rule}`, `  ${problem.message}`, ...(problem.suggestion ? [`  ${problem.suggestion}`] : [])].map(
    visible,
  );
  const source = text?.split('\n', problem.line)[problem.line - 1];
  if (source !== undefined && source.trim() !== '') lines.push(...excerpt(source, problem));
  return `${lines.join('\n')}\n`;
}

const WIDTH = 100;

function excerpt(source: string, problem: Problem): string[] {
  const from = problem.column > WIDTH * 0.7 ? problem.column - Math.floor(WIDTH / 2) : 0;
  const shown = visible(source.slice(from, from + WIDTH));
  const gutter = `  ${problem.line} | `;
  const caret = '^'.repeat(Math.max(1, Math.min(problem.length ?? 1, WIDTH - (problem.column - 1 - from))));
  return [`${gutter}${shown}`, `${' '.repeat(gutter.length - 2)}| ${' '.repeat(Math.max(0, problem.column - 1 - from))}${caret}`];
}

function summary(problems: readonly Problem[], entries: number): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  const read = `${entries} ${entries === 1 ? 'entry' : 'entries'} read`;
  if (problems.length === 0) return `${read}: no problems.`;
  return `${read}: ${count(errors, 'error')}, ${count(warnings, 'warning')}.`;
}
