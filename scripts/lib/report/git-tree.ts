import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { gitBlobs } from '../../../src/disk/git-blobs.ts';

const run = promisify(execFile);
const MAX = 512 * 1024 * 1024;

/** Git cannot know what changed; the message is one plain sentence. */
export class UnknownPast extends Error {}

/** One file as a commit holds it. Its bytes are in git under `id`. */
export interface TreeFile {
  readonly id: string;
  readonly size: number;
}

/** The content folder as it stood at a commit. Nothing of it is put on the disk, and nothing of it runs. */
export interface GitTree {
  readonly commit: string;
  /** Plain files by `content/…` path. */
  readonly files: ReadonlyMap<string, TreeFile>;
  /** Which of them have another name today, in git's judgement: old path by new path. */
  readonly renamed: ReadonlyMap<string, string>;
  /** `content/…` paths that differ today, those that git does not know yet included. */
  readonly changed: ReadonlySet<string>;
  /** The bytes of files, in one go. */
  read(files: readonly TreeFile[]): Promise<Buffer[]>;
}

/** Reads the content folder as it was where this branch left `base`: a branch or commit, or the branch of the site. Throws an `UnknownPast` when git cannot know. */
export async function gitTree(folder: string, base: string, branch: string): Promise<GitTree> {
  const git = async (...args: string[]) => (await run('git', ['-C', folder, '-c', 'core.quotePath=false', ...args], { maxBuffer: MAX })).stdout;
  const asked = (...args: string[]) =>
    git(...args).then(
      (out) => out.trim(),
      () => undefined,
    );
  if ((await asked('rev-parse', '--is-inside-work-tree')) !== 'true') throw new UnknownPast('The content is in no git repository, so nobody can know what changed.');
  let start: string | undefined;
  for (const name of base === '' ? [`origin/${branch}`, branch] : [base, `origin/${base}`]) start ??= await asked('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
  if (!start) throw new UnknownPast(`There is no branch or commit "${base || branch}" here, so nobody can know what changed.`);
  const commit = await asked('merge-base', start, 'HEAD');
  if (!commit) throw new UnknownPast(`Nobody can know what changed since "${base || branch}": this clone lacks its history. Run git fetch --unshallow.`);

  const diff = ['diff', '--no-ext-diff', '--no-textconv', '--relative', '-z'];
  const [tree, tracked, renames, fresh] = await Promise.all([
    git('ls-tree', '-r', '-z', '-l', commit),
    git(...diff, '--no-renames', '--name-only', commit, '--', '.'),
    git(...diff, '-M', '--diff-filter=R', '--name-status', commit, '--', '.'),
    git('ls-files', '--others', '--exclude-standard', '-z', '--', '.'),
  ]);
  const files = new Map<string, TreeFile>();
  for (const item of tree.split('\0')) {
    const [, id, size, name] = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(item) ?? [];
    if (id !== undefined && name !== undefined) files.set(`content/${name}`, { id, size: Number(size) });
  }
  const moves = renames.split('\0');
  const renamed = new Map<string, string>();
  for (let index = 0; index + 2 < moves.length; index += 3) renamed.set(`content/${moves[index + 2]}`, `content/${moves[index + 1]}`);
  return {
    commit,
    files,
    renamed,
    changed: new Set(
      `${tracked}\0${fresh}`
        .split('\0')
        .filter(Boolean)
        .map((name) => `content/${name}`),
    ),
    read: async (wanted) => {
      const found = await gitBlobs(
        folder,
        wanted.map(({ id }) => id),
      );
      return found.map((bytes) => bytes!);
    },
  };
}
