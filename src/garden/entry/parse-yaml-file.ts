import type { z } from 'zod';
import type { Problem } from '../checks/problem.ts';
import { dropEmpty } from './drop-empty.ts';
import { fieldProblems } from './field-problems.ts';
import { readYaml } from './read-yaml.ts';

/** A YAML file read through a schema: its value, or undefined with at least one problem. Never throws. */
export function parseYamlFile<Schema extends z.ZodType>(file: string, text: string, schema: Schema): { value: z.infer<Schema> | undefined; problems: Problem[] } {
  const yaml = readYaml(text, 1);
  const inFile = (problems: readonly Problem[]) => problems.map((problem) => ({ ...problem, file }));
  if (yaml.problems.length > 0) return { value: undefined, problems: inFile(yaml.problems) };
  const cleaned = dropEmpty(yaml.data ?? {});
  const result = schema.safeParse(cleaned.value ?? {});
  if (result.success) return { value: result.data, problems: [] };
  return { value: undefined, problems: inFile(fieldProblems(result.error.issues, schema, cleaned, yaml)) };
}
