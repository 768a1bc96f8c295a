import type { Problem } from '#garden/checks/problem.ts';
import { schemaAt } from '#garden/entry/field-problems.ts';
import { KINDS, type KindName } from '#garden/schema/index.ts';

/** The sentences of a problem as the form says them: fields by the label above them instead of their name in the file. */
export function formWords(kind: KindName, problem: Problem): string {
  const message = problem.path?.length ? problem.message.replace(/^"[^"]+"/, `"${label(kind, problem.path)}"`) : problem.message;
  const suggestion = problem.rule === 'missing-field' ? undefined : problem.suggestion;
  return suggestion ? `${message} ${suggestion}` : message;
}

/** The label of a field in the form, with those of the groups around it and the number of an item in a list. */
export function label(kind: KindName, path: readonly PropertyKey[]): string {
  const parts: string[] = [];
  path.forEach((part, index) => {
    if (typeof part === 'number') parts.push(`${parts.pop() ?? ''} ${part + 1}`.trim());
    else parts.push(title(kind, path.slice(0, index + 1)) ?? String(part));
  });
  return parts.join(' › ');
}

function title(kind: KindName, path: readonly PropertyKey[]): string | undefined {
  const meta = schemaAt(KINDS[kind].fields, path)?.meta() as { title?: string } | undefined;
  return meta?.title;
}
