import { normaliseText } from '../text/normalise-text.ts';
import { readYaml } from './read-yaml.ts';
import { splitFrontMatter } from './split-front-matter.ts';

/** A file as it stands on disk, cut into pieces that give the whole again when they are put together. */
export interface CutFile {
  /** The first `---` line, with a byte order mark when there is one. */
  readonly opening: string;
  /** The lines of YAML, each with its line end. */
  readonly yaml: string;
  /** The closing `---` line. */
  readonly closing: string;
  /** Every character after the closing line. */
  readonly body: string;
  /** What the YAML says, before empty values are dropped. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Cuts the raw text of a file at its `---` lines and reads its YAML. Throws an Error of one plain sentence when it has no readable header. */
export function cutHeader(text: string): CutFile {
  const [problem] = splitFrontMatter(normaliseText(text)).problems;
  if (problem) throw new Error(`Line ${problem.line}: ${problem.message}`);
  const opening = /^\uFEFF?---[ \t]*(?:\r\n|\r|\n)/.exec(text)?.[0] ?? '';
  const close = /(?<=\r|\n)---[ \t]*(?:\r\n|\r|\n|$)/.exec(text.slice(opening.length - 1));
  if (opening === '' || !close) throw new Error('Line 1: This file has no header.');
  const yamlEnd = opening.length - 1 + close.index;
  const yaml = text.slice(opening.length, yamlEnd);
  const { data, problems } = readYaml(normaliseText(yaml), 2);
  if (problems[0]) throw new Error(`Line ${problems[0].line}: ${problems[0].message}`);
  if (typeof (data ?? {}) !== 'object' || Array.isArray(data)) throw new Error('Line 2: The header must be lines such as "title: …".');
  return { opening, yaml, closing: close[0], body: text.slice(yamlEnd + close[0].length), data: (data ?? {}) as Record<string, unknown> };
}
