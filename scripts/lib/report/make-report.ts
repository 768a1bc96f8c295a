import type { LoadedContent } from '../../../src/disk/load-content.ts';
import type { Problem } from '../../../src/garden/checks/problem.ts';
import { changeReportSchema, REPORT_BOUNDS, type ChangeReport } from '../../../src/garden/outputs/change-report.ts';
import { changedFiles } from '../check/changed-files.ts';
import { inScope } from '../check/in-scope.ts';
import { changeFacts, short } from './change-facts.ts';
import { UnknownPast } from './git-tree.ts';
import { readChange } from './read-change.ts';

/** Everything a pull request's comment needs to know, within bounds: the problems that may come of the change, and what changes for readers since `base`. Where git cannot know what changed, all problems and a sentence. */
export async function makeReport(folder: string, content: LoadedContent, base: string): Promise<ChangeReport> {
  const found = await changeOf(folder, content, base);
  const mine = content.problems.filter((problem) => found.holds(problem));
  const elsewhere = content.problems.filter((problem) => !found.holds(problem));
  const notice = [found.notice, content.notice].filter(Boolean).join(' ');
  const errors = mine.filter(isError);
  const report: ChangeReport = {
    version: 1,
    entries: content.entries.length,
    errors: errors.length,
    warnings: mine.length - errors.length,
    problems: [...errors, ...mine.filter((problem) => !isError(problem))].slice(0, REPORT_BOUNDS.problems).map(reported),
    elsewhere: { errors: elsewhere.filter(isError).length, warnings: elsewhere.filter((problem) => !isError(problem)).length },
    ...(notice ? { notice } : {}),
    ...(found.change ? { change: found.change } : {}),
  };
  return changeReportSchema.parse(report);
}

async function changeOf(folder: string, content: LoadedContent, base: string): Promise<{ holds(problem: Problem): boolean; notice?: string; change?: ChangeReport['change'] }> {
  try {
    const change = await changeFacts(await readChange(folder, content, base));
    return { change, holds: inScope(await changedFiles(folder, base, content.site.branch), content).holds };
  } catch (error) {
    if (error instanceof UnknownPast) return { holds: () => true, notice: error.message };
    throw error;
  }
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

function reported({ rule, severity, file, line, column, message, suggestion }: Problem): ChangeReport['problems'][number] {
  return { rule, severity, file: short(file), line, column, message: short(message), ...(suggestion ? { suggestion: short(suggestion) } : {}) };
}
