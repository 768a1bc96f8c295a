import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contentFolder, PROJECT } from '../src/disk/content-folder.ts';
import { loadContent } from '../src/disk/load-content.ts';
import { previewPage } from './lib/preview/preview-page.ts';
import { UnknownPast } from './lib/report/git-tree.ts';
import { readChange, type Change } from './lib/report/read-change.ts';

const USAGE = 'Usage: npm run preview-change -- [branch or commit to compare with]';

process.exitCode = await previewChange(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 2;
});

/** Writes `report/preview/index.html`: each changed page as readers will see it, old and new, with the words that differ marked. Returns the exit code. Where git cannot know what changed and nobody named what to compare with, it says so and writes none. */
async function previewChange(args: string[]): Promise<number> {
  if (args.length > 1 || args[0]?.startsWith('-')) throw new Error(USAGE);
  const folder = contentFolder();
  const content = await loadContent(folder);
  let change: Change;
  try {
    change = await readChange(folder, content, args[0] ?? process.env['GITHUB_BASE_REF'] ?? '');
  } catch (error) {
    if (!(error instanceof UnknownPast) || args.length > 0) throw error;
    console.log(error.message);
    return 0;
  }
  const file = path.join(PROJECT, 'report', 'preview', 'index.html');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, await previewPage(change, content.site.name));
  console.log(`Wrote report/preview/index.html: ${change.pages.length} changed ${change.pages.length === 1 ? 'page' : 'pages'}.`);
  return 0;
}
