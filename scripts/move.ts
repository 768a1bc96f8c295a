import { contentFolder } from '../src/disk/content-folder.ts';
import { moveEntry } from './lib/move/move-entry.ts';
import { moveReport } from './lib/move/move-report.ts';
import { readMove } from './lib/move/read-move.ts';

const USAGE = 'Usage: npm run move -- [--dry-run] guides/old guides/new';

process.exitCode = await move(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(USAGE);
  return 2;
});

/** Gives an entry another name, with every link to it, and says what changed. Returns the exit code. */
async function move(args: string[]): Promise<number> {
  const dry = args.includes('--dry-run');
  const names = args.filter((word) => word !== '--dry-run');
  const unknown = names.find((word) => word.startsWith('-'));
  if (unknown !== undefined) throw new Error(`There is no option "${unknown}". There is one: --dry-run, which shows what would change.`);
  console.log(moveReport(await moveEntry(contentFolder(), readMove(names), dry), dry));
  return 0;
}
