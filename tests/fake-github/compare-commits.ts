import { git, gitBytes } from './git.ts';
import { commitShape, readCommits } from './shapes.ts';
import type { Repository, World } from './world.ts';

const STATUS: Record<string, string> = { A: 'added', M: 'modified', D: 'removed', R: 'renamed', C: 'copied', T: 'changed' };

/** What the host says of two commits: where they part, the steps since, and the files. Undefined when they share no beginning. */
export async function compareCommits(world: World, repository: Repository, base: string, head: string): Promise<Record<string, unknown> | undefined> {
  const { path } = repository;
  const { bytes, code } = await gitBytes(path, ['merge-base', base, head], { allow: [1] });
  if (code !== 0) return undefined;
  const fork = bytes.toString().trim();
  const commits = await readCommits(path, ['--reverse', '--topo-order', `${base}..${head}`]);
  const behind = Number(await git(path, ['rev-list', '--count', `${head}..${base}`]));
  const [[baseFacts], [forkFacts]] = await Promise.all([readCommits(path, ['-1', base]), readCommits(path, ['-1', fork])]);
  const status = commits.length === 0 ? (behind === 0 ? 'identical' : 'behind') : behind === 0 ? 'ahead' : 'diverged';
  return {
    status,
    ahead_by: commits.length,
    behind_by: behind,
    total_commits: commits.length,
    base_commit: commitShape(world, repository, baseFacts!),
    merge_base_commit: commitShape(world, repository, forkFacts!),
    commits: commits.map((facts) => commitShape(world, repository, facts)),
    files: await changedFiles(path, fork, head),
  };
}

/** The files that differ, each with its lines unless it is binary. */
export async function changedFiles(path: string, from: string, to: string): Promise<object[]> {
  const raw = (await git(path, ['diff', '--raw', '-z', '--no-abbrev', '-M', from, to])).split('\0');
  const files: object[] = [];
  for (let index = 0; index < raw.length && raw[index];) {
    const [, , before = '', after = '', letter = ''] = raw[index++]!.split(' ');
    const first = raw[index++] ?? '';
    const moved = letter.startsWith('R') || letter.startsWith('C');
    const filename = moved ? (raw[index++] ?? '') : first;
    const patch = await git(path, ['diff', '-M', from, to, '--', ...(moved ? [`:(literal)${first}`] : []), `:(literal)${filename}`]);
    const hunks = patch.indexOf('\n@@ ');
    const lines = hunks < 0 ? [] : patch.slice(hunks + 1).split('\n');
    const count = (sign: string) => lines.filter((line) => line.startsWith(sign)).length;
    files.push({
      sha: letter === 'D' ? before : after,
      filename,
      status: STATUS[letter.charAt(0)] ?? 'modified',
      additions: count('+'),
      deletions: count('-'),
      changes: count('+') + count('-'),
      ...(moved ? { previous_filename: first } : {}),
      ...(hunks < 0 ? {} : { patch: lines.join('\n') }),
    });
  }
  return files;
}
