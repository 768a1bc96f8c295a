import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { BARE, commitAll, everything, OLD, openForm, scratch, type Form, type Scratch } from './scratch-desk.ts';

const TEXT = '---\ntitle: Stoat\n---\n\nA stoat is not a weasel.\n';

/** Saves, reviews and publishes a new page. */
async function publishPage(form: Form, slug = 'stoat'): Promise<void> {
  expect((await form.save('glossary', slug, TEXT)).status).toBe(200);
  expect((await form.status('glossary', slug, 'pending_review')).status).toBe(200);
  expect((await form.publish('glossary', slug)).status).toBe(200);
}

/** Waits until the desk has delivered what waited on it. */
async function untilDelivered(form: Form): Promise<void> {
  await vi.waitFor(async () => expect(await form.state()).not.toHaveProperty('waiting'), { timeout: 30_000, interval: 100 });
}

/** What must be as before but for a page that came to it. */
async function same(mine: Scratch, before: Record<string, unknown>, but: readonly string[] = []): Promise<void> {
  const after = await everything(mine);
  for (const part of Object.keys(before)) if (!but.includes(part)) expect({ [part]: after[part] }).toEqual({ [part]: before[part] });
}

test('files that git does not know yet stay as they are, and the page is delivered beside them', async () => {
  const mine = await scratch();
  await mine.write('content/guides/my-notes.mdx', 'not for git');
  await mine.write('photo of the nest.jpg', 'x');
  const before = await everything(mine);
  const form = await openForm(mine);
  await publishPage(form);
  await same(mine, before, ['files', 'commit', 'refs']);
  expect(mine.git('show', '--name-only', '--format=', 'HEAD')).toBe('content/glossary/stoat.mdx');
  expect(await mine.read('content/guides/my-notes.mdx')).toBe('not for git');
  expect(await mine.read('photo of the nest.jpg')).toBe('x');
});

test('an edited file holds the page back on the desk, with words and a command, and it comes when the edit is committed', async () => {
  const mine = await scratch();
  await mine.write('notes.txt', 'Half a thought');
  const before = await everything(mine);
  const form = await openForm(mine);
  await publishPage(form);
  await publishPage(form, 'weasel');
  await same(mine, before);
  expect(await form.state()).toMatchObject({
    ready: true,
    waiting: {
      commits: 2,
      command: 'git pull --no-rebase .garden/desk main',
      reason: 'Your folder has edits that are not committed yet: notes.txt. Commit them, or put them away with "git stash", and the change comes by itself.',
    },
  });
  expect(form.said).toHaveLength(1);
  expect(form.said[0]).toContain('git pull --no-rebase .garden/desk main');

  commitAll(mine, 'My own');
  await untilDelivered(form);
  expect(mine.git('log', '--format=%s')).toBe('content(glossary): add weasel\ncontent(glossary): add stoat\nMy own\nBegin');
  expect(await mine.read('content/glossary/stoat.mdx')).toBe(TEXT);
  expect(await mine.read('notes.txt')).toBe('Half a thought');
  expect(mine.git('status', '--porcelain')).toBe('');
});

test('what waits on the desk can be taken over with the command that the desk names', async () => {
  const mine = await scratch();
  await mine.write('notes.txt', 'Half a thought');
  const form = await openForm(mine);
  await publishPage(form);
  const { waiting } = (await form.state()) as { waiting: { command: string } };
  mine.git(...waiting.command.split(' ').slice(1));
  await untilDelivered(form);
  expect(mine.git('log', '--format=%s')).toBe('content(glossary): add stoat\nBegin');
  expect(await mine.read('notes.txt')).toBe('Half a thought');
});

test('an edit that is staged, and one of the very file that is published, hold the page back too', async () => {
  const mine = await scratch();
  await mine.write('content/guides/trap-lines.mdx', `${OLD}My own end.\n`);
  mine.git('add', '.');
  const before = await everything(mine);
  const form = await openForm(mine);
  await form.save('guides', 'trap-lines', OLD.replace('once', 'twice'));
  expect((await form.publish('guides', 'trap-lines')).status).toBe(200);
  await same(mine, before);
  expect((await form.state())['waiting']).toMatchObject({ commits: 1 });
});

