import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { page, PNG, replaced, session, source } from '#garden/checks/example-page.ts';
import { checkGardens } from './lib/check-gardens.ts';

const { garden, check, json, remove } = checkGardens();
afterEach(remove);

const ENV = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_AUTHOR_NAME: 'Hana', GIT_AUTHOR_EMAIL: 'h@example.org', GIT_COMMITTER_NAME: 'Hana', GIT_COMMITTER_EMAIL: 'h@example.org' };
const git = (folder: string, ...args: string[]) => execFileSync('git', args, { cwd: folder, env: ENV, stdio: ['ignore', 'pipe', 'pipe'] }).toString();

/** A garden in git on the branch `work`, which left `main` at a commit with mistakes in a page that nothing names. */
async function branched(files: Parameters<typeof garden>[0] = {}): Promise<string> {
  const folder = await garden({
    'pages/apart.mdx': page('See [[lost-long-ago]] and http://example.org/x.'),
    'pages/about.mdx': page('## Why\n\nText.'),
    'pages/links.mdx': page('See [[about#why]] and [here](https://example.org/).'),
    ...files,
  });
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '.');
  git(folder, 'commit', '-q', '-m', 'start');
  git(folder, 'checkout', '-q', '-b', 'work');
  return folder;
}

const rules = async (folder: string, ...args: string[]) => (await json(folder, '--changed', ...args)).problems.map(({ file, rule }) => `${file.replace('content/', '')} ${rule}`);

describe('npm run check -- --changed', () => {
  it('says nothing of mistakes elsewhere when nothing changed', async () => {
    expect(await rules(await branched())).toEqual([]);
  });

  it('sees what was committed, what was not, and what git does not know yet', async () => {
    const folder = await branched();
    await writeFile(path.join(folder, 'pages/one.mdx'), page('See [[nowhere]].'));
    git(folder, 'add', '.');
    git(folder, 'commit', '-q', '-m', 'one');
    await writeFile(path.join(folder, 'pages/two.mdx'), page('See [[nowhere]].'));
    git(folder, 'add', '.');
    await writeFile(path.join(folder, 'pages/three ā.mdx'), page('Text.'));
    expect(await rules(folder)).toEqual(['pages/one.mdx broken-link', 'pages/three ā.mdx unknown-file', 'pages/two.mdx broken-link']);
  });

  it('sees a heading that was taken away under the link to it, with all of that page', async () => {
    const folder = await branched();
    await writeFile(path.join(folder, 'pages/about.mdx'), page('## Reasons\n\nText.'));
    expect(await rules(folder)).toEqual(['pages/links.mdx broken-link', 'pages/links.mdx vague-link']);
  });

  it.each(['removed', 'renamed'])('sees the links to a page that was %s', async (way) => {
    const folder = await branched();
    if (way === 'renamed') git(folder, 'mv', 'pages/about.mdx', 'pages/us.mdx');
    else await rm(path.join(folder, 'pages/about.mdx'));
    git(folder, 'commit', '-q', '-a', '-m', way);
    expect(await rules(folder)).toEqual(expect.arrayContaining(['pages/links.mdx broken-link']));
    expect(await rules(folder)).not.toContain('pages/apart.mdx vague-link');
    expect(await rules(folder, 'content/pages/about.mdx')).toEqual(way === 'removed' ? ['pages/about.mdx lost-address'] : []);
  });

  it('sees the pages that a changed list or picture touches', async () => {
    const folder = await branched({ 'pages/shows.mdx': page('![A map](../media/map.png)'), 'media/map.png': PNG });
    await rm(path.join(folder, 'media/map.png'));
    expect(await rules(folder)).toEqual(['pages/shows.mdx missing-image']);
    await writeFile(path.join(folder, 'vocabularies/roles.yaml'), 'title: Roles\nabout: What people did.\nitems:\n  - { id: editor, label: Editor }\n');
    expect((await rules(folder)).filter((line) => line.endsWith('missing-reference'))).toHaveLength(4);
  });

  it('sees a circle that a change closed some steps away', async () => {
    const folder = await branched({ 'sessions/a.mdx': session('A session', ['sessions/b']), 'sessions/b.mdx': session('B session', ['sessions/c']), 'sessions/c.mdx': session('C session') });
    await writeFile(path.join(folder, 'sessions/c.mdx'), session('C session', ['sessions/a']));
    expect(await rules(folder)).toEqual(['sessions/a.mdx prerequisite-cycle']);
  });

  it('sees a circle of pages that replace each other, some steps away', async () => {
    const folder = await branched({ 'pages/a.mdx': replaced('b'), 'pages/b.mdx': replaced('c'), 'pages/c.mdx': page('Text.') });
    await writeFile(path.join(folder, 'pages/c.mdx'), replaced('a'));
    expect(await rules(folder)).toContain('pages/a.mdx alias-circle');
  });

  it('works where no branch is checked out, and says what to fetch where the history is cut or another one', async () => {
    const folder = await branched();
    await writeFile(path.join(folder, 'pages/one.mdx'), page('See [[nowhere]].'));
    git(folder, 'add', '.');
    git(folder, 'commit', '-q', '-m', 'one');
    git(folder, 'checkout', '-q', '--detach');
    expect(await rules(folder)).toEqual(['pages/one.mdx broken-link']);
    git(folder, 'checkout', '-q', '--orphan', 'apart');
    git(folder, 'commit', '-q', '-m', 'apart');
    expect((await check(folder, '--changed')).err).toContain('This branch and "main" have no commit in common, so nobody can know what changed.');
  });

  it('sees the links to an old name that a page gave up, and the source that nothing cites any more', async () => {
    const folder = await branched({ 'pages/us.mdx': page('It works <Cite source="doc" />.', 'aliases: [we]'), 'pages/old.mdx': page('See [[we]].'), 'sources/doc.mdx': source('A rule') });
    await writeFile(path.join(folder, 'pages/us.mdx'), page('It works.'));
    expect(await rules(folder)).toEqual(['pages/old.mdx broken-link', 'sources/doc.mdx uncited-source']);
  });

  it('compares with another branch or commit, and takes paths besides', async () => {
    const folder = await branched();
    await writeFile(path.join(folder, 'pages/one.mdx'), page('See [[nowhere]].'));
    git(folder, 'add', '.');
    git(folder, 'commit', '-q', '-m', 'one');
    git(folder, 'branch', 'other');
    expect(await rules(folder, 'other')).toEqual([]);
    expect(await rules(folder, 'main')).toEqual(['pages/one.mdx broken-link']);
    expect(await rules(folder, 'content/pages/about.mdx')).toEqual([]);
  });

  it.each(['no-such-branch', '--output=x'])('says in a sentence that there is no branch "%s"', async (name) => {
    const { code, err } = await check(await branched(), `--changed=${name}`);
    expect(code).toBe(2);
    expect(err).toContain(`There is no branch or commit "${name}" here.`);
  });

  it('says in a sentence that there is no git', async () => {
    const { code, err } = await check(await garden({ 'pages/a.mdx': page('Text.') }), '--changed');
    expect(code).toBe(2);
    expect(err).toContain('The content is in no git repository, so nobody can know what changed.');
  });
});
