import { git, gitBytes } from './git.ts';

interface Signature {
  readonly name: string;
  readonly email: string;
}

/** Merges two commits into a new one with the given parents (both of them, or the first for a squash). Undefined when their lines collide. */
export async function mergeTrees(path: string, sides: readonly [string, string], message: string, author: Signature, committer: Signature, squash = false): Promise<string | undefined> {
  const { bytes, code } = await gitBytes(path, ['merge-tree', '--write-tree', ...sides], { allow: [1] });
  if (code !== 0) return undefined;
  const tree = bytes.toString().split('\n')[0]!;
  const parents = (squash ? sides.slice(0, 1) : sides).flatMap((sha) => ['-p', sha]);
  const env = { GIT_AUTHOR_NAME: author.name, GIT_AUTHOR_EMAIL: author.email, GIT_COMMITTER_NAME: committer.name, GIT_COMMITTER_EMAIL: committer.email };
  return git(path, ['commit-tree', tree, ...parents], { input: message, env });
}
