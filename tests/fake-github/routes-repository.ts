import { git, gitBytes, resolve } from './git.ts';
import { followBranches } from './follow-branches.ts';
import { compareCommits } from './compare-commits.ts';
import { mergeTrees } from './merge-trees.ts';
import { mayWrite, notFound, Refusal, signedIn, text, type Call, type Reply, type RepositoryCall } from './reply.ts';
import { forkRepository } from './repositories.ts';
import { commitShape, fullUserShape, readCommits, repositoryShape, signature } from './shapes.ts';
import { inNetwork, type Repository } from './world.ts';

/** `GET user`. */
export async function getMe(call: Call): Promise<Reply> {
  return { status: 200, body: fullUserShape(call.world, signedIn(call)) };
}

/** `GET users/<login>`. */
export async function getUser(call: Call, login: string): Promise<Reply> {
  const user = call.world.users.get(login.toLowerCase());
  if (!user) throw notFound();
  return { status: 200, body: fullUserShape(call.world, user) };
}

/** `GET repos/<owner>/<name>`. */
export async function getRepository(call: RepositoryCall): Promise<Reply> {
  return { status: 200, body: repositoryShape(call.world, call.repository, call.user) };
}

/** `GET collaborators/<login>/permission`: only for people who may push. */
export async function getPermission(call: RepositoryCall, login: string): Promise<Reply> {
  signedIn(call);
  if (!call.push) throw new Refusal(403, 'Must have push access to view collaborator permission.');
  const user = call.world.users.get(login.toLowerCase());
  if (!user) throw notFound();
  const permission = user.login === call.repository.owner ? 'admin' : call.repository.pushers.has(user.login) ? 'write' : 'read';
  return { status: 200, body: { permission, role_name: permission, user: fullUserShape(call.world, user) } };
}

/** `POST forks`: the fork, made now or before. */
export async function postFork(call: RepositoryCall): Promise<Reply> {
  const user = signedIn(call);
  if (!call.token?.scopes.some((scope) => scope === 'public_repo' || scope === 'repo')) throw notFound();
  if (user.login === call.repository.owner) throw new Refusal(403, 'A repository cannot be forked into the account that owns it.');
  const known = inNetwork(call.world, call.repository, user.login);
  const fork = known ?? (await forkRepository(call.world, call.repository, user.login));
  return { status: 202, body: repositoryShape(call.world, fork, user) };
}

/** `POST merge-upstream`: brings a branch of a fork up to date. */
export async function mergeUpstream(call: RepositoryCall): Promise<Reply> {
  const user = mayWrite(call);
  const { parent, path } = call.repository;
  const branch = text(call, 'branch', 'Repository');
  const theirs = parent && (await resolve(parent.path, `refs/heads/${branch}`));
  const ours = await resolve(path, `refs/heads/${branch}`);
  if (!parent || !theirs || !ours) throw new Refusal(422, 'There is no upstream branch of this name');
  const answer = (merge_type: string, message: string) => ({ status: 200, body: { message, merge_type, base_branch: `${parent.owner}:${branch}` } });
  const ancestor = async (of: string, by: string) => (await gitBytes(path, ['merge-base', '--is-ancestor', by, of], { allow: [1] })).code === 0;
  if (await ancestor(ours, theirs)) return answer('none', 'This branch is not behind the upstream.');
  const forward = await ancestor(theirs, ours);
  const sha = forward ? theirs : await mergeTrees(path, [ours, theirs], `Merge branch '${parent.owner}:${branch}' into ${branch}`, signature(user), signature(user));
  if (!sha) throw new Refusal(409, 'There are merge conflicts');
  await git(path, ['update-ref', `refs/heads/${branch}`, sha]);
  followBranches(call.world, call.repository, `refs/heads/${branch}`, sha);
  return answer(forward ? 'fast-forward' : 'merge', `Successfully fetched and ${forward ? 'fast-forwarded' : 'merged'} from upstream ${parent.owner}:${branch}.`);
}

