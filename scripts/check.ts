import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hasErrors, type Problem } from '../src/garden/checks/problem.ts';
import { githubReport } from '../src/garden/checks/report/github-report.ts';
import { jsonReport } from '../src/garden/checks/report/json-report.ts';
import { textReport } from '../src/garden/checks/report/text-report.ts';
import { visible } from '../src/garden/checks/report/visible.ts';
import { nearest } from '../src/garden/text/nearest.ts';
import { contentFolder } from '../src/disk/content-folder.ts';
import { loadContent, type LoadedContent } from '../src/disk/load-content.ts';
import { changedFiles } from './lib/check/changed-files.ts';
import { checkOptions } from './lib/check/check-options.ts';
import { contentPath } from './lib/check/content-path.ts';
import { fixContent } from './lib/check/fix-content.ts';
import { isWithin } from './lib/check/is-within.ts';
import { inScope } from './lib/check/in-scope.ts';
import { showFixes } from './lib/check/show-fixes.ts';

const USAGE = 'Usage: npm run check -- [--changed [branch]] [--fix [--dry-run]] [--format text|json|github] [paths…]';

process.exitCode = await check(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(USAGE);
  return 2;
});

/** Checks all content and prints the problems of the named or changed paths (or all); with `--fix` it first puts right what has one right answer. Returns the exit code. */
async function check(args: string[]): Promise<number> {
  const folder = contentFolder();
  const onDisk = (file: string | undefined) => file !== undefined && existsSync(path.join(folder, file.slice('content'.length)));
  const options = checkOptions(args, (word) => /\.(?:mdx|ya?ml|md)$/i.test(word) || onDisk(contentPath(word, folder)));
  let content = await loadContent(folder);
  const named = options.paths.map((given) => contentPath(given, folder));
  const isNamed = (file: string) => named.length === 0 || named.some((name) => name !== undefined && isWithin(file, name));
  const changed = options.changed === undefined ? undefined : await changedFiles(folder, options.changed, content.site.branch);
  const known = new Set([...content.files, ...content.problems].map(({ file }) => file).concat([...(changed?.files ?? [])]));
  for (const [index, name] of named.entries()) {
    if (onDisk(name) || (name !== undefined && [...known].some((file) => isWithin(file, name)))) continue;
    const near = name && nearest(name, known);
    throw new Error(`There is no file or folder "${options.paths[index]}" in the content.${near ? ` Did you mean "${near}"?` : ''}`);
  }
  const scopeOf = (read: LoadedContent) => changed && inScope(changed, read);
  const say = options.format === 'text' ? console.log : console.error;

  if (options.fix) {
    const scope = scopeOf(content);
    const fixes = await fixContent(folder, content, (file) => isNamed(file) && (!scope || scope.changed.has(file) || scope.dependants.has(file)));
    if (options.dryRun) {
      console.log(showFixes(fixes) + (fixes.length === 0 ? 'Nothing would change.' : `${files(fixes.length)} would change. Nothing was written.`));
      return 0;
    }
    for (const { disk, after } of fixes) await writeFile(disk, after);
    for (const { file } of fixes) say(visible(`Put right: ${file}`));
    if (fixes.length > 0) content = await loadContent(folder);
  }
  const scope = scopeOf(content);
  const wanted = (problem: Problem) => isNamed(problem.file) && (scope?.holds(problem) ?? true);
  const problems = content.problems.filter(wanted);
  if (scope && options.format === 'text') console.log(`Looked at ${files(scope.changed.size)} that changed and ${scope.dependants.size} that depend on them.`);
  print(options.format, problems, content);
  if (content.notice) console.error(content.notice);
  return hasErrors(problems) ? 1 : 0;
}

function print(format: 'text' | 'json' | 'github', problems: readonly Problem[], { entries, texts, site }: LoadedContent): void {
  if (format === 'json') console.log(jsonReport(problems, entries.length));
  else if (format === 'github') console.log(githubReport(problems, site.url));
  else console.log(textReport(problems, texts, entries.length));
}

function files(count: number): string {
  return `${count} ${count === 1 ? 'file' : 'files'}`;
}
