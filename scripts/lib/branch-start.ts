import { gitIn } from '../../src/disk/git-in.ts';

/** Where a branch left another, or why nobody can know: no repository, nothing of that name, a clone without its history, or no commit in common. */
export type BranchStart = { readonly commit: string } | { readonly unknown: 'no-repository' | 'no-base' | 'cut' | 'unrelated' };

/** Finds the commit at which what is checked out left `base`: a branch or commit here or at the origin; left empty, `branch` there or here. */
export async function branchStart(folder: string, base: string, branch: string): Promise<BranchStart> {
  const git = gitIn(folder);
  const asked = (...args: string[]) =>
    git(...args).then(
      (out) => out.trim(),
      () => undefined,
    );
  if ((await asked('rev-parse', '--is-inside-work-tree')) !== 'true') return { unknown: 'no-repository' };
  let start: string | undefined;
  for (const name of base === '' ? [`origin/${branch}`, branch] : [base, `origin/${base}`]) start ??= await asked('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
  if (!start) return { unknown: 'no-base' };
  const commit = await asked('merge-base', start, 'HEAD');
  if (commit) return { commit };
  return { unknown: (await asked('rev-parse', '--is-shallow-repository')) === 'true' ? 'cut' : 'unrelated' };
}
