import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A generated file that is not as it should be. */
export interface StaleFile {
  readonly file: string;
  readonly why: 'missing' | 'changed' | 'left over';
}

/** Folders in which every file is generated. */
const WHOLE = ['.vscode/schemas'];

/** Compares the files of a repository with what they should be. */
export async function staleFiles(files: ReadonlyMap<string, string>, diskPath: (file: string) => string): Promise<StaleFile[]> {
  const found: StaleFile[] = [];
  for (const [file, wanted] of files) {
    const text = await readFile(diskPath(file), 'utf8').catch(() => undefined);
    if (text?.replaceAll('\r\n', '\n') !== wanted) found.push({ file, why: text === undefined ? 'missing' : 'changed' });
  }
  for (const folder of WHOLE) {
    const names = await readdir(diskPath(folder)).catch(() => []);
    found.push(
      ...names
        .map((name) => path.posix.join(folder, name))
        .filter((file) => !files.has(file))
        .map((file) => ({ file, why: 'left over' as const })),
    );
  }
  return found;
}