test('an edit that git was told not to look at is not written over', async () => {
  const mine = await scratch();
  mine.git('update-index', '--assume-unchanged', 'content/guides/trap-lines.mdx');
  await mine.write('content/guides/trap-lines.mdx', 'my own\n');
  const before = await everything(mine);
  const form = await openForm(mine);
  await form.save('guides', 'trap-lines', OLD.replace('once', 'twice'));
  await form.publish('guides', 'trap-lines');
  await same(mine, before);
  expect((await form.state())['waiting']).toMatchObject({ commits: 1 });
});

test.each([false, true])('a file in the place of the new page is not written over (ignored by git: %s)', async (ignored) => {
  const mine = await scratch();
  if (ignored) await writeFile(path.join(mine.top, '.git/info/exclude'), 'content/glossary/\n');
  await mine.write('content/glossary/stoat.mdx', 'my own');
  const before = await everything(mine);
  const form = await openForm(mine);
  await publishPage(form);
  await same(mine, before);
  expect((await form.state())['waiting']).toMatchObject({
    reason: 'Your folder has a file of its own in the place of the new one: content/glossary/stoat.mdx. Rename yours, and the change comes by itself.',
  });
});

test('with another branch checked out that branch stays, edits and all, and the page goes to the branch of the site', async () => {
  const mine = await scratch();
  mine.git('switch', '-q', '-c', 'my-idea');
  await mine.write('notes.txt', 'Half a thought');
  const before = await everything(mine);
  const form = await openForm(mine);
  await publishPage(form);
  await same(mine, before, ['refs']);
  expect(mine.git('log', '--format=%s', 'main')).toBe('content(glossary): add stoat\nBegin');
  expect(mine.git('for-each-ref', '--format=%(refname)')).toBe('refs/heads/main\nrefs/heads/my-idea');
  expect(await form.state()).toMatchObject({ notice: 'The form publishes to the branch "main"; your folder shows "my-idea". To see here what is published, run: git switch main' });
});

test('in the middle of a rebase nothing is delivered, and then it is', async () => {
  const mine = await scratch();
  await mine.write('notes.txt', 'Two\n');
  commitAll(mine, 'Two');
  expect(() => mine.git('-c', 'user.name=A', '-c', 'user.email=a@b', 'rebase', '-x', 'false', 'HEAD~1')).toThrow();
  const status = mine.git('status');
  const form = await openForm(mine);
  await publishPage(form);
  expect(mine.git('status')).toBe(status);
  expect((await form.state())['waiting']).toMatchObject({ reason: expect.stringContaining('in the middle of') as string });
  mine.git('-c', 'user.name=A', '-c', 'user.email=a@b', 'rebase', '--abort');
  await untilDelivered(form);
  expect(mine.git('log', '-1', '--format=%s')).toBe('content(glossary): add stoat');
});

test('without a name in git the form signs with its own, and git gets no settings', async () => {
  const mine = await scratch({ user: false });
  const before = await everything(mine);
  const form = await openForm(mine);
  await publishPage(form);
  await same(mine, before, ['files', 'commit', 'refs']);
  expect(mine.git('log', '-1', '--format=%an <%ae>')).toBe('Kanopi form <form@localhost>');
});

