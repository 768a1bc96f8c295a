import type { Problem } from '../checks/problem.ts';
import type { Place } from './body-facts.ts';

/** What is wrong with a header, where, and what to do, without the words of a parser. */
export type YamlProblem = Omit<Problem, 'rule' | 'severity' | 'file'>;

/** Explains an error of the YAML parser. `place` is where it noticed it; `firstLine` is the line in the file of the first line of `text`. */
export function explainYaml(code: string, message: string, place: Place, text: string, firstLine: number): YamlProblem {
  const line = lineAt(text, place.line - firstLine);
  if (code === 'TAB_AS_INDENT') return { ...place, message: 'This line starts with a tab.', suggestion: 'Use spaces instead of the tab.' };
  if (code === 'BAD_DQ_ESCAPE') return { ...place, message: 'A backslash in double quotes must stand there twice.', suggestion: `Write: ${short(line.trim()).replace(/\\/g, '\\\\')}` };
  if (/merge key|alias/i.test(message)) return { ...place, message: 'A value cannot start with "*" or "&".', suggestion: quoted(line) ?? 'Put it in double quotes.' };
  const index = unclosedQuote(text) ?? breakingLine(text, place.line - firstLine);
  if (index !== undefined) {
    const broken = lineAt(text, index);
    const start = broken.length - broken.trimStart().length;
    return {
      line: index + firstLine,
      column: start + 1,
      length: broken.trim().length,
      message: `The punctuation on this line confuses the header: ${short(broken.trim())}`,
      suggestion: quoted(broken)!,
    };
  }
  const joined = /^(\s*[A-Za-z_][\w-]*:)(\S.*)$/.exec(line);
  if (joined) return { ...place, message: 'There is no space after the colon on this line.', suggestion: `Write: ${joined[1]?.trim()} ${short(joined[2] ?? '')}` };
  return { ...place, message: 'This line of the header cannot be read.', suggestion: 'Write one field a line, as "name: value", and put values with punctuation in double quotes.' };
}

/** The next step for a line whose value needs quotes, with the line as it should be; undefined when it holds no such value. */
export function quoted(line: string): string | undefined {
  const [, head, value] = FIELD.exec(line.trimEnd()) ?? [];
  if (!head || !value || !needsQuotes(value)) return undefined;
  if (value.length > 1000) return 'Write it in quotes, or move the long text below the second "---" line.';
  const bare = /^'((?:[^']|(?<=\p{L})'(?=\p{L}))*)'$/u.exec(value)?.[1] ?? /^"([^"]*)"$/.exec(value)?.[1] ?? value;
  return `Write it in quotes: ${head} "${bare.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`.replace(/: +/, ': ');
}

function short(line: string): string {
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}

/** The line of a text by its index. */
export function lineAt(text: string, index: number): string {
  return text.split('\n', index + 1)[index] ?? '';
}

const FIELD = /^(\s*(?:-\s+)?[A-Za-z_][\w-]*:|\s*-)\s+(\S.*)$/;

/** The index of the line at or just above `near` whose value needs quotes. */
function breakingLine(text: string, near: number): number | undefined {
  for (let index = near; index >= Math.max(0, near - 3); index -= 1) if (quoted(lineAt(text, index))) return index;
  return undefined;
}

/** The index of the first line whose quotation mark is still open where the next field begins. */
function unclosedQuote(text: string): number | undefined {
  const lines = text.split('\n');
  let open: { index: number; mark: string } | undefined;
  for (const [index, line] of lines.entries()) {
    if (open && /^[A-Za-z_][\w-]*:/.test(line)) return open.index;
    if (open && line.includes(open.mark)) open = undefined;
    const value = FIELD.exec(line.trimEnd())?.[2];
    const mark = value?.[0];
    if (value && (mark === '"' || mark === "'") && !value.slice(1).includes(mark)) open = { index, mark };
  }
  return open?.index;
}

function needsQuotes(value: string): boolean {
  if (/^"(?:[^"\\]|\\.)*"$/.test(value) || /^'(?:[^']|'')*'$/.test(value)) return false;
  return /^[@`%&*!|>'"[\]{},#?]/.test(value) || /^-(?:\s|$)/.test(value) || /:(?:\s|$)/.test(value) || /\s#/.test(value);
}
