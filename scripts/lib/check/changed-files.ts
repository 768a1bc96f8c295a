import { gitBlobs } from '../../../src/disk/git-blobs.ts';
import { gitIn } from '../../../src/disk/git-in.ts';
import { branchStart } from '../branch-start.ts';

/** What differs from a branch. */
export interface Changed {
  /** `content/…` paths; of a rename both names. */
  readonly files: ReadonlySet<string>;
  /** What changed entries said before, by their path then. */
  readonly before: ReadonlyMap<string, string>;
}

/**
 * Everything that differs from a branch: since the commit where the two parted, with what is not committed and what git
 * does not know yet. Throws an Error of one plain sentence when git cannot know.
 */
export async function changedFiles(folder: string, base: string, branch: string): Promise<Changed> {
  const git = gitIn(folder);
  const start = await branchStart(folder, base, branch);
  if ('unknown' in start) throw new Error(UNKNOWN[start.unknown](base || branch));
  const parted = start.commit;
  const tracked = await git('diff', '--no-renames', '--name-only', '--relative', '-z', parted, '--', '.');
  const fresh = await git('ls-files', '--others', '--exclude-standard', '-z', '--', '.');
  const names = `${tracked}\0${fresh}`.split('\0').filter(Boolean);
  const entries = names.filter((name) => name.endsWith('.mdx') && !name.includes('\n'));
  const prefix = (await git('rev-parse', '--show-prefix')).replace(/\n$/, '');
  const texts = await gitBlobs(
    folder,
    entries.map((name) => `${parted}:${prefix}${name}`),
  );
  return {
    files: new Set(names.map((name) => `content/${name}`)),
    before: new Map(entries.flatMap((name, index) => (texts[index] === undefined ? [] : [[`content/${name}`, texts[index].toString('utf8')] as const]))),
  };
}

const UNKNOWN = {
  'no-repository': () => 'The content is in no git repository, so nobody can know what changed.',
  'no-base': (name: string) => `There is no branch or commit "${name}" here. Fetch it first, or name another after --changed.`,
  cut: (name: string) => `Nobody can know where this branch left "${name}": this clone lacks its history. Run git fetch --unshallow.`,
  unrelated: (name: string) => `This branch and "${name}" have no commit in common, so nobody can know what changed. Name another branch after --changed.`,
} as const;
