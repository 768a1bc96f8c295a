import { gitBlobs } from '../../../src/disk/git-blobs.ts';
import { gitIn } from '../../../src/disk/git-in.ts';
import { branchStart } from '../branch-start.ts';

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
  const git = gitIn(folder);
  const start = await branchStart(folder, base, branch);
  if ('unknown' in start) throw new UnknownPast(UNKNOWN[start.unknown](base || branch));
  const { commit } = start;

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

const cut = (name: string) => `Nobody can know what changed since "${name}": this clone lacks its history. Run git fetch --unshallow.`;
const UNKNOWN = {
  'no-repository': () => 'The content is in no git repository, so nobody can know what changed.',
  'no-base': (name: string) => `There is no branch or commit "${name}" here, so nobody can know what changed.`,
  cut,
  unrelated: cut,
} as const;
