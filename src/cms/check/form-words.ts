import type { Problem } from '#garden/checks/problem.ts';
import { schemaAt } from '#garden/entry/field-problems.ts';
import { ownNotes } from '#garden/outputs/own-notes.ts';
import { KINDS, type KindName } from '#garden/schema/index.ts';
import type { Vocabularies } from '#garden/schema/vocabularies.ts';

/** The sentences of a problem as the form says them: fields by the label above them instead of their name in the file. */
export function formWords(kind: KindName, problem: Problem, lists: Partial<Vocabularies> = {}): string {
  const message = problem.path?.length ? problem.message.replace(/^"[^"]+"/, `"${label(kind, problem.path, lists)}"`) : problem.message;
  const suggestion = problem.rule === 'missing-field' ? undefined : problem.suggestion;
  return suggestion ? `${message} ${suggestion}` : message;
}

/** The label of a field in the form, with those of the groups around it and the number of an item in a list. */
export function label(kind: KindName, path: readonly PropertyKey[], lists: Partial<Vocabularies> = {}): string {
  const parts: string[] = [];
  path.forEach((part, index) => {
    if (typeof part === 'number') parts.push(`${parts.pop() ?? ''} ${part + 1}`.trim());
    else parts.push(title(kind, path.slice(0, index + 1), lists) ?? String(part));
  });
  return parts.join(' › ');
}

function title(kind: KindName, path: readonly PropertyKey[], lists: Partial<Vocabularies>): string | undefined {
  const field = schemaAt(KINDS[kind].fields, path);
  return field && ownNotes(field, lists).title;
}
