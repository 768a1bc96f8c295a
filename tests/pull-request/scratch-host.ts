import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROJECT } from '#disk/content-folder.ts';
import { page, source } from '#garden/checks/example-page.ts';
import { client } from '../fake-github/as-decap.ts';
import { startFakeGitHub, type FakeGitHub } from '../fake-github/start-fake-github.ts';

/** The garden on a stand-in for GitHub, with its own code and a small content, and a stranger who has a fork. */
export interface ScratchHost {
  readonly host: FakeGitHub;
  /** A folder that goes with the host. */
  readonly folder: string;
  /** A branch of the fork with these files (`undefined` takes one away), sent as a pull request. */
  propose(branch: string, files: Readonly<Record<string, string | Buffer | undefined>>, title?: string): Promise<{ readonly number: number; readonly sha: string }>;
  /** What stands under a pull request: who said it, and what. */
  comments(number: number): Promise<{ readonly login: string; readonly body: string }[]>;
  ask: ReturnType<typeof client>;
  close(): Promise<void>;
}

export const GARDEN = 'garden/kanopi';
export const FORK = 'tui/kanopi';
export const BOT = 'github-actions[bot]';

const WHO = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_AUTHOR_NAME: 'Tui', GIT_AUTHOR_EMAIL: 't@example.org', GIT_COMMITTER_NAME: 'Tui', GIT_COMMITTER_EMAIL: 't@example.org' };

/** Runs git in a folder. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...WHO } }).trim();
}

const CONTENT: Readonly<Record<string, string>> = {
  'site.yaml': 'name: Kanopi\nurl: https://garden.test/\n',
  'vocabularies/roles.yaml': 'title: Roles\nabout: What people did for a page.\nitems:\n  - { id: author, label: Author }\n',
  'vocabularies/licences.yaml': 'title: Licences\nabout: How others may use a page.\nitems:\n  - { id: CC-BY-4.0, label: CC BY 4.0 }\n',
  'pages/about.mdx': page('## Why\n\nWe count birds in spring. See [[counts]].'),
  'pages/counts.mdx': page('Count for **five minutes** at dawn.\n\n| Bird | Seen |\n| --- | --- |\n| Tūī | 4 |\n\nSee [[about#why]] and <Cite source="doc-howto" />.'),
  'pages/old.mdx': page('This page goes.'),
  'sources/doc-howto.mdx': source('How to count'),
};

/** Starts the host. Without `code` it holds the content only, which is enough for what asks the API. */
export async function scratchHost(code = true): Promise<ScratchHost> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kanopi-pull-'));
  const origin = path.join(folder, 'origin');
  await mkdir(origin);
  if (code) {
    for (const name of ['.github', 'docs', 'public', 'scripts', 'src', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', '.node-version', '.gitattributes']) {
      await cp(path.join(PROJECT, name), path.join(origin, name), { recursive: true });
    }
    await writeFile(path.join(origin, '.gitignore'), 'node_modules\n/dist/\n/.astro/\n/.cache/\n/report/\n');
  }
  await write(path.join(origin, 'content'), CONTENT);
  git(origin, 'init', '-q', '-b', 'main');
  git(origin, 'add', '-A');
  git(origin, 'commit', '-q', '-m', 'start');
  const host = await startFakeGitHub({ repositories: { [GARDEN]: origin }, users: { garden: { id: 1 }, tui: { id: 7 }, [BOT]: { id: 41_898_282 } }, maintainers: { [GARDEN]: [BOT] } });
  const ask = client(host, host.tokenFor('tui'));
  await ask('POST', `/repos/${GARDEN}/forks`);
  const work = path.join(folder, 'fork');
  git(folder, 'clone', '-q', `file://${host.repo(FORK)}`, work);
  return {
    host,
    folder,
    ask,
    async propose(branch, files, title = `content: ${branch}`) {
      git(work, 'checkout', '-q', '-B', branch, 'origin/main');
      await write(work, files);
      git(work, 'add', '-A');
      git(work, 'commit', '-q', '-m', title);
      git(work, 'push', '-q', '-f', 'origin', branch);
      const { status, body } = await ask('POST', `/repos/${GARDEN}/pulls`, { title, head: `tui:${branch}`, base: 'main' });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return { number: body.number, sha: git(work, 'rev-parse', 'HEAD') };
    },
    async comments(number) {
      const { body } = await ask('GET', `/repos/${GARDEN}/issues/${number}/comments?per_page=100`);
      return body.map(({ user, body: text }: { user: { login: string }; body: string }) => ({ login: user.login, body: text }));
    },
    async close() {
      await host.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function write(folder: string, files: Readonly<Record<string, string | Buffer | undefined>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    if (text === undefined) await rm(file, { force: true });
    else await writeFile(file, text);
  }
}
