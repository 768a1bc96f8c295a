import path from 'node:path';
import { parseArgs } from 'node:util';
import { hasErrors } from '../src/garden/checks/problem.ts';
import { githubReport } from '../src/garden/checks/report/github-report.ts';
import { jsonReport } from '../src/garden/checks/report/json-report.ts';
import { textReport } from '../src/garden/checks/report/text-report.ts';
import { contentFolder, PROJECT } from '../src/disk/content-folder.ts';
import { loadContent } from '../src/disk/load-content.ts';

const USAGE = 'Usage: npm run check -- [--format text|json|github] [paths…]';

process.exitCode = await check(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(USAGE);
  return 2;
});

/** Checks all content and prints the problems of the named paths (or all). Returns the exit code. */
async function check(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { format: { type: 'string', default: 'text' } } });
  if (!['text', 'json', 'github'].includes(values.format)) throw new Error(`There is no format "${values.format}".`);
  const folder = contentFolder();
  const { entries, texts, problems: all } = await loadContent(folder);
  const wanted = positionals.map((given) => contentPath(given, folder));
  const problems = wanted.length === 0 ? all : all.filter((problem) => wanted.some((file) => problem.file === file || problem.file.startsWith(`${file}/`)));
  if (values.format === 'json') console.log(jsonReport(problems, entries.length));
  else if (values.format === 'github') console.log(githubReport(problems));
  else console.log(textReport(problems, texts, entries.length));
  return hasErrors(problems) ? 1 : 0;
}

/** A path as given, from the folder the command was called in, as `content/…`. */
function contentPath(named: string, folder: string): string {
  const given = path.normalize(named);
  const from = process.env['INIT_CWD'] ?? process.cwd();
  for (const start of [from, PROJECT, path.dirname(folder), folder]) {
    const relative = path.relative(folder, path.resolve(start, given)).split(path.sep).join('/');
    if (relative === '') return 'content';
    if (!relative.startsWith('..') && (start !== folder || !given.startsWith('content'))) return `content/${relative}`;
  }
  return given.split(path.sep).join('/').replace(/\/$/, '');
}
