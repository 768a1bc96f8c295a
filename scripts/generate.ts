import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contentFolder, PROJECT } from '../src/disk/content-folder.ts';
import { formattedFiles } from './lib/generate/formatted-files.ts';
import { staleFiles } from './lib/generate/stale-files.ts';

const WHY = { missing: 'is missing', changed: 'is not what the schemas, the vocabularies and site.yaml say', 'left over': 'is no longer generated' } as const;
const USAGE = 'Usage: npm run generate -- [--check] [--into folder]';

process.exitCode = await generate(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 2;
});

/** Writes every generated file that is not as it should be; with `--check` it only names them. Returns the exit code. */
async function generate(args: string[]): Promise<number> {
  const check = args.includes('--check');
  const [into] = args.flatMap((word, index) => (args[index - 1] === '--into' ? [word] : []));
  if (args.some((word) => word !== '--check' && word !== '--into' && word !== into)) throw new Error(USAGE);
  const root = into === undefined ? PROJECT : path.resolve(into);
  const diskPath = (file: string) => (into === undefined && file.startsWith('content/') ? path.join(contentFolder(), file.slice('content/'.length)) : path.join(root, file));
  const files = await formattedFiles(contentFolder());
  const stale = await staleFiles(files, diskPath);
  if (check) {
    for (const { file, why } of stale) console.log(`${file} ${WHY[why]}.`);
    console.log(stale.length === 0 ? `All ${files.size} generated files are up to date.` : 'Run npm run generate, and commit what it writes.');
    return stale.length === 0 ? 0 : 1;
  }
  for (const { file, why } of stale) {
    if (why === 'left over') await rm(diskPath(file));
    else {
      await mkdir(path.dirname(diskPath(file)), { recursive: true });
      await writeFile(diskPath(file), files.get(file)!);
    }
    console.log(`${why === 'left over' ? 'Took away' : 'Wrote'} ${file}`);
  }
  if (stale.length === 0) console.log(`All ${files.size} generated files are up to date.`);
  return 0;
}
