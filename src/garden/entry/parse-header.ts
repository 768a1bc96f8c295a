import { isKindName, KINDS, type KindName } from '../schema/index.ts';
import type { Problem } from '../checks/problem.ts';
import type { Place } from './body-facts.ts';
import { dropEmpty } from './drop-empty.ts';
import { fieldProblems } from './field-problems.ts';
import { readYaml } from './read-yaml.ts';
import { fieldReferences, type FieldReference } from './field-references.ts';
import { splitFrontMatter } from './split-front-matter.ts';
import { wrongFolder } from './wrong-folder.ts';

/** The header of one file, read: its fields when they are right, its body as text, and what is wrong with the header. */
export interface ParsedHeader {
  readonly kind: KindName;
  readonly id: string;
  readonly file: string;
  /** The checked fields; undefined when the header has an error. */
  readonly fields: Record<string, unknown> | undefined;
  /** What can be said of the entry even when a field is wrong. */
  readonly title: string;
  readonly draft: boolean;
  /** Fields that name another entry or an item of a vocabulary, with their places. */
  readonly references: readonly FieldReference[];
  /** Where each top-level field stands. */
  readonly places: Readonly<Record<string, Place>>;
  readonly body: string;
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
}

/** Reads the header of `content/<kind>/<id>.mdx` from normalised text. Never throws. */
export function parseHeader(file: string, text: string): ParsedHeader {
  const [, folder = '', name = ''] = file.split('/');
  if (!isKindName(folder)) throw new RangeError(`No kind of entry lives in ${file}`);
  const id = name.replace(/\.mdx$/, '');
  const split = splitFrontMatter(text);
  const yaml = readYaml(split.yaml, split.yamlLine);
  const found: Problem[] = [...split.problems, ...(split.problems.length ? [] : yaml.problems)];
  let fields: Record<string, unknown> | undefined;
  let references: readonly FieldReference[] = [];
  const raw = typeof yaml.data === 'object' && yaml.data !== null && !Array.isArray(yaml.data) ? (yaml.data as Record<string, unknown>) : {};
  if (found.length === 0) {
    const schema = KINDS[folder].fields;
    const cleaned = dropEmpty(yaml.data ?? {});
    const result = schema.safeParse(cleaned.value ?? {});
    if (result.success) fields = result.data;
    else {
      const misplaced = wrongFolder(result.error.issues, folder, id, cleaned, yaml);
      found.push(...(misplaced ? [misplaced] : fieldProblems(result.error.issues, schema, cleaned, yaml)));
    }
    references = fieldReferences(cleaned.value ?? {}, schema, (path) => {
      const written = cleaned.original(path);
      return { path: written, ...yaml.place(written) };
    });
  }
  return {
    kind: folder,
    id,
    file,
    fields,
    title: typeof raw['title'] === 'string' ? raw['title'] : id,
    draft: raw['status'] === 'draft',
    references,
    places: Object.fromEntries(Object.keys(raw).map((key) => [key, yaml.place([key])])),
    body: split.body,
    bodyLine: split.bodyLine,
    problems: found.map((problem) => ({ ...problem, file })),
  };
}
