import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { git, gitBytes, GitError, resolve } from './git.ts';
import { followBranches } from './follow-branches.ts';
import { mayWrite, notFound, Refusal, text, type Reply, type RepositoryCall } from './reply.ts';
import { gitCommitShape, readCommits, signature } from './shapes.ts';

/** `GET git/trees/<revision>`, where a revision may be `main:some/folder`. */
export async function getTree(call: RepositoryCall, revision: string): Promise<Reply> {
  const { path: folder } = call.repository;
  const sha = await resolve(folder, revision, 'tree');
  if (!sha) throw notFound();
  const recursive = call.query.has('recursive') ? ['-r', '-t'] : [];
  const listing = await git(folder, ['ls-tree', '-z', '-l', ...recursive, sha]);
  const tree = listing
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      const [facts = '', name = ''] = line.split('\t');
      const [mode, type, id, size] = facts.split(/\s+/);
      return {
        path: name,
        mode,
        type,
        sha: id,
        ...(type === 'blob' ? { size: Number(size) } : {}),
        url: `${call.world.urls.api}/repos/${call.repository.owner}/${call.repository.name}/git/${type}s/${id}`,
      };
    });
  return { status: 200, body: { sha, tree, truncated: false } };
}

interface TreeEntry {
  readonly path?: string;
  readonly mode?: string;
  readonly type?: string;
  readonly sha?: string | null;
  readonly content?: string;
}

/** `POST git/trees`: files laid over a base, or taken out of it where `sha` is null. */
export async function postTree(call: RepositoryCall): Promise<Reply> {
  mayWrite(call);
  const { path: folder } = call.repository;
  const { base_tree: base, tree } = call.body as { base_tree?: string; tree?: readonly TreeEntry[] };
  if (!Array.isArray(tree) || tree.length === 0) throw new Refusal(422, 'Invalid tree info');
  const env = { GIT_INDEX_FILE: path.join(folder, `index-${randomBytes(8).toString('hex')}`) };
  try {
    if (base) {
      const found = await resolve(folder, base, 'tree');
      if (!found) throw new Refusal(422, 'base_tree is not a valid tree oid');
      await git(folder, ['read-tree', found], { env });
    }
    for (const entry of tree as readonly TreeEntry[]) {
      const name = entry.path ?? '';
      if (name === '' || name.startsWith('/') || name.split('/').some((part) => part === '..' || part === '.' || part === '' || part === '.git'))
        throw new Refusal(422, 'tree.path contains a malformed path component');
      if (entry.sha === null) {
        // The host refuses to take out what is not there.
        if (!(await git(folder, ['ls-files', '-z', '--', `:(literal)${name}`], { env }))) throw new Refusal(422, 'GitRPC::BadObjectState');
        await git(folder, ['update-index', '--index-info'], { env, input: `0 ${'0'.repeat(40)}\t${name}\n` });
        continue;
      }
      const id = entry.sha ?? (await git(folder, ['hash-object', '-w', '--stdin'], { input: entry.content ?? '' }));
      if (!(await resolve(folder, id, 'blob'))) throw new Refusal(422, `tree.sha ${id} is not a valid blob`);
      await git(folder, ['update-index', '--index-info'], { env, input: `${entry.mode ?? '100644'} ${id}\t${name}\n` });
    }
    const sha = await git(folder, ['write-tree'], { env });
    const { body } = await getTree({ ...call, query: new URLSearchParams() }, sha);
    return { status: 201, body };
  } finally {
    await rm(env.GIT_INDEX_FILE, { force: true });
  }
}

/** `GET git/blobs/<sha>`. */
export async function getBlob(call: RepositoryCall, sha: string): Promise<Reply> {
  const { path: folder } = call.repository;
  if (!/^[0-9a-f]{40}$/.test(sha) || !(await resolve(folder, sha, 'blob'))) throw notFound();
  const { bytes } = await gitBytes(folder, ['cat-file', 'blob', sha]);
  // The host breaks its base64 into lines.
  const content = bytes.toString('base64').replace(/.{60}/g, '$&\n');
  return { status: 200, body: { sha, size: bytes.length, encoding: 'base64', content: `${content}\n` } };
}

/** `POST git/blobs`. */
export async function postBlob(call: RepositoryCall): Promise<Reply> {
  mayWrite(call);
  const { content = '', encoding = 'utf-8' } = call.body as { content?: string; encoding?: string };
  const input = encoding === 'base64' ? Buffer.from(content, 'base64') : Buffer.from(content);
  const sha = await git(call.repository.path, ['hash-object', '-w', '--stdin'], { input });
  return { status: 201, body: { sha, url: `${call.world.urls.api}/repos/${call.repository.owner}/${call.repository.name}/git/blobs/${sha}` } };
}

/** `GET git/commits/<sha>`. */
export async function getGitCommit(call: RepositoryCall, sha: string): Promise<Reply> {
  const found = await resolve(call.repository.path, sha);
  if (!found) throw notFound();
  const [facts] = await readCommits(call.repository.path, ['-1', found]);
  return { status: 200, body: gitCommitShape(call.world, call.repository, facts!) };
}

interface Person {
  readonly name?: string;
  readonly email?: string;
  readonly date?: string;
}

