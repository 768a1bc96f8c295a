import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { page } from '#garden/checks/example-page.ts';
import { PROJECT } from '#disk/content-folder.ts';
import { runEvent } from './pull-run.ts';
import { BOT, GARDEN, git, scratchHost, type ScratchHost } from './scratch-host.ts';

/* The step that comments, by itself: a host with its moods, and reports that no check of ours would write. */

let scratch: ScratchHost;
beforeAll(async () => {
  scratch = await scratchHost(false);
});
afterAll(() => scratch.close());

const EMPTY = { version: 1, entries: 1, errors: 0, warnings: 0, problems: [], elsewhere: { errors: 0, warnings: 0 } };
const CHANGE = { before: 1, after: 1, pages: { total: 0, listed: [] }, pictures: { total: 0, listed: [] }, files: { total: 0, listed: [] }, outside: { total: 0, listed: [] } };

let last = 0;
const propose = async () => {
  const branch = `branch-${(last += 1)}`;
  return { branch, ...(await scratch.propose(branch, { [`content/pages/${branch}.mdx`]: page('Text.') })) };
};

async function comment(event: unknown, report: unknown = EMPTY): Promise<{ code: number; out: string; summary: string }> {
  const files = { GITHUB_EVENT_PATH: path.join(scratch.folder, 'event.json'), REPORT_FILE: path.join(scratch.folder, 'report.json'), GITHUB_STEP_SUMMARY: path.join(scratch.folder, 'summary.md') };
  await writeFile(files.GITHUB_EVENT_PATH, JSON.stringify(event));
  await writeFile(files.REPORT_FILE, typeof report === 'string' ? report : JSON.stringify(report));
  await writeFile(files.GITHUB_STEP_SUMMARY, '');
  const env = { ...process.env, ...files, GITHUB_TOKEN: scratch.host.tokenFor(BOT), GITHUB_API_URL: scratch.host.apiUrl, GITHUB_SERVER_URL: 'https://github.test', GITHUB_REPOSITORY: GARDEN };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['scripts/run.mjs', 'comment'], { cwd: PROJECT, env }, (_error, out, err) =>
      readFile(files.GITHUB_STEP_SUMMARY, 'utf8').then((summary) => resolve({ code: child.exitCode ?? -1, out: out + err, summary })),
    );
  });
}

const words = async (number: number) => (await scratch.comments(number)).map(({ body }) => body).join('\n');

describe('the pull request that a run is for', () => {
  test('is the one to the published branch, also when the same commit is offered to another branch', async () => {
    const pull = await propose();
    git(scratch.host.repo(GARDEN), 'branch', 'other', 'main');
    const { body: second } = await scratch.ask('POST', `/repos/${GARDEN}/pulls`, { title: 'The same', head: `tui:${pull.branch}`, base: 'other' });
    expect((await comment(runEvent(pull))).out).toContain(`Pull request ${pull.number}: comment written.`);
    expect(await scratch.comments(second.number)).toEqual([]);

    await scratch.ask('PATCH', `/repos/${GARDEN}/pulls/${pull.number}`, { state: 'closed' });
    expect((await comment(runEvent(pull))).out).toContain('No open pull request has this commit as its head.');
    expect(await scratch.comments(second.number)).toEqual([]);
  });

  test('is found among the pages of a long list', async () => {
    const pull = await propose();
    for (let at = 0; at < 103; at += 1) await scratch.ask('POST', `/repos/${GARDEN}/issues/${pull.number}/comments`, { body: `Talk ${at}` });
    expect((await comment(runEvent(pull))).out).toContain('comment written.');
    expect((await comment(runEvent(pull), { ...EMPTY, warnings: 2 })).out).toContain('comment updated.');
  });

  test('is nobody’s when the fork is gone', async () => {
    const { out, code } = await comment(runEvent(await propose(), 'success', { head_repository: null }));
    expect(out).toBe('The fork that this commit came from is gone: nothing to say.\n');
    expect(code).toBe(0);
  });

  test('names the commit that it speaks of, so that an old comment shows its age', async () => {
    const pull = await propose();
    await comment(runEvent(pull));
    expect(await words(pull.number)).toContain(`The check read one entry at commit \`${pull.sha.slice(0, 10)}\`.`);
    await comment(runEvent(pull), '{}');
    expect(await words(pull.number)).toContain(`It was for commit \`${pull.sha.slice(0, 10)}\`.`);
  });
});

