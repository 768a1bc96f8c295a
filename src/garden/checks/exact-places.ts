import { dropEmpty } from '../entry/drop-empty.ts';
import { readYaml } from '../entry/read-yaml.ts';
import { splitFrontMatter } from '../entry/split-front-matter.ts';
import type { Problem } from './problem.ts';

/**
 * Problems in a header at the very value they are about. A rule knows only where a field of the first level begins; what
 * lies deeper is looked up in the text of the file, which is read anew for it.
 */
export function exactPlaces(problems: readonly Problem[], texts: ReadonlyMap<string, string>): Problem[] {
  const readings = new Map<string, (problem: Problem) => Problem>();
  return problems.map((problem) => {
    const { file, path } = problem;
    if (!path || path.length < 2) return problem;
    const reading = readings.get(file) ?? placing(texts.get(file));
    readings.set(file, reading);
    return reading(problem);
  });
}

function placing(text: string | undefined): (problem: Problem) => Problem {
  if (text === undefined) return (problem) => problem;
  const { yaml, yamlLine } = splitFrontMatter(text);
  const reading = readYaml(yaml, yamlLine);
  const cleaned = dropEmpty(reading.data);
  return (problem) => {
    const { path = [], length: _length, ...rest } = problem;
    const top = reading.place(path.slice(0, 1));
    if (problem.line !== top.line || problem.column !== top.column) return problem;
    const written = cleaned.original(path);
    return { ...rest, path: written, ...reading.place(written) };
  };
}
