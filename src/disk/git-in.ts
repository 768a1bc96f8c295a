import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MAX = 512 * 1024 * 1024;

/** Asks git about a folder: what it prints, with names as they are and no word of signatures. Rejects when git says no. */
export function gitIn(folder: string): (...args: string[]) => Promise<string> {
  return async (...args) => (await run('git', ['-C', folder, '-c', 'core.quotePath=false', '-c', 'log.showSignature=false', ...args], { maxBuffer: MAX })).stdout;
}
