import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MAX = 512 * 1024 * 1024;

/** The bytes that git keeps under some names (an id, or `commit:path`), in one go; undefined for a name it does not know. No name may hold a line end. */
export async function gitBlobs(folder: string, names: readonly string[]): Promise<(Buffer | undefined)[]> {
  if (names.length === 0) return [];
  const asked = run('git', ['-C', folder, 'cat-file', '--batch'], { maxBuffer: MAX, encoding: 'buffer' });
  asked.child.stdin?.end(`${names.join('\n')}\n`);
  const { stdout } = await asked;
  let at = 0;
  // Before each blob stands a line with its id, type and size, and after it a line end; a name that is not known gets a line only.
  return names.map(() => {
    const start = stdout.indexOf('\n', at) + 1;
    const size = / blob (\d+)$/.exec(stdout.toString('utf8', at, start - 1))?.[1];
    at = start;
    if (size === undefined) return undefined;
    at += Number(size) + 1;
    return stdout.subarray(start, start + Number(size));
  });
}
