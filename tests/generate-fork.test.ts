import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PROJECT } from '../src/disk/content-folder.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'garden-fork-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const PERSON = { GIT_AUTHOR_NAME: 'Hana', GIT_AUTHOR_EMAIL: 'hana@example.org', GIT_COMMITTER_NAME: 'Hana', GIT_COMMITTER_EMAIL: 'hana@example.org', GIT_CONFIG_GLOBAL: '/dev/null' };

function run(repository: string, command: string): { code: number; out: string } {
  try {
    return { code: 0, out: execFileSync('bash', ['-c', command], { cwd: path.join(folder, repository), encoding: 'utf8', env: { ...process.env, ...PERSON }, stdio: ['ignore', 'pipe', 'pipe'] }) };
  } catch (error) {
    return { code: (error as { status: number }).status, out: String((error as { stdout: string }).stdout) };
  }
}

async function commit(repository: string, files: Readonly<Record<string, string | undefined>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    const disk = path.join(folder, repository, file);
    if (text === undefined) await rm(disk);
    else {
      await mkdir(path.dirname(disk), { recursive: true });
      await writeFile(disk, text);
    }
  }
  run(repository, 'git add --all && git commit -qm change');
}

it('the commands of docs/fork.md bring in new code and leave the content of a fork as it was', async () => {
  const commands = /```sh\n([\s\S]*?)```/
    .exec(await readFile(path.join(PROJECT, 'docs/fork.md'), 'utf8'))![1]!
    .split('\n')
    .map((line) => line.replace(/ +#.*$/, ''));
  const [merge, keep] = ['git merge ', 'git rm '].map((start) => commands.find((line) => line.startsWith(start))!);
  await mkdir(path.join(folder, 'ours'));
  run('ours', 'git init -qb main');
  await commit('ours', { 'content/guides/one.mdx': '1\n', 'content/guides/two.mdx': '2\n', 'content/site.yaml': 'name: Ours\n', 'src/a.ts': 'old\n' });
  run('.', 'git clone -qo upstream ours fork');
  await commit('fork', { 'content/guides/one.mdx': undefined, 'content/guides/two.mdx': undefined, 'content/guides/mine.mdx': 'mine\n', 'content/site.yaml': 'name: Mine\n' });
  await commit('ours', { 'content/guides/one.mdx': 'changed\n', 'content/guides/three.mdx': '3\n', 'content/site.yaml': 'name: Ours again\n', 'src/a.ts': 'new\n' });

  run('fork', 'git fetch -q upstream');
  expect(run('fork', merge!).code).toBe(1);
  expect(run('fork', keep!).code).toBe(0);
  expect(run('fork', 'git add --all && git commit -qm merge').code).toBe(0);

  expect(await readdir(path.join(folder, 'fork/content/guides'))).toEqual(['mine.mdx']);
  expect(await readFile(path.join(folder, 'fork/content/site.yaml'), 'utf8')).toBe('name: Mine\n');
  expect(await readFile(path.join(folder, 'fork/src/a.ts'), 'utf8')).toBe('new\n');
  expect(run('fork', 'git diff --name-only HEAD~1').out).toBe('src/a.ts\n');
  expect(run('fork', 'git log --format=%P -1').out.trim().split(' ')).toHaveLength(2);
});
