import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { gitBlobs } from '../../../src/disk/git-blobs.ts';

const run = promisify(execFile);
const MAX = 256 * 1024 * 1024;

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
  const git = async (...args: string[]) => (await run('git', ['-C', folder, '-c', 'core.quotePath=false', ...args], { maxBuffer: MAX })).stdout;
  const asked = (...args: string[]) =>
    git(...args).then(
      (out) => out.trim(),
      () => undefined,
    );
  if ((await asked('rev-parse', '--is-inside-work-tree')) !== 'true') throw new Error('The content is in no git repository, so nobody can know what changed.');
  const bases = base === '' ? [`origin/${branch}`, branch] : [base, `origin/${base}`];
  let start: string | undefined;
  for (const name of bases) start ??= await asked('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
  if (!start) throw new Error(`There is no branch or commit "${bases.at(base === '' ? -1 : 0)}" here. Fetch it first, or name another after --changed.`);
  const parted = await asked('merge-base', start, 'HEAD');
  if (!parted) {
    const cut = (await asked('rev-parse', '--is-shallow-repository')) === 'true';
    throw new Error(
      cut
        ? `Nobody can know where this branch left "${base || branch}": this clone lacks its history. Run git fetch --unshallow.`
        : `This branch and "${base || branch}" have no commit in common, so nobody can know what changed. Name another branch after --changed.`,
    );
  }
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
