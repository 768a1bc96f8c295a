import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cacheFolder } from '../../src/disk/cache-folder.ts';
import { PROJECT } from '../../src/disk/content-folder.ts';

/** A git repository with a content folder, there only for one test. */
export interface GitContent {
  readonly folder: string;
  write(files: Readonly<Record<string, string>>): Promise<void>;
  read(file: string): Promise<string>;
  /** Every file of the content with its text. */
  tree(): Promise<Record<string, string>>;
  git(...args: string[]): string;
  commit(day: string): void;
  remove(): Promise<void>;
}

/** Makes a repository with these files below `content`, and the garden's own vocabularies, and commits them. */
export async function gitContent(files: Readonly<Record<string, string>>): Promise<GitContent> {
  const root = await mkdtemp(path.join(tmpdir(), 'kanopi-addresses-'));
  const folder = path.join(root, 'content');
  let day = '2024-05-01';
  const content: GitContent = {
    folder,
    async write(more) {
      for (const [name, text] of Object.entries(more)) {
        await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
        await writeFile(path.join(folder, name), text);
      }
    },
    read: (file) => readFile(path.join(folder, file), 'utf8'),
    async tree() {
      const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((item) => item.isFile()).map((item) => path.join(item.parentPath, item.name));
      return Object.fromEntries(await Promise.all(names.sort().map(async (name) => [path.relative(folder, name), await readFile(name, 'utf8')] as const)));
    },
    git(...args) {
      const who = { GIT_AUTHOR_NAME: 'Moana', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'Moana', GIT_COMMITTER_EMAIL: 'a@example.org' };
      return execFileSync('git', ['-C', root, ...args], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, ...who, GIT_COMMITTER_DATE: `${day}T12:00:00Z`, GIT_AUTHOR_DATE: `${day}T12:00:00Z` },
      });
    },
    commit(on) {
      day = on;
      content.git('add', '-A');
      content.git('commit', '-qm', 'x');
    },
    async remove() {
      await rm(cacheFolder(folder), { recursive: true, force: true });
      await rm(root, { recursive: true, force: true });
    },
  };
  await cp(path.join(PROJECT, 'content', 'vocabularies'), path.join(folder, 'vocabularies'), { recursive: true });
  content.git('init', '-q', '-b', 'main');
  await content.write(files);
  content.commit(day);
  return content;
}
