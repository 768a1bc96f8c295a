import { access, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Repository } from './find-repository.ts';
import { deskGitEnv, ownGitEnv } from './git-env.ts';
import { gitIn, type Git } from './run-git.ts';

/** A clone that is only the form's. */
export interface DeskPlace {
  readonly repository: Repository;
  /** The folder of the clone. */
  readonly folder: string;
  /** Git in the clone, with the clone's settings and no others. */
  readonly git: Git;
  /** Git in the clone with the person's settings, for the way to and from their repository. */
  readonly carrier: Git;
  /** The environment of `git`, for the processes that use it. */
  readonly env: NodeJS.ProcessEnv;
}

/** Opens the clone at `.garden/desk` of the repository, or makes it. One that git cannot read is put aside, never deleted: it may hold drafts. */
export async function makeDesk(repository: Repository, given: NodeJS.ProcessEnv): Promise<DeskPlace> {
  const garden = gardenFolder(repository);
  const folder = path.join(garden, 'desk');
  const empty = path.join(garden, 'empty');
  await writeFile(empty, '');
  const env = deskGitEnv(given, empty);
  const git = gitIn(folder, env);
  const carrier = gitIn(folder, ownGitEnv(given));
  const { branch } = repository;
  if (await exists(folder)) {
    await removeLocks(path.join(folder, '.git'));
    const whole = (await exists(path.join(folder, '.git'))) && (await git.holds('rev-parse', '-q', '--verify', 'refs/desk/stacked^{commit}'));
    if (!whole) await rename(folder, path.join(garden, `desk-aside-${Date.now()}`));
  }
  if (!(await exists(folder))) {
    const fresh = path.join(garden, 'desk-new');
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh);
    const start = gitIn(fresh, env);
    await start.text('init', '-q', '--template=');
    await gitIn(fresh, ownGitEnv(given)).text('-c', `core.hooksPath=${path.join(garden, 'no-hooks')}`, 'fetch', '-q', '--no-tags', repository.top, `+refs/heads/${branch}:refs/desk/stacked`);
    await rename(fresh, folder);
  }
  const settings: Record<string, string> = {
    'user.name': repository.user.name,
    'user.email': repository.user.email,
    'commit.gpgsign': 'false',
    'core.hooksPath': path.join(garden, 'no-hooks'),
    'core.autocrlf': 'false',
    'core.quotePath': 'false',
    'core.excludesFile': empty,
    'core.attributesFile': empty,
    'diff.noprefix': 'false',
    'diff.mnemonicPrefix': 'false',
    'color.ui': 'false',
    'gc.auto': '0',
    'maintenance.auto': 'false',
  };
  for (const [name, value] of Object.entries(settings)) await git.text('config', '--local', name, value);
  const seen = seenRef(branch);
  if (!(await git.holds('rev-parse', '-q', '--verify', `${seen}^{commit}`))) {
    await carrier.text('fetch', '-q', '--no-tags', repository.top, `+refs/heads/${branch}:${seen}`);
    await git.text('update-ref', `refs/heads/${branch}`, seen);
  }
  return { repository, folder, git, carrier, env };
}

/** The repository's branch as the desk saw it last. */
export function seenRef(branch: string): string {
  return `refs/desk/seen/${branch}`;
}

/** The folder that is the form's own, in the repository; it tells git by itself to leave it out. */
export async function makeGardenFolder(repository: Repository): Promise<string> {
  const garden = gardenFolder(repository);
  await mkdir(path.join(garden, 'no-hooks'), { recursive: true });
  await writeFile(path.join(garden, '.gitignore'), '*\n');
  return garden;
}

function gardenFolder(repository: Repository): string {
  return path.join(repository.top, '.garden');
}

/** A git that was killed leaves locks; nobody but the holder of the desk works here. */
async function removeLocks(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'objects') await removeLocks(file);
    else if (entry.isFile() && entry.name.endsWith('.lock')) await rm(file, { force: true });
  }
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
