/** Something wrong in one place of one file, in words for the person who wrote it. */
export interface Problem {
  /** Permanent id of the rule, in words. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** Path from the repository root with `/`, always `content/…`. */
  readonly file: string;
  /** Line from 1. */
  readonly line: number;
  /** Column from 1, in UTF-16 units. */
  readonly column: number;
  /** A plain sentence about the contributor's thing. */
  readonly message: string;
  /** The nearest valid name or the one next step. */
  readonly suggestion?: string;
  /** The field it is about, as a path in the header as it was written; absent for the body. */
  readonly path?: readonly PropertyKey[];
  /** How many characters the place covers on its line. */
  readonly length?: number;
}

/** Sorts problems by file, line, column and rule. */
export function compareProblems(a: Problem, b: Problem): number {
  return compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule) || compare(a.message, b.message);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether any problem is an error, which keeps a page from being published. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
