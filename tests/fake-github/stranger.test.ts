import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { client, commitFiles, type Ask } from './as-decap.ts';
import { startFakeGitHub, type FakeGitHub } from './start-fake-github.ts';

const branch = 'cms/tui/kanopi/guides/new';
const enc = encodeURIComponent;

describe('a stranger, asking as Decap does', () => {
  let host: FakeGitHub;
  let ask: Ask;
  let owner: Ask;
  let main: string;

  beforeAll(async () => {
    host = await startFakeGitHub({
      repositories: { 'garden/kanopi': { 'content/guides/old.mdx': 'Old\n' } },
      users: { garden: { id: 1, name: 'Garden', email: 'garden@example.org' }, tui: { id: 7 } },
    });
    ask = client(host, host.tokenFor('tui'));
    owner = client(host, host.tokenFor('garden'));
    main = (await owner('GET', '/repos/garden/kanopi/branches/main')).body.commit.sha;
  });
  afterAll(() => host.close());

  test('may read the garden and write nothing there', async () => {
    expect((await ask('GET', '/repos/garden/kanopi')).body.permissions).toMatchObject({ push: false, pull: true });
    expect((await ask('GET', '/repos/garden/kanopi/collaborators/tui/permission')).status).toBe(403);
    expect((await ask('GET', '/repos/garden/kanopi/git/trees/main:content/guides')).status).toBe(200);
    expect((await ask('POST', '/repos/garden/kanopi/git/blobs', { content: 'x' })).status).toBe(404);
    expect((await ask('POST', '/repos/garden/kanopi/git/refs', { ref: 'refs/heads/x', sha: main })).status).toBe(404);
    expect((await ask('PATCH', '/repos/garden/kanopi/git/refs/heads/main', { sha: main })).status).toBe(404);
    expect((await ask('DELETE', '/repos/garden/kanopi/git/refs/heads/main')).status).toBe(404);
    expect(await host.git('garden/kanopi', 'for-each-ref', '--format=%(refname) %(objectname)')).toBe(`refs/heads/main ${main}`);
  });

  test('is refused with no token, a wrong one, and one without the right', async () => {
    expect((await client(host)('GET', '/user')).body.message).toBe('Requires authentication');
    expect((await client(host, 'gho_wrong')('GET', '/repos/garden/kanopi')).body.message).toBe('Bad credentials');
    const narrow = client(host, host.tokenFor('garden', 'read:user'));
    expect((await narrow('POST', '/repos/garden/kanopi/git/blobs', { content: 'x' })).status).toBe(404);
    expect((await narrow('POST', '/repos/garden/kanopi/forks')).status).not.toBe(202);
  });

  test('gets a fork of their own, once', async () => {
    expect((await ask('GET', '/repos/tui/kanopi')).status).toBe(404);
    const made = await ask('POST', '/repos/garden/kanopi/forks');
    expect([made.status, made.body.full_name]).toEqual([202, 'tui/kanopi']);
    expect((await ask('GET', '/repos/tui/kanopi')).body).toMatchObject({ fork: true, parent: { full_name: 'garden/kanopi' }, permissions: { push: true } });
    expect((await ask('POST', '/repos/garden/kanopi/forks')).body.id).toBe(made.body.id);
    expect(await host.git('tui/kanopi', 'rev-parse', 'main')).toBe(main);
  });

  test('brings the fork up to date with the garden', async () => {
    const commit = await commitFiles(owner, 'garden/kanopi', main, { 'content/guides/other.mdx': 'Other\n' }, 'content(guides): add Other');
    await owner('PATCH', '/repos/garden/kanopi/git/refs/heads/main', { sha: commit });
    expect((await ask('POST', '/repos/tui/kanopi/merge-upstream', { branch: 'main' })).body.merge_type).toBe('fast-forward');
    expect((await ask('POST', '/repos/tui/kanopi/merge-upstream', { branch: 'main' })).body.merge_type).toBe('none');
    expect(await host.git('tui/kanopi', 'rev-parse', 'main')).toBe(commit);
    main = commit;
  });

  test('keeps a draft in the fork only, and the garden can compare it', async () => {
    const commit = await commitFiles(ask, 'tui/kanopi', main, { 'content/guides/new.mdx': 'Tūī\n' }, 'content(guides): add New\n\nBy: T. Ūī');
    expect((await ask('POST', '/repos/tui/kanopi/git/refs', { ref: `refs/heads/${branch}`, sha: commit })).status).toBe(201);
    const listed = await ask('GET', '/repos/tui/kanopi/git/refs/heads/cms/tui/kanopi');
    expect(listed.body.map(({ ref }: { ref: string }) => ref)).toEqual([`refs/heads/${branch}`]);
    expect((await ask('GET', '/repos/tui/kanopi/git/refs/heads/cms/nobody')).status).toBe(404);
    expect((await ask('GET', `/repos/garden/kanopi/pulls?head=tui:${enc(branch)}&base=main&state=all&per_page=100`)).body).toEqual([]);
    const compared = await ask('GET', `/repos/garden/kanopi/compare/main...${commit}`);
    expect(compared.body.files).toEqual([expect.objectContaining({ filename: 'content/guides/new.mdx', status: 'added' })]);
    expect((await ask('GET', `/repos/garden/kanopi/compare/main...tui:${branch}`)).body.ahead_by).toBe(1);
    expect(await host.git('garden/kanopi', 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main');
    expect(await host.git('tui/kanopi', 'log', '-1', '--format=%an <%ae>', branch)).toBe('tui <7+tui@users.noreply.github.com>');
  });

  test('sends it for review, takes it back, sends it again, and a maintainer publishes it', async () => {
    const sent = await ask('POST', '/repos/garden/kanopi/pulls', { title: 'content(guides): add New', body: 'By: T. Ūī', head: `tui:${branch}`, base: 'main' });
    expect(sent.body).toMatchObject({ number: 1, head: { label: `tui:${branch}`, repo: { fork: true } }, author_association: 'CONTRIBUTOR' });
    expect((await ask('POST', '/repos/garden/kanopi/pulls', { title: 'x', head: `tui:${branch}`, base: 'main' })).body.errors[0].message).toBe(`A pull request already exists for tui:${branch}.`);
    expect((await ask('PUT', '/repos/garden/kanopi/issues/1/labels', { labels: ['kanopi/draft'] })).status).toBe(403);
    expect((await ask('PUT', '/repos/garden/kanopi/pulls/1/merge', {})).status).toBe(404);
    expect((await ask('PATCH', '/repos/garden/kanopi/pulls/1', { state: 'closed' })).body.state).toBe('closed');
    expect((await ask('PATCH', '/repos/garden/kanopi/pulls/1', { state: 'open' })).body.state).toBe('open');

    const second = await commitFiles(ask, 'tui/kanopi', sent.body.head.sha, { 'content/guides/new.mdx': 'Tūī, twice\n' }, 'content(guides): edit New');
    await ask('PATCH', `/repos/tui/kanopi/git/refs/heads/${enc(branch)}`, { sha: second, force: true });
    expect(host.pulls('garden/kanopi')[0]).toMatchObject({ head: { sha: second } });

    expect((await owner('PUT', '/repos/garden/kanopi/pulls/1/merge', { sha: second, merge_method: 'squash' })).body.merged).toBe(true);
    expect(await host.git('garden/kanopi', 'show', 'main:content/guides/new.mdx')).toBe('Tūī, twice');
    expect(await host.git('garden/kanopi', 'log', '-1', '--format=%an|%s', 'main')).toBe('tui|content(guides): add New (#1)');
    expect((await ask('GET', `/repos/garden/kanopi/pulls?head=tui:${enc(branch)}&base=main&state=all`)).body[0]).toMatchObject({
      state: 'closed',
      merged_at: expect.any(String),
      head: { sha: second },
    });
    expect((await ask('DELETE', `/repos/tui/kanopi/git/refs/heads/${enc(branch)}`)).status).toBe(204);
  });

  test('cannot open a closed request again when its branch was pushed over', async () => {
    const tip = (await ask('GET', '/repos/garden/kanopi/branches/main')).body.commit.sha;
    const one = await commitFiles(ask, 'tui/kanopi', tip, { 'content/guides/two.mdx': 'One\n' }, 'one');
    await ask('POST', '/repos/tui/kanopi/git/refs', { ref: 'refs/heads/cms/tui/kanopi/guides/two', sha: one });
    const { body } = await ask('POST', '/repos/garden/kanopi/pulls', { title: 'Two', head: 'tui:cms/tui/kanopi/guides/two', base: 'main' });
    await ask('PATCH', `/repos/garden/kanopi/pulls/${body.number}`, { state: 'closed' });
    const other = await commitFiles(ask, 'tui/kanopi', tip, { 'content/guides/two.mdx': 'Other\n' }, 'other');
    await ask('PATCH', `/repos/tui/kanopi/git/refs/heads/${enc('cms/tui/kanopi/guides/two')}`, { sha: other, force: true });
    expect(host.pulls('garden/kanopi').at(-1)).toMatchObject({ head: { sha: one } });
    expect((await ask('PATCH', `/repos/garden/kanopi/pulls/${body.number}`, { state: 'open' })).status).toBe(422);
  });

  test('no token stands in the log of requests', () => {
    expect(host.requests.length).toBeGreaterThan(40);
    expect(JSON.stringify(host.requests)).not.toContain('gho_');
    expect(host.requests.some(({ login }) => login === 'tui')).toBe(true);
  });
});
