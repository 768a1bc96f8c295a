import { exactPlaces } from './exact-places.ts';
import { currentNames } from '../model/current-names.ts';
import { checkEntry } from './check-entry.ts';
import { compareProblems, type Problem } from './problem.ts';
import type { GardenContext } from './rule.ts';
import { RULES } from './rules/index.ts';

/** Every problem of every file, sorted, each once. Never throws on content. `found` are problems found while reading other files. */
export function checkGarden(context: GardenContext, found: readonly Problem[] = []): Problem[] {
  const all = { ...context, entries: context.entries.map((entry) => currentNames(entry, context.index)) };
  const entries = all.entries.flatMap((entry) => checkEntry(entry, all));
  const whole = RULES.flatMap((rule) => (rule.checkGarden?.(all) ?? []).map((finding): Problem => ({ ...finding, file: finding.file ?? 'content', rule: rule.id, severity: rule.severity })));
  const once = new Map<string, Problem>();
  for (const problem of exactPlaces([...found, ...entries, ...whole], context.texts ?? new Map()))
    once.set(`${problem.file}:${problem.line}:${problem.column}:${problem.rule}:${problem.message}`, problem);
  return [...once.values()].sort(compareProblems);
}