test('settings and hooks of the person have no say on the desk', async () => {
  const mine = await scratch();
  const home = await mkdtemp(path.join(tmpdir(), 'kanopi-home-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  await writeFile(path.join(home, 'ignore'), '*.mdx\n*.png\n');
  await writeFile(
    path.join(home, 'config'),
    `[user]\n\tname = Global\n\temail = global@example.org\n[commit]\n\tgpgsign = true\n[gpg]\n\tprogram = false\n[core]\n\texcludesFile = ${home}/ignore\n\thooksPath = ${home}/hooks\n\tautocrlf = true\n[diff]\n\tnoprefix = true\n[color]\n\tui = always\n[push]\n\tfollowTags = true\n\tgpgSign = true\n`,
  );
  const hooks = ['pre-commit', 'commit-msg', 'pre-push', 'pre-receive', 'update', 'post-receive', 'post-checkout', 'post-merge', 'reference-transaction', 'push-to-checkout', 'pre-rebase'];
  for (const folder of [path.join(home, 'hooks'), path.join(mine.top, '.git/hooks')]) {
    await mkdir(folder, { recursive: true });
    for (const hook of hooks) {
      await writeFile(path.join(folder, hook), `#!/bin/sh\necho ran >> "${home}/ran"\nexit 1\n`);
      await chmod(path.join(folder, hook), 0o755);
    }
  }
  const form = await openForm(mine, { env: { ...BARE, GIT_CONFIG_GLOBAL: path.join(home, 'config') } });
  expect((await form.save('glossary', 'stoat', TEXT)).status).toBe(200);
  expect((await form.ask('unpublishedEntry', { collection: 'glossary', slug: 'stoat' })).body).toMatchObject({ diffs: [{ path: 'content/glossary/stoat.mdx' }] });
  await form.save('glossary', 'stoat', `${TEXT}More.\n`);
  expect((await form.publish('glossary', 'stoat')).status).toBe(200);
  expect(await form.state()).not.toHaveProperty('waiting');
  expect(mine.git('show', 'HEAD:content/glossary/stoat.mdx')).toBe(`${TEXT}More.`);
  await expect(mine.read(path.relative(mine.top, path.join(home, 'ran')))).rejects.toThrow();
});

test('without git the form says so, and the folder stays as it was', async () => {
  const mine = await scratch();
  const before = await everything(mine);
  const empty = await mkdtemp(path.join(tmpdir(), 'kanopi-path-'));
  onTestFinished(() => rm(empty, { recursive: true, force: true }));
  await symlink(process.execPath, path.join(empty, 'node'));
  const form = await openForm(mine, { env: { ...BARE, PATH: empty } });
  expect(await form.state()).toMatchObject({
    ready: false,
    reason: 'The form keeps what people write with git, and git is not on this computer.',
    next: 'Install git from https://git-scm.com, then run "npm start" again.',
  });
  expect(await form.save('glossary', 'stoat', TEXT)).toMatchObject({ status: 503, body: { error: expect.stringContaining('git is not on this computer') as string } });
  await same(mine, before);
});

test('a folder that is no repository gets sentences and no files, and the form opens once there is one', async () => {
  const mine = await scratch({ repository: false });
  const before = await everything(mine, { repository: false });
  const form = await openForm(mine);
  expect(await form.state()).toMatchObject({ ready: false, reason: expect.stringContaining('not in a git repository') as string });
  expect((await form.save('glossary', 'stoat', TEXT)).status).toBe(503);
  expect(await everything(mine, { repository: false })).toEqual(before);
  mine.git('init', '-q', '-b', 'main');
  expect(await form.state()).toMatchObject({ ready: false, reason: expect.stringContaining('no commit yet') as string });
  commitAll(mine, 'Begin');
  expect(await form.state()).toMatchObject({ ready: true });
  await publishPage(form);
});

test('a branch that is not there, and content that is not at the top, are named', async () => {
  const mine = await scratch({ files: { 'content/site.yaml': 'branch: live\n' } });
  expect(await (await openForm(mine)).state()).toMatchObject({ ready: false, reason: 'There is no branch "live" in this git repository.' });
  const other = await scratch();
  await other.write('site/content/site.yaml', '');
  const form = await openForm({ ...other, top: path.join(other.top, 'site') });
  expect(await form.state()).toMatchObject({ ready: false, reason: 'The form needs the folder "content" at the top of its git repository. Here it is "site/content".' });
});

test('a second "npm start" leaves the desk to the first', async () => {
  const mine = await scratch();
  await openForm(mine);
  expect(await (await openForm(mine)).state()).toMatchObject({ ready: false, reason: 'The form of this garden is open from another "npm start".' });
});
