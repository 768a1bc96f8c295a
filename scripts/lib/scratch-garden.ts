import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answerForDesk } from '../../src/desk/desk-server.ts';
import { openDesk, type Desk } from '../../src/desk/open-desk.ts';
import { PROJECT } from '../../src/disk/content-folder.ts';
import { serveSite } from './serve-site.ts';

/** A person's repository with the whole garden in it, and the site with the form beside it. */
export interface ScratchGarden {
  /** Address of the site, ending with `/`. */
  readonly url: string;
  /** Root of the repository. */
  readonly folder: string;
  git(...args: string[]): string;
  /** A file of the repository as a branch holds it; drafts are branches of the desk. */
  show(branch: string, file: string): string;
  /** The same for the desk. */
  draft(collection: string, slug: string): string;
  /** Shows another build of the site. */
  showSite(folder: string): void;
  close(): Promise<void>;
}

/** Makes a repository from `content/` (with `files` laid over it) and opens the form on it, under the site that was built before. Without a `port` the system gives one. */
export async function scratchGarden(site: { readonly folder: string; readonly base: string }, files: Readonly<Record<string, string | Buffer>> = {}, port = 0): Promise<ScratchGarden> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kanopi-garden-'));
  await cp(path.join(PROJECT, 'content'), path.join(folder, 'content'), { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text);
  const env: NodeJS.ProcessEnv = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const run = (at: string, args: readonly string[]) =>
    execFileSync('git', ['-C', at, '-c', 'core.quotePath=false', ...args], { env, encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'pipe'] });
  const git = (...args: string[]) => run(folder, args);
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Ana Example');
  git('config', 'user.email', 'ana@example.org');
  git('config', 'core.autocrlf', 'false');
  git('add', '.');
  git('commit', '-q', '-m', 'Begin');
  const opened: { desk?: Desk } = {};
  const state = { revision: 1, building: false, held: false };
  const server = await serveSite({ port, base: site.base, desk: (request, response, rest) => void answerForDesk(opened.desk!, () => state, request, response, rest) });
  server.show(site.folder);
  const origin = `http://localhost:${server.port}`;
  opened.desk = await openDesk({ folder: path.join(folder, 'content'), origin, env });
  return {
    url: `${origin}${site.base}`,
    folder,
    git,
    show: (branch, file) => git('show', `${branch}:${file}`),
    draft: (collection, slug) => run(path.join(folder, '.garden/desk'), ['show', `cms/${collection}/${slug}:content/${collection}/${slug}.mdx`]),
    showSite: (built) => server.show(built),
    async close() {
      await opened.desk?.close();
      await server.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
