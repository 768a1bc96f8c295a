import type { Problem } from '../problem.ts';

/** Problems for programs: `{ entries, problems: [{ rule, severity, file, line, column, message, suggestion? }] }`. */
export function jsonReport(problems: readonly Problem[], entries: number): string {
  const listed = problems.map(({ rule, severity, file, line, column, message, suggestion }) => ({ rule, severity, file, line, column, message, ...(suggestion ? { suggestion } : {}) }));
  return JSON.stringify({ entries, problems: listed }, null, 2);
}
