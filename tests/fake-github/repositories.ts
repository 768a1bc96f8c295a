import { mkdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { git, gitBytes } from './git.ts';
import { now, type Repository, type World } from './world.ts';

/** Files of a new repository, by path. */
export type Seed = Readonly<Record<string, string | Uint8Array>>;

/** Makes a bare repository from a folder with a git history, or from files. */
export async function addRepository(world: World, owner: string, name: string, from: string | Seed, pushers: readonly string[]): Promise<Repository> {
  const folder = path.join(world.folder, owner, `${name}.git`);
  await mkdir(folder, { recursive: true });
  await git(folder, ['init', '--quiet', '--bare', '--initial-branch=main', '.']);
  await settle(folder);
  if (typeof from === 'string') await git(folder, ['fetch', '--quiet', '--no-tags', path.resolve(from), '+refs/heads/*:refs/heads/*']);
  else await seed(folder, from);
  return remember(world, { owner, name, path: folder, pushers });
}

/** Makes a fork with all branches. Both share their objects, as the forks of the real host do. */
export async function forkRepository(world: World, parent: Repository, owner: string): Promise<Repository> {
  const taken = world.repositories.has(`${owner}/${parent.name}`.toLowerCase());
  const name = taken ? `${parent.name}-1` : parent.name;
  const folder = path.join(world.folder, owner, `${name}.git`);
  await mkdir(folder, { recursive: true });
  await git(folder, ['init', '--quiet', '--bare', `--initial-branch=${parent.defaultBranch}`, '.']);
  await settle(folder);
  await rm(path.join(folder, 'objects'), { recursive: true });
  await symlink(path.join(parent.path, 'objects'), path.join(folder, 'objects'), 'junction');
  const refs = await git(parent.path, ['for-each-ref', '--format=create %(refname) %(objectname)', 'refs/heads']);
  await git(folder, ['update-ref', '--stdin'], { input: `${refs}\n` });
  return remember(world, { owner, name, path: folder, pushers: [owner], parent });
}

async function settle(folder: string): Promise<void> {
  await git(folder, ['config', 'gc.auto', '0']);
  await git(folder, ['config', 'receive.denyNonFastForwards', 'false']);
}

function remember(world: World, { pushers, ...given }: Pick<Repository, 'owner' | 'name' | 'path' | 'parent'> & { pushers: readonly string[] }): Repository {
  const repository: Repository = { ...given, id: world.nextId(), defaultBranch: 'main', pushers: new Set([given.owner, ...pushers]), createdAt: now(), statuses: new Map() };
  world.repositories.set(`${given.owner}/${given.name}`.toLowerCase(), repository);
  return repository;
}

async function seed(folder: string, files: Seed): Promise<void> {
  let index = '';
  for (const [name, content] of Object.entries(files)) {
    const { bytes } = await gitBytes(folder, ['hash-object', '-w', '--stdin'], { input: content });
    index += `100644 ${bytes.toString().trim()}\t${name}\n`;
  }
  const env = { GIT_INDEX_FILE: path.join(folder, 'seed-index') };
  await git(folder, ['update-index', '--add', '--index-info'], { input: index, env });
  const tree = await git(folder, ['write-tree'], { env });
  const person = { GIT_AUTHOR_NAME: 'Seed', GIT_AUTHOR_EMAIL: 'seed@example.org', GIT_COMMITTER_NAME: 'Seed', GIT_COMMITTER_EMAIL: 'seed@example.org' };
  const commit = await git(folder, ['commit-tree', tree, '-m', 'chore: begin'], { env: person });
  await git(folder, ['update-ref', 'refs/heads/main', commit]);
}
