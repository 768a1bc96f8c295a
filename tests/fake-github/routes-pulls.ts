import { git, gitBytes, resolve } from './git.ts';
import { changedFiles } from './compare-commits.ts';
import { followBranches } from './follow-branches.ts';
import { mergeTrees } from './merge-trees.ts';
import { mayWrite, notFound, Refusal, signedIn, text, unprocessable, type Reply, type RepositoryCall } from './reply.ts';
import { commitShape, pullShape, readCommits, signature } from './shapes.ts';
import { inNetwork, now, type Issue, type Pull } from './world.ts';

type PullRequest = Issue & { readonly pull: Pull };

const HOST = { name: 'GitHub', email: 'noreply@github.com' };

function requests(call: RepositoryCall): PullRequest[] {
  return call.world.issues.filter((issue): issue is PullRequest => issue.repository === call.repository && issue.pull !== undefined);
}

function find(call: RepositoryCall, number: string): PullRequest {
  const found = requests(call).find((issue) => issue.number === Number(number));
  if (!found) throw notFound();
  return found;
}

/** `GET pulls`: newest first. */
export async function getPulls(call: RepositoryCall): Promise<Reply> {
  const [state, head, base] = [call.query.get('state') ?? 'open', call.query.get('head'), call.query.get('base')];
  const list = requests(call)
    .filter((issue) => state === 'all' || issue.state === state)
    // The host takes no notice of a head without its owner.
    .filter(({ pull }) => !head?.includes(':') || `${pull.headRepository.owner}:${pull.headRef}`.toLowerCase() === head.toLowerCase())
    .filter(({ pull }) => !base || pull.baseRef === base)
    .reverse()
    .map((issue) => pullShape(call.world, issue));
  return { status: 200, list };
}

/** `POST pulls`, from a branch here or of a fork. */
export async function postPull(call: RepositoryCall): Promise<Reply> {
  const user = signedIn(call);
  const { world, repository } = call;
  const [title, head, baseRef] = [text(call, 'title', 'PullRequest'), text(call, 'head', 'PullRequest'), text(call, 'base', 'PullRequest')];
  const [, owner = repository.owner, headRef = head] = /^([^:]+):(.+)$/.exec(head) ?? [];
  const headRepository = inNetwork(world, repository, owner);
  const headSha = headRepository && (await resolve(headRepository.path, `refs/heads/${headRef}`));
  if (!headRepository || !headSha) throw unprocessable('PullRequest', { code: 'invalid', field: 'head' });
  const baseSha = await resolve(repository.path, `refs/heads/${baseRef}`);
  if (!baseSha) throw unprocessable('PullRequest', { code: 'invalid', field: 'base' });
  if (!headRepository.pushers.has(user.login) && !call.push) throw new Refusal(403, 'Resource not accessible by this account');
  const label = `${headRepository.owner}:${headRef}`;
  if (requests(call).some(({ state, pull }) => state === 'open' && pull.baseRef === baseRef && `${pull.headRepository.owner}:${pull.headRef}` === label))
    throw unprocessable('PullRequest', { code: 'custom', message: `A pull request already exists for ${label}.` });
  if ((await git(repository.path, ['rev-list', '--count', `${baseSha}..${headSha}`])) === '0')
    throw unprocessable('PullRequest', { code: 'custom', message: `No commits between ${repository.owner}:${baseRef} and ${label}` });

  const number = world.issues.filter((issue) => issue.repository === repository).length + 1;
  const body = typeof call.body['body'] === 'string' ? call.body['body'] : null;
  const pull: Pull = { headRepository, headRef, headSha, baseRef, baseSha, mergedAt: null, mergedBy: null, mergeCommit: null };
  const issue: Issue = { id: world.nextId(), number, repository, user: user.login, title, body, state: 'open', labels: [], createdAt: now(), updatedAt: now(), closedAt: null, pull };
  world.issues.push(issue);
  await git(repository.path, ['update-ref', `refs/pull/${number}/head`, headSha]);
  return { status: 201, body: pullShape(world, issue) };
}

/** Where a request's own steps begin: the published branch as it is now, or as it was when it took the request in. */
async function start({ pull, repository }: PullRequest): Promise<string> {
  const base = pull.mergedAt ? undefined : await resolve(repository.path, `refs/heads/${pull.baseRef}`);
  return git(repository.path, ['merge-base', base ?? pull.baseSha, pull.headSha]);
}

/** `GET pulls/<number>`. */
export async function getPull(call: RepositoryCall, number: string): Promise<Reply> {
  const issue = find(call, number);
  const { pull, repository } = issue;
  const base = await resolve(repository.path, `refs/heads/${pull.baseRef}`);
  const { code } = await gitBytes(repository.path, ['merge-tree', '--write-tree', base!, pull.headSha], { allow: [1] });
  const commits = Number(await git(repository.path, ['rev-list', '--count', `${await start(issue)}..${pull.headSha}`]));
  const merged = pull.mergedAt !== null;
  return { status: 200, body: { ...pullShape(call.world, issue), merged, mergeable: merged ? null : code === 0, mergeable_state: code === 0 ? 'clean' : 'dirty', commits, comments: 0 } };
}

