import type { Problem } from './problem.ts';
import type { CheckedEntry, EntryContext } from './rule.ts';
import { RULES } from './rules/index.ts';

const RULE_IDS = RULES.map(({ id }) => id);

/** Every problem of one entry that can be told from the entry and a small index of the others. */
export function checkEntry(entry: CheckedEntry, context: EntryContext): Problem[] {
  const file = entry.header.file;
  const own = [...entry.header.problems, ...entry.body.problems.map((problem) => ({ ...problem, file }))];
  const known = { ...context, rules: RULE_IDS };
  const found = RULES.flatMap((rule) => (rule.checkEntry?.(entry, known) ?? []).map((finding): Problem => ({ file, ...finding, rule: rule.id, severity: rule.severity })));
  return [...own, ...found];
}
