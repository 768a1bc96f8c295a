import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PROJECT } from '../../src/disk/content-folder.ts';

/** Lines that Astro prints for each page and picture. */
const EACH_PAGE = /[├└]─|▶|^\s*\(\+[\d.]+m?s\)|^\s*$/;

/** Runs the build with its steps on the screen, but not a line for each page. Says whether it worked. */
export function buildQuietly(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(PROJECT, 'node_modules/astro/bin/astro.mjs'), 'build'], { cwd: PROJECT, stdio: ['ignore', 'pipe', 'inherit'] });
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!EACH_PAGE.test(line.replace(/\p{Cc}\[\d+m/gu, ''))) console.log(line);
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0));
  });
}
