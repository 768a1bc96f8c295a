import { access, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { childProcesses } from './child-processes.ts';
import { commitAll, everything, OLD, openForm, PNG, scratch } from './scratch-desk.ts';

const TEXT = '---\ntitle: Kererū count\n---\n\nCount from 8 to 9 am, in pairs: plots \\<5 ha.\n';
const MESSAGE = 'content(guides): add Kererū count\n\nCredit: Ana Example (author)';

test('a draft goes through review to the branch of the repository, with its author, message and files', async () => {
  const mine = await scratch();
  const before = await everything(mine);
  const form = await openForm(mine);
  expect(await form.state()).toMatchObject({ ready: true, branch: 'main', user: { name: 'Ana Example', email: 'ana@example.org' }, revision: 1, building: false });

  expect((await form.save('guides', 'kereru-count', TEXT, { message: MESSAGE, pictures: { 'kererū 1.png': PNG } })).status).toBe(200);
  expect((await form.ask('unpublishedEntries')).body).toEqual(['guides/kereru-count']);
  expect((await form.ask('unpublishedEntry', { collection: 'guides', slug: 'kereru-count' })).body).toMatchObject({ status: 'draft' });
  for (const status of ['pending_review', 'pending_publish']) {
    await form.status('guides', 'kereru-count', status);
    expect((await form.ask('unpublishedEntry', { id: 'guides/kereru-count' })).body).toMatchObject({ status });
  }
  expect(await everything(mine)).toEqual(before);

  expect((await form.publish('guides', 'kereru-count')).status).toBe(200);
  expect(mine.git('log', '--format=%an <%ae>|%cn|%B', 'HEAD~1..HEAD')).toBe(`Ana Example <ana@example.org>|Ana Example|${MESSAGE}\n`);
  expect(mine.git('-c', 'core.quotePath=false', 'show', '--name-only', '--format=', 'HEAD')).toBe('content/guides/kereru-count.mdx\ncontent/media/kererū 1.png');
  expect(await mine.read('content/guides/kereru-count.mdx')).toBe(TEXT);
  expect(mine.git('status', '--porcelain')).toBe('');
  expect((await form.ask('unpublishedEntries')).body).toEqual([]);
  expect(await form.state()).not.toHaveProperty('waiting');
  expect(form.delivered.times).toBe(1);
});

test('one changed word of a guide is one changed line in git', async () => {
  const mine = await scratch();
  const form = await openForm(mine);
  await form.save('guides', 'trap-lines', OLD.replace('once', 'twice'), { message: 'content(guides): update Trap lines' });
  await form.publish('guides', 'trap-lines');
  expect(mine.git('diff', '--numstat', 'HEAD~1', 'HEAD')).toBe('1\t1\tcontent/guides/trap-lines.mdx');
});

test('several saves of a draft become one commit, and what was taken out of it never enters the branch', async () => {
  const mine = await scratch();
  const form = await openForm(mine);
  await form.save('guides', 'kereru-count', `${TEXT}![Nest](../media/nest.png)\n`, { message: `${MESSAGE}\nAgreed: my own work`, pictures: { 'nest.png': PNG } });
  await form.save('guides', 'kereru-count', TEXT, { message: MESSAGE });
  await form.publish('guides', 'kereru-count');
  expect(mine.git('rev-list', '--count', 'HEAD')).toBe('2');
  expect(mine.git('log', '-1', '--format=%B')).toBe(`${MESSAGE}\nAgreed: my own work\n`);
  expect(mine.git('log', '--all', '--name-only', '--format=')).not.toContain('nest.png');
});

test('a draft that is saved again keeps the picture that its text still shows, though the form does not send it again', async () => {
  const mine = await scratch();
  const form = await openForm(mine);
  const shown = `${TEXT}![A bird](../media/kererū 1.png)\n![Another](../media/two%20b.png)\n`;
  await form.save('guides', 'kereru-count', shown, { pictures: { 'kererū 1.png': PNG, 'two b.png': PNG } });
  await form.save('guides', 'kereru-count', `${shown}More.\n`);
  await form.publish('guides', 'kereru-count');
  expect(mine.git('-c', 'core.quotePath=false', 'ls-files', 'content/media')).toBe('content/media/kererū 1.png\ncontent/media/two b.png');
});

test('a draft that is discarded leaves nothing', async () => {
  const mine = await scratch();
  const before = await everything(mine);
  const form = await openForm(mine);
  await form.save('guides', 'kereru-count', TEXT);
  expect((await form.ask('deleteUnpublishedEntry', { collection: 'guides', slug: 'kereru-count' })).status).toBe(200);
  expect((await form.ask('unpublishedEntries')).body).toEqual([]);
  expect(await everything(mine)).toEqual(before);
});

test('a draft that says what is published already is no draft, and the list of drafts opens', async () => {
  const mine = await scratch();
  const form = await openForm(mine);
  await form.save('guides', 'trap-lines', OLD);
  expect((await form.ask('unpublishedEntries')).body).toEqual([]);
  expect((await form.ask('unpublishedEntry', { collection: 'guides', slug: 'trap-lines' })).status).toBe(404);
});

test('drafts outlive a restart of the desk, and a desk that git cannot read is put aside', async () => {
  const mine = await scratch();
  const first = await openForm(mine);
  await first.save('guides', 'kereru-count', TEXT);
  await first.close();
  await mine.write('.garden/desk/.git/index.lock', '');
  const second = await openForm(mine);
  expect((await second.ask('unpublishedEntries')).body).toEqual(['guides/kereru-count']);
  await second.close();
  await mine.write('.garden/desk/.git/HEAD', 'nonsense');
  const third = await openForm(mine);
  expect(await third.state()).toMatchObject({ ready: true });
  expect((await third.ask('unpublishedEntries')).body).toEqual([]);
  expect((await readdir(path.join(mine.top, '.garden'))).filter((name) => name.startsWith('desk-aside-'))).toHaveLength(1);
});

test('a save that was cut off half way is cleared away, and the next one works', async () => {
  const mine = await scratch();
  const form = await openForm(mine);
  await form.save('guides', 'kereru-count', TEXT);
  await mine.write('.garden/desk/content/guides/half.mdx', 'half');
  await mine.write('.garden/desk/content/guides/trap-lines.mdx', 'half');
  expect((await form.save('guides', 'another', TEXT)).status).toBe(200);
  await form.publish('guides', 'another');
  expect(mine.git('show', '--name-only', '--format=', 'HEAD')).toBe('content/guides/another.mdx');
});

test('decap-server is started again when it is gone', async () => {
  const mine = await scratch();
  const form = await openForm(mine);
  await form.save('guides', 'before', TEXT);
  process.kill(childProcesses(process.pid, 'decap-child').at(-1)!, 'SIGKILL');
  await vi.waitFor(async () => expect((await form.save('guides', 'after', TEXT)).status).toBe(200), { timeout: 30_000, interval: 100 });
  expect((await form.ask('unpublishedEntries')).body).toEqual(['guides/after', 'guides/before']);
});

test('requests that come together are done one after the other', async () => {
  const mine = await scratch();
  const form = await openForm(mine);
  const replies = await Promise.all(['one', 'two', 'three', 'four', 'five'].map((slug) => form.save('guides', slug, TEXT)));
  expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200, 200, 200]);
  expect((await form.ask('unpublishedEntries')).body).toEqual(['guides/five', 'guides/four', 'guides/one', 'guides/three', 'guides/two']);
  await Promise.all(['one', 'two', 'three'].map((slug) => form.publish('guides', slug)));
  expect(mine.git('log', '--format=%s')).toBe('content(guides): add three\ncontent(guides): add two\ncontent(guides): add one\nBegin');
});

test('a draft stays away from the content folder, and published pages reach the form when the repository moves', async () => {
  const mine = await scratch();
  const form = await openForm(mine);
  await form.save('guides', 'kereru-count', TEXT);
  await expect(access(path.join(mine.top, 'content/guides/kereru-count.mdx'))).rejects.toThrow();
  await mine.write('content/guides/by-hand.mdx', TEXT);
  commitAll(mine, 'By hand');
  const listed = (await form.ask('entriesByFolder', { folder: 'content/guides', extension: 'mdx', depth: 1 })).body as { file: { path: string } }[];
  expect(listed.map((entry) => entry.file.path)).toEqual(['content/guides/by-hand.mdx', 'content/guides/trap-lines.mdx']);
  const draft = (await form.ask('unpublishedEntry', { collection: 'guides', slug: 'kereru-count' })).body as { diffs: { path: string }[] };
  expect(draft.diffs.map((diff) => diff.path)).toEqual(['content/guides/kereru-count.mdx']);
});
