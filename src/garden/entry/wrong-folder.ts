import type { z } from 'zod';
import type { Problem } from '../checks/problem.ts';
import { KIND_NAMES, KINDS, type KindName } from '../schema/index.ts';
import type { Cleaned } from './drop-empty.ts';
import type { YamlReading } from './read-yaml.ts';

/** A header that is right for another kind than that of its folder, as the one problem it is; undefined for any other fault. The problem carries an empty `file`. */
export function wrongFolder(issues: readonly z.core.$ZodIssue[], folder: KindName, id: string, cleaned: Cleaned, yaml: YamlReading): Problem | undefined {
  const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : []));
  if (unknown.length < 2) return undefined;
  const kind = KIND_NAMES.find((name) => name !== folder && KINDS[name].fields.safeParse(cleaned.value).success);
  if (!kind) return undefined;
  const path = unknown.slice(0, 1);
  return {
    rule: 'unknown-field',
    severity: 'error',
    file: '',
    path,
    ...yaml.place(path, true),
    message: `This is the header of a ${KINDS[kind].one}, and the file stands among the ${KINDS[folder].many}.`,
    suggestion: `Move the file to content/${kind}/${id}.mdx.`,
  };
}
