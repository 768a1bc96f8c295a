import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROJECT } from '../src/disk/content-folder.ts';

/** How a build ended: its exit code, all that it printed, and where the site is. */
export interface Build {
  readonly code: number;
  readonly output: string;
  readonly folder: string;
}

/** Runs the real `astro build`, as a host does, for a content folder and an address of the site. */
export async function buildSite(options: { content?: string; url: string; env?: Record<string, string> }): Promise<Build> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kanopi-site-'));
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    SITE_URL: options.url,
    GARDEN_OUT: folder,
    GARDEN_TODAY: '2026-11-25',
    ...(options.content ? { GARDEN_CONTENT: options.content } : {}),
    ...options.env,
  };
  for (const name of Object.keys(env)) if (name.startsWith('VITEST') || name === 'VITE_USER_NODE_ENV' || ['TEST', 'DEV', 'PROD', 'MODE', 'SSR', 'BASE_URL'].includes(name)) delete env[name];
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(PROJECT, 'node_modules/.bin/astro'), ['build'], { cwd: PROJECT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output, folder }));
  });
}