describe('a host that says no', () => {
  test.each([401, 403, 404])('with %i to a question: the right is named, and the summary calls nothing ready', async (status) => {
    scratch.host.failNext({ path: /\/pulls\?/, status });
    const { code, out, summary } = await comment(runEvent(await propose()));
    expect(code).toBe(0);
    expect(out).toContain(`was answered with ${status}. This job lacks the right "pull-requests: write".`);
    expect(summary).toContain('The host did not tell which files this change touches.');
    expect(summary).not.toContain('Ready for review');
  });

  test.each([
    ['is asked too often', { status: 403, headers: { 'retry-after': '60' } }, 'was answered with 403.'],
    ['counts', { status: 403, headers: { 'x-ratelimit-remaining': '0' } }, 'was answered with 403.'],
    ['is broken', { status: 500 }, 'was answered with 500.'],
    ['shows something else', { status: 200, body: { message: 'Hello' } }, 'was answered with no list.'],
  ])('because it %s: nobody is told of rights, and the job says what to do', async (_why, fault, said) => {
    scratch.host.failNext({ path: /\/pulls\?/, ...fault });
    const { code, out, summary } = await comment(runEvent(await propose()));
    expect(code).toBe(1);
    expect(out).toBe(`GET /repos/${GARDEN}/pulls ${said} No comment was written; the result stands in the summary of this job. Run the job again later.\n`);
    expect(summary).toContain('The host did not tell');
  });
});

describe('a report that no check of ours writes', () => {
  const deep = (open: string, close: string) => open.repeat(2_000_000) + close.repeat(2_000_000);
  test.each<[what: string, report: string]>([
    ['is lists in lists', deep('[', ']')],
    ['has lists in lists as its problems', JSON.stringify(EMPTY).replace('"problems":[]', `"problems":${deep('[', ']')}`)],
    ['names a prototype', JSON.stringify(EMPTY).replace('{', '{"__proto__":{"errors":0},')],
    ['names a prototype further down', JSON.stringify(EMPTY).replace('"elsewhere":{', '"elsewhere":{"__proto__":{},')],
    ['has more than is ever listed', JSON.stringify({ ...EMPTY, change: CHANGE }).replace('"pages":{"total":0,"listed":[]', `"pages":{"total":0,"listed":[${Array(501).fill('{}').join()}]`)],
    [
      'has millions of wrong links',
      JSON.stringify({ ...EMPTY, change: { ...CHANGE, pages: { total: 1, listed: Array(500).fill({ links: { listed: 'X' } }) } } }).replaceAll('"X"', `[${Array(9000).fill('{}').join()}]`),
    ],
  ])('is refused when it %s', async (_what, report) => {
    const pull = await propose();
    const { code, out } = await comment(runEvent(pull), report);
    expect([code, out]).toEqual([0, `Pull request ${pull.number}: comment written.\n`]);
    expect(await words(pull.number)).toContain('The report of this run is not one that our check writes, so nothing of it is shown.');
  });

  test('makes no heading of a sentence, and no link', async () => {
    const pull = await propose();
    const problem = { rule: 'broken-link', severity: 'warning', file: 'content/pages/a\n# b`.mdx', line: 1, column: 1, message: '===', suggestion: '# Ready for review' };
    await comment(runEvent(pull), { ...EMPTY, warnings: 1, problems: [problem], notice: '## Ready _www.evil.example_' });
    const body = await words(pull.number);
    expect(body).toContain('`# Ready for review`');
    expect(body).toContain('`## Ready _www.evil.example_`');
    expect(body.match(/^ *#.*/gm)).toEqual(['## Ready for review, with one thing to look at', '### What to mend, file by file', '### See it as readers will']);
  });
});

test('errors elsewhere are no fault of the change, and say why the check does not pass', async () => {
  const pull = await propose();
  await comment(runEvent(pull, 'failure'), { ...EMPTY, elsewhere: { errors: 2, warnings: 0 } });
  const body = await words(pull.number);
  expect(body).toContain('## Nothing to mend in this change, but there is elsewhere');
  expect(body).toContain('there are 2 errors: nobody asks you to mend them, but until somebody does, the check does not pass.');
  expect(body).not.toContain('Another step ended');
});
