import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { NoDeskError } from './desk-state.ts';
import { ownGitEnv } from './git-env.ts';
import { gitIn, GitError, type Git } from './run-git.ts';

/** The repository that holds the content. */
export interface Repository {
  readonly top: string;
  readonly branch: string;
  readonly user: { readonly name: string; readonly email: string };
  /** Git there, with the person's own settings. */
  readonly git: Git;
}

const NOBODY = { name: 'Kanopi form', email: 'form@localhost' };

/** Finds the repository of a content folder; throws a `NoDeskError` when the form cannot work with it. Changes nothing. */
export async function findRepository(folder: string, env: NodeJS.ProcessEnv): Promise<Repository> {
  const inside = gitIn(folder, ownGitEnv(env));
  const found = await inside.run(['rev-parse', '--show-toplevel', '--show-prefix']).catch((error: unknown) => {
    if (error instanceof GitError && error.missing)
      throw new NoDeskError('The form keeps what people write with git, and git is not on this computer.', 'Install git from https://git-scm.com, then run "npm start" again.');
    throw error;
  });
  if (found.code !== 0) {
    if (/dubious ownership/.test(found.err))
      throw new NoDeskError('Git does not trust this folder, because another user of this computer owns it.', `Run: git config --global --add safe.directory "${path.dirname(folder)}"`);
    throw new NoDeskError('This garden is not in a git repository, and the form keeps drafts with git.', 'Run "git init", commit the folder, then load this page again.');
  }
  const [top = '', prefix = ''] = found.out.toString().split('\n');
  if (prefix !== 'content/')
    throw new NoDeskError(
      `The form needs the folder "content" at the top of its git repository. Here it is "${prefix.replace(/\/$/, '') || path.basename(folder)}".`,
      'Give the garden a repository of its own.',
    );
  const root = await realpath(top);
  const git = gitIn(root, ownGitEnv(env));
  const branch = await branchOf(folder);
  if (!(await git.holds('rev-parse', '-q', '--verify', `refs/heads/${branch}^{commit}`))) {
    if ((await git.text('for-each-ref', '--count=1', 'refs/heads')) === '')
      throw new NoDeskError('This git repository has no commit yet, so there is nothing that the form could start from.', 'Commit the folder, then load this page again.');
    throw new NoDeskError(`There is no branch "${branch}" in this git repository.`, `Create it with "git branch ${branch}", or name yours under "branch" in content/site.yaml.`);
  }
  return { top: root, branch, user: await userOf(git), git };
}

async function branchOf(folder: string): Promise<string> {
  try {
    const facts: unknown = parse(await readFile(path.join(folder, 'site.yaml'), 'utf8'));
    const branch = typeof facts === 'object' && facts !== null && 'branch' in facts ? facts.branch : undefined;
    // What git or a web address could read as something else is no name of a branch here.
    return typeof branch === 'string' && /^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u.test(branch) && !/\.\.|\/\//.test(branch) ? branch : 'main';
  } catch {
    return 'main';
  }
}

async function userOf(git: Git): Promise<Repository['user']> {
  const [name, email] = await Promise.all(['user.name', 'user.email'].map(async (key) => (await git.run(['config', key])).out.toString().trim()));
  return { name: name || NOBODY.name, email: email || NOBODY.email };
}
