import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contentFolder, PROJECT } from '../src/disk/content-folder.ts';
import { loadContent } from '../src/disk/load-content.ts';
import { changeComment } from '../src/garden/outputs/change-comment.ts';
import { makeReport } from './lib/report/make-report.ts';

const USAGE = 'Usage: npm run report -- [branch or commit to compare with]';

process.exitCode = await report(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 2;
});

/** Writes `report/report.json` for the comment, and the same in words to the summary of the job where there is one. Problems in the content do not make it end with a fault: the check does that. */
async function report(args: string[]): Promise<number> {
  if (args.length > 1 || args[0]?.startsWith('-')) throw new Error(USAGE);
  const folder = contentFolder();
  const made = await makeReport(folder, await loadContent(folder), args[0] ?? process.env['GITHUB_BASE_REF'] ?? '');
  const file = path.join(PROJECT, 'report', 'report.json');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(made));
  const summary = process.env['GITHUB_STEP_SUMMARY'];
  if (summary) await appendFile(summary, changeComment(made, {}));
  console.log(`Wrote report/report.json: ${made.errors} errors, ${made.warnings} warnings, ${made.change?.pages.total ?? 'an unknown number of'} changed pages.`);
  if (made.notice) console.error(made.notice);
  return 0;
}
