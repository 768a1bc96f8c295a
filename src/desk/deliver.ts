import { lstat } from 'node:fs/promises';
import path from 'node:path';
import type { Waiting } from './desk-state.ts';
import { seenRef, type DeskPlace } from './make-desk.ts';
import type { Standing } from './refresh.ts';
import { isBusy } from './tidy-desk.ts';

/** Git moves the working tree along when it is clean, and refuses when it is not. Nothing of this is written to the person's settings. */
const RECEIVE = 'git -c receive.denyCurrentBranch=updateInstead -c core.hooksPath=/dev/null receive-pack';

/** What became of published changes: they wait on the desk, or they are in the repository; and whether the repository moved. */
export interface Delivery {
  readonly waiting?: Waiting;
  readonly notice?: string;
  readonly moved: boolean;
}

/** Brings published changes from the desk to the repository's branch, when that touches nothing of the person's; else says in words why they wait. */
export async function deliver(place: DeskPlace, standing: Standing): Promise<Delivery> {
  const { git, carrier, repository } = place;
  const { branch, top } = repository;
  if (standing === 'same') return { moved: false, notice: await notice(place) };
  const reason = standing === 'ahead' ? await hindrance(place) : STANDING_REASONS[standing](branch);
  if (reason) return { moved: false, waiting: await waiting(place, standing, reason) };
  const own = `refs/heads/${branch}`;
  const push = await carrier.run(['push', '-q', '--no-verify', '--no-signed', '--no-follow-tags', '--recurse-submodules=no', `--receive-pack=${RECEIVE}`, top, `${own}:${own}`]);
  if (push.code !== 0) return { moved: false, waiting: await waiting(place, standing, refused(push.err)) };
  await git.text('update-ref', seenRef(branch), own);
  return { moved: true, notice: await notice(place) };
}

const STANDING_REASONS = {
  apart: (branch: string) => `Your branch "${branch}" has changed in the same place as a page that was published here. Take the change over by hand, and settle the two texts.`,
  gone: (branch: string) => `Your repository has no branch "${branch}" any more.`,
} as const;

/** What of the person's a delivery would meet; undefined when nothing. */
async function hindrance({ git, repository }: DeskPlace): Promise<string | undefined> {
  const { branch, top } = repository;
  if (await isBusy(repository.git)) return 'Git is in the middle of a merge, rebase or bisect in your folder. Finish it, and the change comes by itself.';
  if ((await checkedOut(repository.git)) !== branch) return undefined;
  const status = (await repository.git.run(['--no-optional-locks', 'status', '--porcelain=v1', '-z', '--untracked-files=no', '--no-renames', '--ignore-submodules'])).out.toString();
  const edited = status.split('\0').filter((line) => /^.. ./.test(line));
  if (edited.length > 0)
    return `Your folder has edits that are not committed yet: ${named(edited.map((line) => line.slice(3)))}. Commit them, or put them away with "git stash", and the change comes by itself.`;
  const added = await git.text('diff', '--name-only', '--no-renames', '--diff-filter=A', '-z', seenRef(branch), `refs/heads/${branch}`);
  const taken = [];
  for (const file of added.split('\0').filter(Boolean)) if (await isTaken(top, file)) taken.push(file);
  if (taken.length > 0) return `Your folder has a file of its own in the place of the new one: ${named(taken)}. Rename yours, and the change comes by itself.`;
  return undefined;
}

/** Git itself would write over a file that it was told to ignore. */
async function isTaken(top: string, file: string): Promise<boolean> {
  const parts = file.split('/');
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const found = await lstat(path.join(top, ...parts.slice(0, depth))).catch(() => undefined);
    if (!found) return false;
    if (depth === parts.length || !found.isDirectory()) return true;
  }
  return false;
}

function refused(answer: string): string {
  const line = answer.split('\n').find((text) => /unstaged changes|staged changes|Could not update working tree/i.test(text));
  if (line) return 'Your folder has changes that are not committed yet. Commit them, or put them away with "git stash", and the change comes by itself.';
  return `Git did not take the change into your repository: ${answer.replace(/\s+/g, ' ').trim().slice(0, 300)}`;
}

async function waiting({ git, folder, repository: { branch, top } }: DeskPlace, standing: Standing, reason: string): Promise<Waiting> {
  const commits = Number(await git.text('rev-list', '--count', `${seenRef(branch)}..refs/heads/${branch}`));
  const from = path.relative(top, folder).split(path.sep).join('/');
  return { commits, reason, command: standing === 'gone' ? `git fetch ${from} ${branch}:${branch}` : `git pull --no-rebase ${from} ${branch}` };
}

/** Says so when the folder shows another branch than the one that the form publishes to. */
async function notice({ repository: { git, branch } }: DeskPlace): Promise<string | undefined> {
  const shown = await checkedOut(git);
  if (shown === branch) return undefined;
  return `The form publishes to the branch "${branch}"; your folder shows ${shown === '' ? 'a single commit' : `"${shown}"`}. To see here what is published, run: git switch ${branch}`;
}

/** The branch that a folder shows; empty when it shows a commit that is on none. */
async function checkedOut(git: DeskPlace['git']): Promise<string> {
  return (await git.run(['symbolic-ref', '-q', '--short', 'HEAD'])).out.toString().trim();
}

function named(files: readonly string[]): string {
  const more = files.length - 3;
  return files.slice(0, 3).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
