import { execFile } from 'node:child_process';
import { PROJECT } from '#disk/content-folder.ts';
import { exampleFiles } from '#garden/checks/example-page.ts';
import type { Problem } from '#garden/checks/problem.ts';
import type { ExampleFile } from '#garden/checks/rule.ts';
import { tempGarden, type TempGarden } from './temp-garden.ts';

/** How a command ended, and what it printed. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one of the project's commands on a content folder. */
export function runScript(name: string, folder: string, ...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const env = { ...process.env, GARDEN_CONTENT: folder, GARDEN_TODAY: '2026-11-25', SITE_URL: '', INIT_CWD: PROJECT };
    const child = execFile(process.execPath, ['scripts/run.mjs', name, ...args], { cwd: PROJECT, env, maxBuffer: 64 * 1024 * 1024 }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

/** Content folders for one test each, and the real check to run on them. */
export function checkGardens() {
  const gardens: TempGarden[] = [];
  const check = (folder: string, ...args: string[]) => runScript('check', folder, ...args);
  return {
    check,
    /** A content folder with these files and the list of roles. */
    async garden(files: Readonly<Record<string, ExampleFile | Buffer>>): Promise<string> {
      const made = await tempGarden({ ...exampleFiles({ title: '', found: true, files: {} }), ...files });
      gardens.push(made);
      return made.folder;
    },
    async json(folder: string, ...args: string[]): Promise<{ code: number; entries: number; problems: Problem[] }> {
      const { code, out } = await check(folder, '--format', 'json', ...args);
      return { code, ...(JSON.parse(out) as { entries: number; problems: Problem[] }) };
    },
    async remove(): Promise<void> {
      await Promise.all(gardens.splice(0).map((garden) => garden.remove()));
    },
  };
}