/** `GET pulls/<number>/commits`. */
export async function getPullCommits(call: RepositoryCall, number: string): Promise<Reply> {
  const issue = find(call, number);
  const commits = await readCommits(call.repository.path, ['--reverse', '--topo-order', `${await start(issue)}..${issue.pull.headSha}`]);
  return { status: 200, list: commits.map((facts) => commitShape(call.world, call.repository, facts)) };
}

/** `GET pulls/<number>/files`. */
export async function getPullFiles(call: RepositoryCall, number: string): Promise<Reply> {
  const issue = find(call, number);
  return { status: 200, list: await changedFiles(call.repository.path, await start(issue), issue.pull.headSha) };
}

/** `PATCH pulls/<number>`: title, text, open or closed, by its author or somebody who may push. */
export async function patchPull(call: RepositoryCall, number: string): Promise<Reply> {
  const user = signedIn(call);
  const issue = find(call, number);
  const { pull } = issue;
  if (!call.push && issue.user !== user.login) throw new Refusal(403, 'Resource not accessible by this account');
  const { title, body, state } = call.body as { title?: string; body?: string; state?: string };
  if (state === 'open' && issue.state === 'closed') {
    const branch = await resolve(pull.headRepository.path, `refs/heads/${pull.headRef}`);
    const changed = (why: string) => unprocessable('PullRequest', { code: 'invalid', field: 'state', message: `state cannot be changed. The ${pull.headRef} branch ${why}.` });
    if (pull.mergedAt) throw unprocessable('PullRequest', { code: 'invalid', field: 'state', message: 'state cannot be changed. The pull request is merged.' });
    if (!branch) throw changed('has been deleted');
    if ((await gitBytes(pull.headRepository.path, ['merge-base', '--is-ancestor', pull.headSha, branch], { allow: [1] })).code !== 0) throw changed('was force-pushed or recreated');
    [issue.state, issue.closedAt, pull.headSha] = ['open', null, branch];
  }
  if (state === 'closed' && issue.state === 'open') [issue.state, issue.closedAt] = ['closed', now()];
  if (typeof title === 'string') issue.title = title;
  if (typeof body === 'string') issue.body = body;
  issue.updatedAt = now();
  return { status: 200, body: pullShape(call.world, issue) };
}

/** `PUT pulls/<number>/merge`: as a merge or in one commit of the author's. */
export async function mergePull(call: RepositoryCall, number: string): Promise<Reply> {
  const issue = find(call, number);
  const { pull, repository, title } = issue;
  const user = mayWrite(call);
  const { sha: expected, commit_title, commit_message, merge_method = 'merge' } = call.body as Record<string, string | undefined>;
  if (issue.state !== 'open') throw new Refusal(405, 'Pull Request is not mergeable');
  if (expected !== undefined && expected !== pull.headSha) throw new Refusal(409, 'Head branch was modified. Review and try the merge again.');
  if (merge_method !== 'merge' && merge_method !== 'squash') throw new Refusal(405, 'This way of merging is not allowed on this repository.');
  const squash = merge_method === 'squash';
  const base = (await resolve(repository.path, `refs/heads/${pull.baseRef}`))!;
  const author = call.world.users.get(issue.user.toLowerCase()) ?? user;
  const first = commit_title ?? (squash ? `${title} (#${number})` : `Merge pull request #${number} from ${pull.headRepository.owner}/${pull.headRef}`);
  const below = commit_message ?? (squash ? await ownWords(issue) : title);
  const merged = await mergeTrees(repository.path, [base, pull.headSha], below ? `${first}\n\n${below}` : first, signature(squash ? author : user), HOST, squash);
  if (!merged) throw new Refusal(405, 'Pull Request is not mergeable');
  await git(repository.path, ['update-ref', `refs/heads/${pull.baseRef}`, merged]);
  [issue.state, issue.closedAt, issue.updatedAt] = ['closed', now(), now()];
  [pull.mergedAt, pull.mergedBy, pull.mergeCommit] = [issue.closedAt, user.login, merged];
  followBranches(call.world, repository, `refs/heads/${pull.baseRef}`, merged);
  return { status: 200, body: { sha: merged, merged: true, message: 'Pull Request successfully merged' } };
}

/** What the host writes below the title of a squash when nobody says otherwise: the body of the only commit, or the list of them. */
async function ownWords(issue: PullRequest): Promise<string> {
  const commits = await readCommits(issue.repository.path, ['--reverse', `${await start(issue)}..${issue.pull.headSha}`]);
  if (commits.length === 1) return commits[0]!.message.split('\n').slice(1).join('\n').trim();
  return commits.map(({ message }) => `* ${message}`).join('\n\n');
}