/** `POST git/commits`: by whoever asks, unless the body names somebody else. */
export async function postCommit(call: RepositoryCall): Promise<Reply> {
  const user = mayWrite(call);
  const { path: folder } = call.repository;
  const message = text(call, 'message', 'Commit');
  const { parents = [], author, committer } = call.body as { parents?: readonly string[]; author?: Person; committer?: Person };
  const tree = await resolve(folder, text(call, 'tree', 'Commit'), 'tree');
  if (!tree) throw new Refusal(422, 'Tree SHA does not exist');
  for (const parent of parents) if (!(await resolve(folder, parent))) throw new Refusal(422, 'Parent SHA does not exist or is not a commit object');
  const made = { ...signature(user), ...author };
  const stored = { ...made, ...committer };
  const env = {
    GIT_AUTHOR_NAME: made.name,
    GIT_AUTHOR_EMAIL: made.email,
    ...('date' in made && made.date ? { GIT_AUTHOR_DATE: made.date } : {}),
    GIT_COMMITTER_NAME: stored.name,
    GIT_COMMITTER_EMAIL: stored.email,
    ...('date' in stored && stored.date ? { GIT_COMMITTER_DATE: stored.date } : {}),
  };
  const sha = await git(folder, ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])], { env, input: message });
  const [facts] = await readCommits(folder, ['-1', sha]);
  return { status: 201, body: gitCommitShape(call.world, call.repository, facts!) };
}

function refShape(call: RepositoryCall, ref: string, sha: string) {
  const place = `${call.world.urls.api}/repos/${call.repository.owner}/${call.repository.name}/git`;
  return { ref, url: `${place}/${ref}`, object: { type: 'commit', sha, url: `${place}/commits/${sha}` } };
}

async function listRefs(call: RepositoryCall, prefix: string) {
  const out = await git(call.repository.path, ['for-each-ref', '--format=%(refname) %(objectname)']);
  return out
    .split('\n')
    .filter((line) => line.startsWith(`refs/${prefix}`))
    .map((line) => refShape(call, line.split(' ')[0]!, line.split(' ')[1]!));
}

/** `GET git/ref/<name>`: that one or nothing. */
export async function getRef(call: RepositoryCall, name: string): Promise<Reply> {
  const found = (await listRefs(call, name)).find(({ ref }) => ref === `refs/${name}`);
  if (!found) throw notFound();
  return { status: 200, body: found };
}

/** `GET git/matching-refs/<prefix>`: all that begin so. */
export async function matchingRefs(call: RepositoryCall, prefix: string): Promise<Reply> {
  return { status: 200, list: await listRefs(call, prefix) };
}

/** `GET git/refs/<name>`, the older address that Decap asks: one ref, or the list of those that begin so, or nothing. */
export async function getRefs(call: RepositoryCall, name: string): Promise<Reply> {
  const found = await listRefs(call, name);
  const exact = found.find(({ ref }) => ref === `refs/${name}`);
  if (exact) return { status: 200, body: exact };
  if (found.length === 0) throw notFound();
  return { status: 200, list: found };
}

/** `POST git/refs`. */
export async function postRef(call: RepositoryCall): Promise<Reply> {
  mayWrite(call);
  const { path: folder } = call.repository;
  const ref = text(call, 'ref', 'Reference');
  const sha = await resolve(folder, text(call, 'sha', 'Reference'));
  if (!sha) throw new Refusal(422, 'Object does not exist');
  if (!ref.startsWith('refs/') || (await gitBytes(folder, ['check-ref-format', ref], { allow: [1] })).code !== 0) throw new Refusal(422, `${ref} is not a valid ref name.`);
  if (await resolve(folder, ref)) throw new Refusal(422, 'Reference already exists');
  await move(call, ref, sha);
  return { status: 201, body: refShape(call, ref, sha) };
}

/** `PATCH git/refs/<name>`: forward only, unless forced. */
export async function patchRef(call: RepositoryCall, name: string): Promise<Reply> {
  mayWrite(call);
  const { path: folder } = call.repository;
  const ref = `refs/${name}`;
  const before = await resolve(folder, ref);
  if (!before) throw new Refusal(422, 'Reference does not exist');
  const sha = await resolve(folder, text(call, 'sha', 'Reference'));
  if (!sha) throw new Refusal(422, 'Object does not exist');
  const forward = (await gitBytes(folder, ['merge-base', '--is-ancestor', before, sha], { allow: [1] })).code === 0;
  if (!forward && call.body['force'] !== true) throw new Refusal(422, 'Update is not a fast forward');
  await move(call, ref, sha);
  return { status: 200, body: refShape(call, ref, sha) };
}

/** `DELETE git/refs/<name>`: 204, without a body. Requests from that branch are closed. */
export async function deleteRef(call: RepositoryCall, name: string): Promise<Reply> {
  mayWrite(call);
  const ref = `refs/${name}`;
  if (!(await resolve(call.repository.path, ref))) throw new Refusal(422, 'Reference does not exist');
  await git(call.repository.path, ['update-ref', '-d', ref]);
  followBranches(call.world, call.repository, ref, undefined);
  return { status: 204 };
}

async function move(call: RepositoryCall, ref: string, sha: string): Promise<void> {
  try {
    await git(call.repository.path, ['update-ref', ref, sha]);
  } catch (error) {
    if (error instanceof GitError) throw new Refusal(422, 'Reference update failed');
    throw error;
  }
  followBranches(call.world, call.repository, ref, sha);
}
