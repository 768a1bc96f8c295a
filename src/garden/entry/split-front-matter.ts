import type { Problem } from '../checks/problem.ts';

/** A file cut into header and body. Lines count from 1 in the file. */
export interface FrontMatterSplit {
  readonly yaml: string;
  readonly yamlLine: number;
  readonly body: string;
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
}

/** Cuts normalised text at its two `---` lines. A file without a usable header gets one problem and an empty header. */
export function splitFrontMatter(text: string): FrontMatterSplit {
  const fail = (message: string, suggestion: string): FrontMatterSplit => ({
    yaml: '',
    yamlLine: 1,
    body: '',
    bodyLine: 1,
    problems: [{ rule: 'bad-front-matter', severity: 'error', file: '', line: 1, column: 1, message, suggestion }],
  });
  const first = text.split('\n', 1)[0] ?? '';
  if (/^\+\+\+/.test(first)) return fail('This file has a TOML header, between "+++" lines.', 'Write the header as "name: value" lines between two lines of three hyphens, "---".');
  if (/^---\s*[A-Za-z]/.test(first)) return fail('The first line must be three hyphens and nothing else.', 'Write "---" on the first line.');
  if (!/^---[ \t]*$/.test(first)) return fail('This file has no header.', 'Start it with a line "---", then "title: …" and the other fields, then another line "---".');
  const end = /\n---[ \t]*(?:\n|$)/.exec(text.slice(first.length));
  if (!end) return fail('The header does not end.', 'Close it with a line of three hyphens, "---", before the text.');
  const yamlStart = first.length + 1;
  const yamlEnd = first.length + end.index;
  const yaml = yamlEnd > yamlStart ? text.slice(yamlStart, yamlEnd) : '';
  const bodyStart = first.length + end.index + end[0].length;
  return { yaml, yamlLine: 2, body: text.slice(bodyStart), bodyLine: countLines(text.slice(0, bodyStart)), problems: [] };
}

function countLines(before: string): number {
  let lines = 1;
  for (const character of before) if (character === '\n') lines += 1;
  return lines;
}
