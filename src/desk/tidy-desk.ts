import { existsSync } from 'node:fs';
import path from 'node:path';
import type { DeskPlace } from './make-desk.ts';

/** Puts the clone's folder back on its branch, clean, whatever an earlier request left half done. Branches stay as they are. */
export async function tidyDesk({ git, repository: { branch } }: DeskPlace): Promise<void> {
  const status = await git.text('status', '--porcelain=v2', '--branch', '--untracked-files=all');
  const lines = status.split('\n');
  const at = lines.includes(`# branch.head ${branch}`);
  const clean = lines.every((line) => line.startsWith('#'));
  if (at && clean && !(await isBusy(git))) return;
  for (const what of ['rebase', 'merge', 'cherry-pick']) await git.run([what, '--abort']);
  await git.text('checkout', '-q', '-f', branch, '--');
  await git.text('reset', '-q', '--hard');
  await git.text('clean', '-q', '-f', '-d');
}

/** Whether git is in the middle of something that takes more than one step. */
export async function isBusy(git: DeskPlace['git']): Promise<boolean> {
  const marks = ['rebase-merge', 'rebase-apply', 'MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD', 'BISECT_LOG'];
  const places = await git.text('rev-parse', ...marks.flatMap((mark) => ['--git-path', mark]));
  return places.split('\n').some((file) => existsSync(path.resolve(git.folder, file)));
}
