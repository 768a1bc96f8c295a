import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const LOOK = 20;

/** Waits until no file below a folder is empty, as those are that a program opened and has not filled yet. Throws after `patience` milliseconds. */
export async function untilWritten(folder: string, patience = 10_000): Promise<void> {
  for (let left = patience; await hasEmpty(folder); left -= LOOK) {
    if (left <= 0) throw new Error(`The files in ${path.basename(folder)} were not written to their end. Build again.`);
    await wait(LOOK);
  }
}

async function hasEmpty(folder: string): Promise<boolean> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(items.filter((item) => item.isFile()).map(async (item) => (await stat(path.join(item.parentPath, item.name))).size));
  return sizes.includes(0);
}
