import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cacheFolder } from './cache-folder.ts';
import { gitHistory } from './git-history.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kanopi-git-'));
  git('init', '-q', '-b', 'main');
  await mkdir(path.join(folder, 'content/pages'), { recursive: true });
});
afterEach(async () => {
  await rm(cacheFolder(path.join(folder, 'content')), { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

function git(...args: string[]): void {
  execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore' });
}

function commit(day: string, person: string): void {
  const env = {
    ...process.env,
    GIT_AUTHOR_DATE: `${day}T12:00:00Z`,
    GIT_COMMITTER_DATE: `${day}T12:00:00Z`,
    GIT_AUTHOR_NAME: person,
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: person,
    GIT_COMMITTER_EMAIL: 'a@example.org',
  };
  execFileSync('git', ['-C', folder, 'add', '-A'], { stdio: 'ignore' });
  execFileSync('git', ['-C', folder, 'commit', '-qm', 'x'], { stdio: 'ignore', env });
}

const write = (name: string, text: string) => writeFile(path.join(folder, 'content/pages', name), text);
const LONG = 'The same long text stands here before and after.\n'.repeat(20);

it('tells the first and last change of a file and its people, through a new name', async () => {
  await write('kākā.mdx', LONG);
  commit('2024-05-01', 'Ārohanui');
  await rename(path.join(folder, 'content/pages/kākā.mdx'), path.join(folder, 'content/pages/kaka.mdx'));
  commit('2025-05-01', 'Moana');
  await write('kaka.mdx', `${LONG}More.\n`);
  commit('2026-05-01', 'Ārohanui');
  const { files, notice } = await gitHistory(path.join(folder, 'content'));
  expect(notice).toBeUndefined();
  expect(files.get('content/pages/kaka.mdx')).toEqual({ first: '2024-05-01', last: '2026-05-01', people: expect.arrayContaining(['Ārohanui', 'Moana']) });
});

it('gives no date to a file that nobody has committed', async () => {
  await write('a.mdx', 'A');
  commit('2024-05-01', 'Moana');
  await write('b.mdx', 'B');
  const { files } = await gitHistory(path.join(folder, 'content'));
  expect([...files.keys()]).toEqual(['content/pages/a.mdx']);
});

it('gives a file no dates of another file that had its name before', async () => {
  await write('b.mdx', 'Another page.');
  commit('2020-05-01', 'Ārohanui');
  await rm(path.join(folder, 'content/pages/b.mdx'));
  await write('a.mdx', LONG);
  commit('2024-05-01', 'Moana');
  await rename(path.join(folder, 'content/pages/a.mdx'), path.join(folder, 'content/pages/b.mdx'));
  commit('2025-05-01', 'Moana');
  const { files } = await gitHistory(path.join(folder, 'content'));
  expect(files.get('content/pages/b.mdx')).toEqual({ first: '2024-05-01', last: '2025-05-01', people: ['Moana'] });
});

it('gives in a shallow clone only the dates of pages that were added inside it, and says so once', async () => {
  await write('gone.mdx', LONG);
  commit('2023-05-01', 'Moana');
  await rm(path.join(folder, 'content/pages/gone.mdx'));
  for (const day of ['2024-05-01', '2025-05-01', '2026-05-01', '2026-06-01']) {
    await write('a.mdx', day);
    if (day === '2026-05-01') await write('new.mdx', LONG);
    commit(day, 'Moana');
  }
  const clone = `${folder}-clone`;
  try {
    for (const [depth, known] of [
      ['3', ['content/pages/new.mdx']],
      ['1', []],
    ] as const) {
      execFileSync('git', ['clone', '-q', '--depth', depth, `file://${folder}`, clone], { stdio: 'ignore' });
      const { files, past, notice } = await gitHistory(path.join(clone, 'content'));
      expect([...files.keys()]).toEqual(known);
      for (const file of known) expect(files.get(file)).toEqual({ first: '2026-05-01', last: '2026-05-01', people: ['Moana'] });
      expect(past.size).toBe(0);
      expect(notice).toMatch(/no full git history/);
      await rm(clone, { recursive: true, force: true });
    }
  } finally {
    await rm(clone, { recursive: true, force: true });
  }
});

it('gives no date without git, and says so once', async () => {
  await write('a.mdx', LONG);
  commit('2024-05-01', 'Moana');
  const copy = `${folder}-copy`;
  try {
    await cp(path.join(folder, 'content'), path.join(copy, 'content'), { recursive: true });
    const { files, past, notice } = await gitHistory(path.join(copy, 'content'));
    expect(files.size).toBe(0);
    expect(past.size).toBe(0);
    expect(notice).toMatch(/no git history/);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
});
