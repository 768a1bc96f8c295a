import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NoDeskError } from './desk-state.ts';

/** Holds the desk for this process, so that two of them never use one clone; the answer lets it go. */
export async function holdDesk(garden: string): Promise<() => Promise<void>> {
  const file = path.join(garden, 'held-by');
  for (;;) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = Number(await readFile(file, 'utf8').catch(() => ''));
    if (isAlive(holder)) throw new NoDeskError('The form of this garden is open from another "npm start".', `Use that one, or stop it first. If there is none, delete ${file}.`);
    await rm(file, { force: true });
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
