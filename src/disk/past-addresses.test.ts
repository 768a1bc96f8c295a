import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { cacheFolder } from './cache-folder.ts';
import { pastAddresses } from './past-addresses.ts';

let folder: string;
let content: string;
beforeEach(async () => {
  vi.stubEnv('GARDEN_TODAY', '2026-11-25');
  folder = await mkdtemp(path.join(tmpdir(), 'kanopi-past-'));
  content = path.join(folder, 'content');
  git('init', '-q', '-b', 'main');
  await mkdir(path.join(content, 'guides'), { recursive: true });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(cacheFolder(content), { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

function git(...args: string[]): void {
  const who = { GIT_AUTHOR_NAME: 'Moana', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'Moana', GIT_COMMITTER_EMAIL: 'a@example.org' };
  execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore', env: { ...process.env, ...who, GIT_COMMITTER_DATE: `${day}T12:00:00Z`, GIT_AUTHOR_DATE: `${day}T12:00:00Z` } });
}

let day = '2024-05-01';
function commit(on: string): void {
  day = on;
  git('add', '-A');
  git('commit', '-qm', 'x', '--allow-empty');
}

const file = (id: string) => path.join(content, 'guides', `${id}.mdx`);
const write = (id: string, words = `The long text of the guide ${id}.\n`.repeat(20)) => writeFile(file(id), words);
const move = (from: string, to: string) => rename(file(from), file(to));
const past = async () => Object.fromEntries((await pastAddresses(content)).past);

it('knows a file that was removed, with the day it went', async () => {
  await write('a');
  await write('b');
  commit('2024-05-01');
  await rm(file('a'));
  commit('2025-06-02');
  expect(await past()).toEqual({ 'guides/a': { last: '2025-06-02' } });
});

it('knows where a file stands by its last name, however often it was moved', async () => {
  await write('a');
  commit('2024-05-01');
  await move('a', 'b');
  commit('2025-05-01');
  await move('b', 'c');
  commit('2026-05-01');
  expect(await past()).toEqual({ 'guides/a': { last: '2025-05-01', movedTo: 'guides/c' }, 'guides/b': { last: '2026-05-01', movedTo: 'guides/c' } });
});

it('leaves out what went until the day the garden began: those were pages of the garden whose code it took', async () => {
  await write('theirs');
  await write('renamed');
  commit('2024-05-01');
  await rm(file('theirs'));
  await move('renamed', 'ours');
  await writeFile(path.join(content, 'site.yaml'), 'name: Ours\nbegan: 2025-06-02\n');
  commit('2025-06-02');
  expect(await past()).toEqual({});
  await move('ours', 'ours-too');
  commit('2025-06-03');
  expect(await past()).toEqual({ 'guides/ours': { last: '2025-06-03', movedTo: 'guides/ours-too' } });
  await rm(path.join(content, 'site.yaml'));
  expect(Object.keys(await past()).sort()).toEqual(['guides/ours', 'guides/renamed', 'guides/theirs']);
});

it('takes a file that was moved back for a living one', async () => {
  await write('a');
  commit('2024-05-01');
  await move('a', 'b');
  commit('2025-05-01');
  await move('b', 'a');
  commit('2026-05-01');
  expect(await past()).toEqual({ 'guides/b': { last: '2026-05-01', movedTo: 'guides/a' } });
});

it('takes a file that was written anew for a living one, and no old address leads to it', async () => {
  await write('a');
  commit('2024-05-01');
  await move('a', 'b');
  commit('2025-05-01');
  await rm(file('b'));
  commit('2025-06-01');
  await write('b', 'Something else altogether.\n');
  commit('2026-05-01');
  expect(await past()).toEqual({ 'guides/a': { last: '2025-05-01' } });
});

it('tells two files that swapped their names apart from files that went', async () => {
  await write('a');
  await write('b', 'Another text stands in this one.\n'.repeat(20));
  commit('2024-05-01');
  await move('a', 'x');
  await move('b', 'a');
  await move('x', 'b');
  commit('2025-05-01');
  expect(await past()).toEqual({});
});

it('does not count what only ever was a draft, and counts what was published once', async () => {
  const draft = (status: string) => `---\ntitle: A\nstatus: ${status} # for now\n---\n${'The long text of a guide.\n'.repeat(20)}`;
  await write('never', draft('draft'));
  await write('once', draft('review').replace('long', 'other'));
  await write('gone', draft('"draft"').replace('long', 'third'));
  commit('2024-05-01');
  await write('once', draft('draft').replace('long', 'other'));
  commit('2024-06-01');
  await rm(file('never'));
  await rm(file('once'));
  commit('2025-05-01');
  await rm(file('gone'));
  expect(await past()).toEqual({ 'guides/once': { last: '2025-05-01' } });
});

it('says once that a shallow clone cannot know, and nothing where no git is', async () => {
  await write('a');
  commit('2024-05-01');
  await rm(file('a'));
  commit('2025-05-01');
  const clone = `${folder}-clone`;
  try {
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${folder}`, clone], { stdio: 'ignore' });
    await mkdir(path.join(clone, 'content'), { recursive: true });
    const { past: found, notice } = await pastAddresses(path.join(clone, 'content'));
    expect(found.size).toBe(0);
    expect(notice).toBe('This clone has no full git history, so nobody can know which pages the garden once had.');
    await rm(path.join(clone, '.git'), { recursive: true });
    expect(await pastAddresses(path.join(clone, 'content'))).toEqual({ past: new Map() });
  } finally {
    await rm(clone, { recursive: true, force: true });
  }
});

it('does not count what came and went on a branch before it was merged', async () => {
  await write('a');
  commit('2024-05-01');
  git('checkout', '-qb', 'side');
  await write('slip');
  commit('2024-06-01');
  await move('slip', 'right');
  commit('2024-06-02');
  git('checkout', '-q', 'main');
  git('merge', '-q', '--no-ff', '-m', 'x', 'side');
  expect(await past()).toEqual({});
});

it('sees what is changed on this disk and not committed, moved or removed, each time anew', async () => {
  for (const id of ['a', 'b', 'c']) await write(id);
  commit('2024-05-01');
  expect(await past()).toEqual({});
  await rm(file('a'));
  git('mv', 'content/guides/b.mdx', 'content/guides/d.mdx');
  expect(await past()).toEqual({ 'guides/a': { last: '2026-11-25' }, 'guides/b': { last: '2026-11-25', movedTo: 'guides/d' } });
  await write('a');
  expect(await past()).toEqual({ 'guides/b': { last: '2026-11-25', movedTo: 'guides/d' } });
});

it('finds everything anew when what it kept was damaged', async () => {
  await write('a');
  commit('2024-05-01');
  await rm(file('a'));
  commit('2025-06-02');
  const found = await past();
  expect(Object.keys(found)).toEqual(['guides/a']);
  await writeFile(path.join(cacheFolder(content), 'past.json'), '{"key": "');
  expect(await past()).toEqual(found);
});

it('looks only at entries', async () => {
  await write('a');
  await mkdir(path.join(content, 'media'));
  await writeFile(path.join(content, 'media/a.svg'), '<svg/>');
  await writeFile(path.join(content, 'guides/README.md'), 'Read me.');
  commit('2024-05-01');
  await rm(path.join(content, 'media/a.svg'));
  await rm(path.join(content, 'guides/README.md'));
  commit('2025-05-01');
  expect(await past()).toEqual({});
});
