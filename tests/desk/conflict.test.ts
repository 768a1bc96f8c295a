import { expect, test, vi } from 'vitest';
import { commitAll, OLD, openForm, PNG, scratch } from './scratch-desk.ts';

const MINE = OLD.replace('once', 'twice');
const THEIRS = OLD.replace('once', 'three times');

test('a page that changes under a draft keeps both texts: publishing stops in words, saving again puts it right', async () => {
  const mine = await scratch();
  const form = await openForm(mine);
  await form.save('guides', 'trap-lines', MINE, { pictures: { 'line.png': PNG } });
  expect(await form.base('guides', 'trap-lines')).toBe(OLD);
  await mine.write('content/guides/trap-lines.mdx', THEIRS);
  commitAll(mine, 'Theirs');

  expect((await form.ask('getEntry', { path: 'content/guides/trap-lines.mdx' })).body).toMatchObject({ data: THEIRS });
  expect((await form.ask('unpublishedEntryDataFile', { collection: 'guides', slug: 'trap-lines', id: 'x', path: 'content/guides/trap-lines.mdx' })).body).toEqual({ data: MINE });
  expect(await form.base('guides', 'trap-lines')).toBe(OLD);
  expect(await form.publish('guides', 'trap-lines')).toMatchObject({ status: 409, body: { error: expect.stringContaining('changed on the site after this draft was begun') as string } });
  expect(mine.git('log', '-1', '--format=%s')).toBe('Theirs');
  expect((await form.ask('unpublishedEntries')).body).toEqual(['guides/trap-lines']);

  const both = `${THEIRS}And twice in spring. ![Line](../media/line.png)\n`;
  expect((await form.save('guides', 'trap-lines', both, { message: 'content(guides): update Trap lines' })).status).toBe(200);
  expect(await form.base('guides', 'trap-lines')).toBe(THEIRS);
  expect((await form.publish('guides', 'trap-lines')).status).toBe(200);
  expect(await mine.read('content/guides/trap-lines.mdx')).toBe(both);
  expect(mine.git('log', '--format=%s')).toBe('content(guides): update Trap lines\nTheirs\nBegin');
  expect(mine.git('show', '--name-only', '--format=', 'HEAD')).toBe('content/guides/trap-lines.mdx\ncontent/media/line.png');
});

test('two drafts of two people are published one after the other, each with its own files only', async () => {
  const mine = await scratch();
  const form = await openForm(mine);
  await form.save('guides', 'a', OLD);
  await form.save('guides', 'a-longer-name', OLD);
  await form.publish('guides', 'a');
  expect((await form.ask('unpublishedEntry', { id: 'guides/a-longer-name' })).body).toMatchObject({ diffs: [{ path: 'content/guides/a-longer-name.mdx' }] });
  await form.publish('guides', 'a-longer-name');
  expect(mine.git('log', '--name-only', '--format=%p')).not.toMatch(/^\w+ \w+$/m);
  expect(mine.git('show', '--name-only', '--format=', 'HEAD')).toBe('content/guides/a-longer-name.mdx');
});

test('a page that was published on the site and by hand in the same place waits for a person, and neither is lost', async () => {
  const mine = await scratch();
  const form = await openForm(mine);
  await mine.write('notes.txt', 'Half a thought');
  await form.save('guides', 'trap-lines', MINE);
  await form.publish('guides', 'trap-lines');
  await mine.write('content/guides/trap-lines.mdx', THEIRS);
  commitAll(mine, 'Theirs');
  await vi.waitFor(
    async () =>
      expect((await form.state())['waiting']).toMatchObject({ commits: 1, reason: expect.stringContaining('settle the two texts') as string, command: 'git pull --no-rebase .garden/desk main' }),
    { timeout: 30_000, interval: 100 },
  );
  expect(await mine.read('content/guides/trap-lines.mdx')).toBe(THEIRS);
  expect((await form.ask('getEntry', { path: 'content/guides/trap-lines.mdx' })).body).toMatchObject({ data: MINE });

  expect(() => mine.git('pull', '--no-rebase', '.garden/desk', 'main')).toThrow();
  await mine.write('content/guides/trap-lines.mdx', `${THEIRS}${MINE}`);
  commitAll(mine, 'Both');
  await vi.waitFor(async () => expect(await form.state()).not.toHaveProperty('waiting'), { timeout: 30_000, interval: 100 });
  expect((await form.ask('getEntry', { path: 'content/guides/trap-lines.mdx' })).body).toMatchObject({ data: `${THEIRS}${MINE}` });
});

test('what waits is put on top of what came to the repository meanwhile, when they fit', async () => {
  const mine = await scratch();
  const form = await openForm(mine);
  await mine.write('notes.txt', 'Half a thought');
  await form.save('guides', 'stoat', OLD);
  await form.publish('guides', 'stoat');
  await mine.write('content/guides/trap-lines.mdx', THEIRS);
  commitAll(mine, 'Theirs');
  await vi.waitFor(async () => expect(await form.state()).not.toHaveProperty('waiting'), { timeout: 30_000, interval: 100 });
  expect(mine.git('log', '--format=%s')).toBe('content(guides): add stoat\nTheirs\nBegin');
  expect(mine.git('status', '--porcelain')).toBe('');
});

test('what the person takes back in their repository stays back, and an open draft does not bring it again', async () => {
  const mine = await scratch();
  const form = await openForm(mine);
  await form.save('guides', 'regretted', OLD);
  await form.publish('guides', 'regretted');
  await form.save('guides', 'stoat', OLD);
  mine.git('reset', '-q', '--hard', 'HEAD~1');
  expect((await form.ask('getEntry', { path: 'content/guides/regretted.mdx' })).body).toMatchObject({ data: null });
  await form.publish('guides', 'stoat');
  expect(mine.git('log', '--format=%s')).toBe('content(guides): add stoat\nBegin');
  expect(mine.git('show', '--name-only', '--format=', 'HEAD')).toBe('content/guides/stoat.mdx');
});

test('a draft of a page that was published in the same words by hand is done', async () => {
  const mine = await scratch();
  const form = await openForm(mine);
  await form.save('guides', 'trap-lines', MINE);
  await mine.write('content/guides/trap-lines.mdx', MINE);
  commitAll(mine, 'The same');
  expect((await form.ask('unpublishedEntries')).body).toEqual([]);
});