/** `GET branches/<name>`. */
export async function getBranch(call: RepositoryCall, name: string): Promise<Reply> {
  const sha = await resolve(call.repository.path, `refs/heads/${name}`);
  if (!sha) throw new Refusal(404, 'Branch not found');
  const [facts] = await readCommits(call.repository.path, ['-1', sha]);
  return { status: 200, body: { name, commit: commitShape(call.world, call.repository, facts!), protected: false } };
}

/** `GET branches`. */
export async function getBranches(call: RepositoryCall): Promise<Reply> {
  const out = await git(call.repository.path, ['for-each-ref', '--format=%(refname:lstrip=2) %(objectname)', 'refs/heads']);
  const list = out
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ name: line.split(' ')[0], commit: { sha: line.split(' ')[1] }, protected: false }));
  return { status: 200, list };
}

/** `GET commits`, of the whole or of one path. */
export async function getCommits(call: RepositoryCall): Promise<Reply> {
  const start = await resolve(call.repository.path, call.query.get('sha') ?? call.repository.defaultBranch);
  if (!start) throw notFound();
  const path = call.query.get('path');
  const commits = await readCommits(call.repository.path, [start, ...(path ? ['--', `:(literal)${path}`] : [])]);
  return { status: 200, list: commits.map((facts) => commitShape(call.world, call.repository, facts)) };
}

/** `GET commits/<revision>`. */
export async function getCommit(call: RepositoryCall, revision: string): Promise<Reply> {
  const sha = await resolve(call.repository.path, revision);
  if (!sha) throw new Refusal(422, `No commit found for SHA: ${revision}`);
  const [facts] = await readCommits(call.repository.path, ['-1', sha]);
  return { status: 200, body: commitShape(call.world, call.repository, facts!) };
}

/** `GET commits/<revision>/status`: what deploy services said of it. */
export async function getStatus(call: RepositoryCall, revision: string): Promise<Reply> {
  const sha = await resolve(call.repository.path, revision);
  if (!sha) throw notFound();
  const statuses = call.repository.statuses.get(sha) ?? [];
  return { status: 200, body: { state: statuses.length ? 'success' : 'pending', sha, total_count: statuses.length, statuses } };
}

/** `POST statuses/<sha>`. */
export async function postStatus(call: RepositoryCall, sha: string): Promise<Reply> {
  mayWrite(call);
  const { state, context = 'default', target_url = null, description = null } = call.body;
  const status = { id: call.world.nextId(), state, context, target_url, description };
  call.repository.statuses.set(sha, [status, ...(call.repository.statuses.get(sha) ?? [])]);
  return { status: 201, body: status };
}

/** `GET compare/<base>...<head>`, where each side may be `owner:branch` of the same network. */
export async function getCompare(call: RepositoryCall, range: string): Promise<Reply> {
  const [base = '', head = ''] = range.split('...');
  const side = async (name: string): Promise<string> => {
    const [, owner, ref] = /^([^:]+):(.+)$/.exec(name) ?? [];
    const where: Repository | undefined = owner ? inNetwork(call.world, call.repository, owner) : call.repository;
    const sha = where && (await resolve(where.path, ref ?? name));
    if (!sha) throw notFound();
    return sha;
  };
  const body = await compareCommits(call.world, call.repository, await side(base), await side(head));
  if (!body) throw new Refusal(404, `No common ancestor between ${base} and ${head}.`);
  return { status: 200, body };
}

/** `GET contents/<path>` of one file. */
export async function getContents(call: RepositoryCall, path: string): Promise<Reply> {
  const { path: folder } = call.repository;
  const revision = await resolve(folder, call.query.get('ref') ?? call.repository.defaultBranch);
  const sha = revision && (await resolve(folder, `${revision}:${path}`, 'blob'));
  if (!sha) throw notFound();
  const { bytes } = await gitBytes(folder, ['cat-file', 'blob', sha]);
  if (/raw/.test(String(call.headers['accept'] ?? ''))) return { status: 200, body: bytes, headers: { 'content-type': 'application/vnd.github.raw; charset=utf-8' } };
  return { status: 200, body: { type: 'file', name: path.split('/').at(-1), path, sha, size: bytes.length, encoding: 'base64', content: `${bytes.toString('base64')}\n` } };
}
