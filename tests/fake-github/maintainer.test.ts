import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { client, commitFiles, type Ask } from './as-decap.ts';
import { startFakeGitHub, type FakeGitHub } from './start-fake-github.ts';

const GUIDE = '---\ntitle: Trap lines\n---\n\nSet the line.\n';
const branch = 'cms/guides/trap-lines';
const enc = encodeURIComponent;

describe('a maintainer, asking as Decap does', () => {
  let host: FakeGitHub;
  let ask: Ask;
  let main: string;

  beforeAll(async () => {
    host = await startFakeGitHub({
      repositories: { 'garden/kanopi': { 'content/guides/trap-lines.mdx': GUIDE, 'content/guides/kererū.mdx': 'Kererū\n', 'content/media/a.png': new Uint8Array([137, 80, 78, 71, 0, 255]) } },
      users: { garden: { id: 1, name: 'Garden' }, aroha: { id: 2, name: 'Aroha Ngata', email: 'aroha@example.org' } },
      maintainers: { 'garden/kanopi': ['aroha'] },
    });
    ask = client(host, host.tokenFor('aroha'));
    main = (await ask('GET', '/repos/garden/kanopi/branches/main')).body.commit.sha;
  });
  afterAll(() => host.close());

  test('is known, and may push', async () => {
    expect((await ask('GET', '/user')).body).toMatchObject({ login: 'aroha', name: 'Aroha Ngata' });
    expect((await ask('GET', '/repos/garden/kanopi')).body).toMatchObject({ fork: false, default_branch: 'main', owner: { login: 'garden' }, permissions: { push: true } });
    expect((await ask('GET', '/repos/garden/kanopi/collaborators/aroha/permission')).body.permission).toBe('write');
    expect((await ask('GET', '/repos/garden/kanopi/collaborators/garden/permission')).body.permission).toBe('admin');
  });

  test('lists a folder by branch and path and reads the very bytes of a file', async () => {
    const { body } = await ask('GET', '/repos/garden/kanopi/git/trees/main:content/guides');
    expect(body.tree.map((file: { path: string; type: string }) => [file.path, file.type])).toEqual([
      ['kererū.mdx', 'blob'],
      ['trap-lines.mdx', 'blob'],
    ]);
    expect((await ask('GET', '/repos/garden/kanopi/git/trees/main:content%2Fguides')).body.sha).toBe(body.sha);
    const all = await ask('GET', '/repos/garden/kanopi/git/trees/main:?recursive=1');
    expect(all.body.tree.map((file: { path: string }) => file.path)).toContain('content/media/a.png');
    const picture = all.body.tree.find((file: { path: string }) => file.path === 'content/media/a.png');
    expect(picture.size).toBe(6);
    const blob = await ask('GET', `/repos/garden/kanopi/git/blobs/${picture.sha}`);
    expect([...Buffer.from(blob.body.content, 'base64')]).toEqual([137, 80, 78, 71, 0, 255]);
    expect((await ask('GET', '/repos/garden/kanopi/git/trees/main:content/nothing')).body).toMatchObject({ message: 'Not Found', status: '404' });
  });

  test('takes a change through draft, review and publishing, and git holds it', async () => {
    const text = GUIDE.replace('the line', 'the lines');
    const commit = await commitFiles(ask, 'garden/kanopi', main, { 'content/guides/trap-lines.mdx': text }, 'content(guides): edit Trap lines\n\nBy: Aroha');
    expect((await ask('POST', '/repos/garden/kanopi/git/refs', { ref: `refs/heads/${branch}`, sha: commit })).status).toBe(201);
    const made = await ask('POST', '/repos/garden/kanopi/pulls', { title: 'content(guides): edit Trap lines', body: 'By: Aroha', head: `garden:${branch}`, base: 'main' });
    expect(made.status).toBe(201);
    const { number } = made.body;
    await ask('PUT', `/repos/garden/kanopi/issues/${number}/labels`, { labels: ['kanopi/draft'] });
    await ask('PUT', `/repos/garden/kanopi/issues/${number}/labels`, { labels: ['kanopi/pending_review'] });
    const listed = await ask('GET', `/repos/garden/kanopi/pulls?head=garden:${enc(branch)}&base=main&state=open&per_page=100`);
    expect(listed.body).toHaveLength(1);
    expect(listed.body[0]).toMatchObject({ labels: [{ name: 'kanopi/pending_review' }], head: { ref: branch, sha: commit, repo: { fork: false } }, user: { login: 'aroha' } });
    expect(Number.isNaN(Date.parse(listed.body[0].updated_at))).toBe(false);

    const compared = await ask('GET', `/repos/garden/kanopi/compare/main...garden:${branch}`);
    expect(compared.body).toMatchObject({ status: 'ahead', ahead_by: 1, merge_base_commit: { sha: main }, base_commit: { sha: main } });
    expect(compared.body.files).toEqual([expect.objectContaining({ filename: 'content/guides/trap-lines.mdx', status: 'modified', additions: 1, deletions: 1 })]);
    expect(compared.body.files[0].patch).toContain('+Set the lines.');
    expect(compared.body.commits[0].commit).toMatchObject({ message: 'content(guides): edit Trap lines\n\nBy: Aroha', author: { name: 'Aroha Ngata', email: 'aroha@example.org' } });
    expect((await ask('GET', `/repos/garden/kanopi/commits/${commit}/status`)).body).toMatchObject({ state: 'pending', statuses: [] });

    const merged = await ask('PUT', `/repos/garden/kanopi/pulls/${number}/merge`, { commit_message: 'Merged.', sha: commit, merge_method: 'squash' });
    expect(merged.body).toMatchObject({ merged: true });
    expect((await ask('PUT', `/repos/garden/kanopi/pulls/${number}/merge`, { sha: commit })).status).toBe(405);
    expect(await host.git('garden/kanopi', 'log', '-1', '--format=%an <%ae>|%cn|%B', 'main')).toBe(`Aroha Ngata <aroha@example.org>|GitHub|content(guides): edit Trap lines (#${number})\n\nMerged.`);
    expect(await host.git('garden/kanopi', 'show', 'main:content/guides/trap-lines.mdx')).toBe(text.trimEnd());
    expect(await host.git('garden/kanopi', 'diff', '--numstat', main, 'main')).toBe('1\t1\tcontent/guides/trap-lines.mdx');

    const gone = await ask('DELETE', `/repos/garden/kanopi/git/refs/heads/${enc(branch)}`);
    expect([gone.status, gone.body, gone.headers.get('content-type')]).toEqual([204, '', null]);
    expect((await ask('DELETE', `/repos/garden/kanopi/git/refs/heads/${enc(branch)}`)).body.message).toBe('Reference does not exist');
    expect((await ask('GET', `/repos/garden/kanopi/branches/${enc(branch)}`)).status).toBe(404);
    expect(host.pulls('garden/kanopi')[0]).toMatchObject({ state: 'closed', merged_at: expect.any(String) });
  });

  test('merges with both parents where the garden does not squash', async () => {
    const now = (await ask('GET', '/repos/garden/kanopi/branches/main')).body.commit.sha;
    const commit = await commitFiles(ask, 'garden/kanopi', main, { 'content/guides/new.mdx': 'New\n' }, 'content(guides): add New');
    await ask('POST', '/repos/garden/kanopi/git/refs', { ref: 'refs/heads/cms/guides/new', sha: commit });
    const { body } = await ask('POST', '/repos/garden/kanopi/pulls', { title: 'Add New', head: 'garden:cms/guides/new', base: 'main' });
    expect((await ask('GET', '/repos/garden/kanopi/compare/main...garden:cms/guides/new')).body).toMatchObject({ status: 'diverged', ahead_by: 1, behind_by: 1 });
    await ask('PUT', `/repos/garden/kanopi/pulls/${body.number}/merge`, { sha: commit, merge_method: 'merge' });
    expect((await host.git('garden/kanopi', 'log', '-1', '--format=%P', 'main')).split(' ')).toEqual([now, commit]);
    expect(await host.git('garden/kanopi', 'show', 'main:content/guides/new.mdx')).toBe('New');
  });

  test('is refused a merge where lines collide, a push over others, and a stale head', async () => {
    const tip = (await ask('GET', '/repos/garden/kanopi/branches/main')).body.commit.sha;
    const mine = await commitFiles(ask, 'garden/kanopi', tip, { 'content/guides/trap-lines.mdx': 'Mine\n' }, 'mine');
    await ask('POST', '/repos/garden/kanopi/git/refs', { ref: 'refs/heads/cms/guides/mine', sha: mine });
    const { body } = await ask('POST', '/repos/garden/kanopi/pulls', { title: 'Mine', head: 'garden:cms/guides/mine', base: 'main' });
    const theirs = await commitFiles(ask, 'garden/kanopi', tip, { 'content/guides/trap-lines.mdx': 'Theirs\n' }, 'theirs');
    expect((await ask('PATCH', '/repos/garden/kanopi/git/refs/heads/main', { sha: theirs, force: false })).status).toBe(200);
    expect((await ask('PUT', `/repos/garden/kanopi/pulls/${body.number}/merge`, { sha: tip })).status).toBe(409);
    expect((await ask('PUT', `/repos/garden/kanopi/pulls/${body.number}/merge`, { sha: mine })).status).toBe(405);
    expect((await ask('PATCH', '/repos/garden/kanopi/git/refs/heads/main', { sha: mine, force: false })).body.message).toBe('Update is not a fast forward');
    expect(await host.git('garden/kanopi', 'show', 'main:content/guides/trap-lines.mdx')).toBe('Theirs');
    const again = await commitFiles(ask, 'garden/kanopi', theirs, { 'content/guides/trap-lines.mdx': 'Both\n' }, 'both');
    await ask('PATCH', `/repos/garden/kanopi/git/refs/heads/${enc('cms/guides/mine')}`, { sha: again, force: true });
    expect((await ask('GET', `/repos/garden/kanopi/pulls/${body.number}`)).body).toMatchObject({ mergeable: true, head: { sha: again } });
    await ask('DELETE', `/repos/garden/kanopi/git/refs/heads/${enc('cms/guides/mine')}`);
    expect((await ask('GET', `/repos/garden/kanopi/pulls/${body.number}`)).body).toMatchObject({ state: 'closed', merged_at: null });
  });

  test('takes a file away only where it is, and a branch may not lie below another', async () => {
    const tip = (await ask('GET', '/repos/garden/kanopi/branches/main')).body.commit.sha;
    const base = { base_tree: tip };
    const entry = (path: string) => ({ path, mode: '100644', type: 'blob', sha: null });
    const tree = await ask('POST', '/repos/garden/kanopi/git/trees', { ...base, tree: [entry('content/media/a.png')] });
    expect(await host.git('garden/kanopi', 'ls-tree', '-r', '--name-only', tree.body.sha)).not.toContain('a.png');
    expect((await ask('POST', '/repos/garden/kanopi/git/trees', { ...base, tree: [entry('content/media/b.png')] })).status).toBe(422);
    expect((await ask('POST', '/repos/garden/kanopi/git/trees', { ...base, tree: [{ ...entry('../x'), content: 'x', sha: undefined }] })).status).toBe(422);
    expect((await ask('POST', '/repos/garden/kanopi/git/refs', { ref: 'refs/heads/main', sha: tip })).body.message).toBe('Reference already exists');
    expect((await ask('POST', '/repos/garden/kanopi/git/refs', { ref: 'refs/heads/main/below', sha: tip })).body.message).toBe('Reference update failed');
  });

  test('reads who touched a file last, page by page, and is told when nothing changed', async () => {
    const { body } = await ask('GET', `/repos/garden/kanopi/commits?path=${enc('content/guides/trap-lines.mdx')}&sha=main`);
    expect(body.map((commit: { commit: { message: string } }) => commit.commit.message.split('\n')[0])).toEqual([
      'theirs',
      expect.stringMatching(/^content\(guides\): edit Trap lines/),
      'chore: begin',
    ]);
    expect(body[0].author).toMatchObject({ login: 'aroha' });
    const first = await ask('GET', '/repos/garden/kanopi/commits?per_page=2');
    expect(first.body).toHaveLength(2);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1];
    expect((await ask('GET', next!)).body[0].sha).not.toBe(first.body[0].sha);
    const etag = first.headers.get('etag')!;
    expect((await ask('GET', '/repos/garden/kanopi/commits?per_page=2', undefined, { 'if-none-match': etag })).status).toBe(304);
  });

  test('keeps notes in an issue that is found again by its words', async () => {
    const { body: issue } = await ask('POST', '/repos/garden/kanopi/issues', { title: 'Notes: Trap lines', body: 'entry: `guides/trap-lines`', labels: ['decap-cms-notes'] });
    const { body: comment } = await ask('POST', `/repos/garden/kanopi/issues/${issue.number}/comments`, { body: 'One' });
    await ask('PATCH', `/repos/garden/kanopi/issues/comments/${comment.id}`, { body: 'Two' });
    const found = await ask('GET', `/search/issues?q=${enc('repo:garden/kanopi label:decap-cms-notes "guides/trap-lines" in:body state:open')}`);
    expect(found.body.items).toEqual([expect.objectContaining({ number: issue.number, comments: 1 })]);
    expect((await ask('GET', `/repos/garden/kanopi/issues/${issue.number}/comments`)).body[0].body).toBe('Two');
    expect((await ask('DELETE', `/repos/garden/kanopi/issues/comments/${comment.id}`)).status).toBe(204);
    await ask('PATCH', `/repos/garden/kanopi/issues/${issue.number}`, { state: 'closed', labels: [] });
    expect((await ask('GET', `/search/issues?q=${enc('repo:garden/kanopi label:decap-cms-notes state:open')}`)).body.items).toEqual([]);
  });

  test('meets the faults that a test asked for, and only those', async () => {
    host.failNext({ method: 'GET', path: /\/user$/, status: 503 });
    host.failNext({ path: /\/branches\// });
    expect((await ask('GET', '/user')).status).toBe(503);
    expect((await ask('GET', '/user')).status).toBe(200);
    await expect(ask('GET', '/repos/garden/kanopi/branches/main')).rejects.toThrow();
    expect((await ask('GET', '/repos/garden/kanopi/branches/main')).status).toBe(200);
  });
});
