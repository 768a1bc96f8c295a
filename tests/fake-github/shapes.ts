import { git } from './git.ts';
import { stamp, type Comment, type Issue, type Repository, type User, type World } from './world.ts';

/*
 * How the host writes things down: the fields that a client of ours or Decap reads, and those next to them.
 */

export function userShape(world: World, login: string) {
  const { id = 0 } = world.users.get(login.toLowerCase()) ?? {};
  return { login, id, type: 'User', avatar_url: `${world.urls.web}/avatars/${id}`, url: `${world.urls.api}/users/${login}`, html_url: `${world.urls.web}/${login}` };
}

export function fullUserShape(world: World, user: User) {
  return { ...userShape(world, user.login), name: user.name, email: user.email };
}

export function repositoryShape(world: World, repository: Repository, viewer?: User): Record<string, unknown> {
  const { id, owner, name, parent, defaultBranch, createdAt } = repository;
  const full_name = `${owner}/${name}`;
  const push = viewer !== undefined && repository.pushers.has(viewer.login);
  return {
    id,
    name,
    full_name,
    owner: userShape(world, owner),
    private: false,
    visibility: 'public',
    fork: parent !== undefined,
    html_url: `${world.urls.web}/${full_name}`,
    url: `${world.urls.api}/repos/${full_name}`,
    clone_url: `${world.urls.web}/${full_name}.git`,
    default_branch: defaultBranch,
    created_at: createdAt,
    updated_at: createdAt,
    pushed_at: createdAt,
    ...(viewer ? { permissions: { admin: viewer.login === owner, maintain: viewer.login === owner, push, triage: push, pull: true } } : {}),
    ...(parent ? { parent: repositoryShape(world, parent), source: repositoryShape(world, sourceOf(parent)) } : {}),
  };
}

function sourceOf(repository: Repository): Repository {
  return repository.parent ? sourceOf(repository.parent) : repository;
}

export interface CommitFacts {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: { readonly name: string; readonly email: string; readonly date: string };
  readonly committer: { readonly name: string; readonly email: string; readonly date: string };
  readonly message: string;
}

/** Reads commits as `git log` lists them. */
export async function readCommits(path: string, args: readonly string[]): Promise<CommitFacts[]> {
  const out = await git(path, ['log', '--format=%H%x1f%T%x1f%P%x1f%an%x1f%ae%x1f%aI%x1f%cn%x1f%ce%x1f%cI%x1f%B%x1e', ...args]);
  return out
    .split('\x1e')
    .map((part) => part.replace(/^\n/, ''))
    .filter(Boolean)
    .map((part) => {
      const [sha = '', tree = '', parents = '', an = '', ae = '', ad = '', cn = '', ce = '', cd = '', message = ''] = part.split('\x1f');
      const day = (text: string) => stamp(new Date(text));
      return {
        sha,
        tree,
        parents: parents.split(' ').filter(Boolean),
        author: { name: an, email: ae, date: day(ad) },
        committer: { name: cn, email: ce, date: day(cd) },
        message: message.replace(/\n$/, ''),
      };
    });
}

function pointer(world: World, repository: Repository, kind: string, sha: string) {
  return { sha, url: `${world.urls.api}/repos/${repository.owner}/${repository.name}/git/${kind}/${sha}`, html_url: `${world.urls.web}/${repository.owner}/${repository.name}/commit/${sha}` };
}

/** A commit as an object of git. */
export function gitCommitShape(world: World, repository: Repository, facts: CommitFacts) {
  const { sha, tree, parents, author, committer, message } = facts;
  return {
    ...pointer(world, repository, 'commits', sha),
    author,
    committer,
    message,
    tree: pointer(world, repository, 'trees', tree),
    parents: parents.map((parent) => pointer(world, repository, 'commits', parent)),
  };
}

/** A commit as a step of a repository. */
export function commitShape(world: World, repository: Repository, facts: CommitFacts) {
  const { sha, tree, parents, author, committer, message } = facts;
  return {
    ...pointer(world, repository, 'commits', sha),
    commit: { author, committer, message, tree: pointer(world, repository, 'trees', tree), comment_count: 0 },
    author: byEmail(world, author.email),
    committer: byEmail(world, committer.email),
    parents: parents.map((parent) => pointer(world, repository, 'commits', parent)),
  };
}

/** How commits name a person: by the address they show, or by the one that the host gives to those who hide theirs. */
export function signature(user: User): { name: string; email: string } {
  return { name: user.name ?? user.login, email: user.email ?? `${user.id}+${user.login}@users.noreply.github.com` };
}

function byEmail(world: World, email: string) {
  const user = [...world.users.values()].find((one) => signature(one).email === email);
  return user ? userShape(world, user.login) : null;
}

export function labelShape(name: string, id = 0) {
  return { id, name, color: 'ededed', default: false, description: null };
}

/** What issues and requests have in common. */
function sharedShape(world: World, issue: Issue): Record<string, unknown> {
  const { repository, number, pull } = issue;
  const place = `${repository.owner}/${repository.name}`;
  return {
    id: issue.id,
    number,
    title: issue.title,
    body: issue.body,
    state: issue.state,
    user: userShape(world, issue.user),
    labels: issue.labels.map((name, index) => labelShape(name, index + 1)),
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    html_url: `${world.urls.web}/${place}/${pull ? 'pull' : 'issues'}/${number}`,
  };
}

export function issueShape(world: World, issue: Issue): Record<string, unknown> {
  const { repository, number, pull } = issue;
  const place = `${world.urls.api}/repos/${repository.owner}/${repository.name}`;
  return {
    ...sharedShape(world, issue),
    url: `${place}/issues/${number}`,
    comments: world.comments.filter((comment) => comment.repository === repository && comment.issue === number).length,
    ...(pull ? { pull_request: { url: `${place}/pulls/${number}`, merged_at: pull.mergedAt } } : {}),
  };
}

export function commentShape(world: World, comment: Comment) {
  const { repository, issue } = comment;
  return {
    id: comment.id,
    body: comment.body,
    user: userShape(world, comment.user),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: `${world.urls.web}/${repository.owner}/${repository.name}/issues/${issue}#issuecomment-${comment.id}`,
  };
}

export function pullShape(world: World, issue: Issue): Record<string, unknown> {
  const { pull, repository } = issue;
  if (!pull) throw new RangeError(`${issue.number} is no pull request`);
  const side = (of: Repository, ref: string, sha: string) => ({ label: `${of.owner}:${ref}`, ref, sha, user: userShape(world, of.owner), repo: repositoryShape(world, of) });
  return {
    ...sharedShape(world, issue),
    url: `${world.urls.api}/repos/${repository.owner}/${repository.name}/pulls/${issue.number}`,
    draft: false,
    head: side(pull.headRepository, pull.headRef, pull.headSha),
    base: side(repository, pull.baseRef, pull.baseSha),
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommit,
    author_association: repository.pushers.has(issue.user) ? 'MEMBER' : 'CONTRIBUTOR',
  };
}
