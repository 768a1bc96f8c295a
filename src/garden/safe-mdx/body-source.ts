import type { Place } from '../entry/body-facts.ts';
import type { Problem } from '../checks/problem.ts';

/** The text of a body, with its place in the file and the problems found in it so far. */
export interface BodySource {
  readonly text: string;
  readonly problems: Problem[];
  /** Says where in the file a stretch of the body stands; its length ends with its line. */
  place(offset: number, length?: number): Place;
  /** Adds an error about a stretch of the body. */
  error(rule: string, offset: number, length: number, message: string, suggestion?: string): void;
  /** Adds a warning about a stretch of the body. */
  warn(rule: string, offset: number, length: number, message: string, suggestion?: string): void;
}

const MOST_PROBLEMS = 200;

/** Makes the record of one body whose first line is line `firstLine` of its file. */
export function bodySource(text: string, firstLine: number): BodySource {
  const problems: Problem[] = [];
  let starts: number[] | undefined;

  function place(offset: number, length?: number): Place {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const start = starts[low] ?? 0;
    const where = { line: firstLine + low, column: offset - start + 1 };
    if (length === undefined) return where;
    const end = low + 1 < starts.length ? (starts[low + 1] ?? 0) - 1 : text.length;
    return { ...where, length: Math.max(1, Math.min(length, end - offset)) };
  }

  function add(severity: Problem['severity']) {
    return (rule: string, offset: number, length: number, message: string, suggestion?: string): void => {
      if (problems.length >= MOST_PROBLEMS) return;
      problems.push({ rule, severity, file: '', ...place(offset, length), message, ...(suggestion === undefined ? {} : { suggestion }) });
    };
  }

  return { text, problems, place, error: add('error'), warn: add('warning') };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
