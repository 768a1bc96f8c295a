import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PROJECT } from '../../src/disk/content-folder.ts';

/** Lines that Astro prints for each page and picture. */
const EACH_PAGE = /[├└]─|▶|^\s*\(\+[\d.]+m?s\)|^\s*$/;

export interface BuildOptions {
  /** The folder for the site; without it, where a plain build puts it. */
  readonly out?: string;
  /** Says nothing of its steps, and prints the report only of a build that stopped. */
  readonly silent?: boolean;
  readonly signal?: AbortSignal;
}

/** Runs the build with its steps on the screen, but not a line for each page. Says whether it worked. */
export function buildQuietly({ out, silent = false, signal }: BuildOptions = {}): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...(out === undefined ? {} : { GARDEN_OUT: out }) };
    const child = spawn(process.execPath, [path.join(PROJECT, 'node_modules/astro/bin/astro.mjs'), 'build'], { cwd: PROJECT, env, stdio: ['ignore', 'pipe', silent ? 'pipe' : 'inherit'] });
    const report: string[] = [];
    const line = (text: string) => {
      if (EACH_PAGE.test(text.replace(/\p{Cc}\[\d+m/gu, ''))) return;
      if (silent) report.push(text);
      else console.log(text);
    };
    for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', line);
    const stop = () => child.kill();
    signal?.addEventListener('abort', stop, { once: true });
    child.once('error', reject);
    child.once('close', (code) => {
      signal?.removeEventListener('abort', stop);
      if (silent && code !== 0 && !signal?.aborted) console.log(report.join('\n'));
      resolve(code === 0);
    });
  });
}
