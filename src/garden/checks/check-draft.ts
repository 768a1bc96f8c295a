import { analyseBody } from '../entry/body.ts';
import { dropEmpty, type Cleaned } from '../entry/drop-empty.ts';
import { parseHeader } from '../entry/parse-header.ts';
import { plainData } from '../entry/plain-data.ts';
import { pairLines } from '../entry/yaml-text.ts';
import { schemaInside, schemaOrder } from '../entry/schema-order.ts';
import { KINDS, type KindName } from '../schema/index.ts';
import { normaliseText } from '../text/normalise-text.ts';
import { checkEntry } from './check-entry.ts';
import { compareProblems, type Problem } from './problem.ts';
import type { EntryContext } from './rule.ts';

/** An entry as a form holds it. */
export interface FormEntry {
  readonly kind: KindName;
  readonly id: string;
  /** Data as a form gives it, with empty values in any place. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** What is wrong in a form. */
export interface DraftProblems {
  /** Problems of the fields. `path` is the path in the data of the form; an empty one is about the header as a whole. */
  readonly fields: Problem[];
  /** Problems of the text; lines count from 1 in the body as it was given. */
  readonly body: Problem[];
}

/**
 * Says of the data in a form what the check of the whole garden would say of its file, as far as one entry and the
 * index of the others can tell. Never throws, whatever the data holds.
 */
export function checkDraft(draft: FormEntry, context: EntryContext): DraftProblems {
  const file = `content/${draft.kind}/${draft.id}.mdx`;
  try {
    const cleaned = dropEmpty(plainData(draft.fields));
    const header = headerLines((cleaned.value ?? {}) as Record<string, unknown>, draft.kind);
    return sortOut(check(draft, file, header.lines, context), header, cleaned);
  } catch {
    // Only data that is nested without end gets here.
    const message = 'The fields are nested too deeply to read.';
    const suggestion = 'Take out the last thing you added.';
    const body = analyseBody(normaliseText(draft.body), 1).facts.problems;
    return { fields: [{ rule: 'bad-front-matter', severity: 'error', file, line: 1, column: 1, path: [], message, suggestion }], body: body.map((problem) => ({ ...problem, file })) };
  }
}

interface Header {
  readonly lines: readonly string[];
  /** The top-level field that each line belongs to. */
  readonly names: readonly string[];
}

/** The header of a new file with these fields, without its `---` lines. */
function headerLines(fields: Readonly<Record<string, unknown>>, kind: KindName): Header {
  const schema = KINDS[kind].fields;
  const pairs = schemaOrder(Object.keys(fields), schema).map((name) => ({ name, lines: pairLines(name, fields[name], schemaInside(schema, name)) }));
  return { lines: pairs.flatMap(({ lines }) => lines), names: pairs.flatMap(({ name, lines }) => lines.map(() => name)) };
}

function check(draft: FormEntry, file: string, lines: readonly string[], context: EntryContext): Problem[] {
  const header = parseHeader(file, `---\n${lines.map((line) => `${line}\n`).join('')}---\n${normaliseText(draft.body)}`);
  // A header that cannot be read may hide the body; the form still has it.
  const body = analyseBody(normaliseText(draft.body), lines.length + 3);
  return checkEntry({ header, body: body.facts }, context);
}

function sortOut(problems: readonly Problem[], { lines, names }: Header, cleaned: Cleaned): DraftProblems {
  const found: DraftProblems = { fields: [], body: [] };
  for (const problem of problems.toSorted(compareProblems)) {
    const name = names[problem.line - 2];
    if (problem.path) found.fields.push({ ...problem, path: cleaned.original(problem.path) });
    else if (problem.line >= lines.length + 3) found.body.push({ ...problem, line: problem.line - lines.length - 2 });
    else found.fields.push({ ...problem, path: name === undefined ? [] : [name] });
  }
  return found;
}
