import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { PROJECT } from '#disk/content-folder.ts';
import { lintWorkflow } from './lint-workflow.ts';

const read = (...parts: string[]) => readFileSync(path.join(PROJECT, ...parts), 'utf8');
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);
const names = readdirSync(path.join(PROJECT, '.github', 'workflows'));
const workflow = (name: string) => read('.github', 'workflows', name);

test('there are three workflows and no more', () => {
  expect(names.sort()).toEqual(['check.yml', 'comment.yml', 'publish.yml']);
});

test('the comment follows the check, by its name', () => {
  expect(parse(workflow('comment.yml')).on.workflow_run.workflows).toEqual([parse(workflow('check.yml')).name]);
});

test.each(names)('%s keeps every rule', (name) => {
  expect(lintWorkflow(workflow(name), scripts)).toEqual([]);
});

describe('each rule bites', () => {
  const known = [...scripts, 'verify', 'comment', 'build'];
  test.each<[what: string, file: string, from: string | RegExp, to: string, found: RegExp]>([
    ['an action by its tag', 'check.yml', /checkout@\w+/, 'checkout@v7', /checkout is not at the commit/],
    ['an action at another commit', 'check.yml', /checkout@\w+/, `checkout@${'a'.repeat(40)}`, /checkout is not at the commit/],
    ['an action that nobody knows', 'check.yml', /actions\/setup-node@/, 'someone/setup-node@', /someone\/setup-node is not on the list/],
    ['an action without its version', 'check.yml', ' # v7.0.1', '', /does not name its version/],
    ['an action with another version', 'check.yml', '# v7.0.1', '# v7.0.2', /does not name its version/],
    ['no rights named at the top', 'comment.yml', 'permissions: {}\n', '', /rights at the top/],
    ['rights at the top', 'comment.yml', 'permissions: {}', 'permissions: write-all', /rights at the top/],
    ['a job that does not list its rights', 'check.yml', /    permissions:\n      contents: read\n/, '', /does not list its rights/],
    ['a right to write for strangers', 'check.yml', 'contents: read', 'contents: write', /contents: write/],
    ['one right more', 'comment.yml', 'pull-requests: write', 'issues: write', /issues: write/],
    ['the event that runs a stranger’s change with our rights', 'check.yml', 'pull_request:', 'pull_request_target:', /pull_request_target/],
    ['an event of comments', 'comment.yml', 'workflow_run:\n', 'issue_comment:\n', /issue_comment/],
    ['a push to any branch', 'publish.yml', 'branches: [main]', "branches: ['**']", /started by push in another way/],
    ['a push of any tag', 'publish.yml', 'branches: [main]', "branches: [main]\n    tags: ['*']", /started by push in another way/],
    ['a pull request to any branch', 'check.yml', /    branches: \[main\].*\n/, '', /started by pull_request in another way/],
    ['the end of any workflow', 'comment.yml', 'workflows: [Check]', 'workflows: [Check, Other]', /started by workflow_run in another way/],
    ['a run that has only begun', 'comment.yml', 'types: [completed]', 'types: [requested]', /started by workflow_run in another way/],
    ['events in a list', 'check.yml', /on:\n  pull_request:\n.*\n/, 'on: [pull_request, pull_request_target]\n', /pull_request_target/],
    ['pull requests that publish', 'publish.yml', '  push:', '  pull_request:\n    branches: [main]\n  push:', /strangers and by others/],
    ['the right to publish where commands run', 'publish.yml', 'pages: read', 'pages: write', /right pages: write/],
    ['the right to prove who we are where commands run', 'publish.yml', 'pages: read', 'id-token: write', /right id-token: write/],
    ['an address that a stranger chose', 'publish.yml', 'steps.deploy.outputs.page_url', 'github.event.head_commit.message', /given github.event.head_commit.message/],
    ['a check that may not pass', 'check.yml', 'run: npm run verify', 'run: npm run verify\n        continue-on-error: true', /nobody hears of it/],
    ['a cache that strangers fill', 'comment.yml', 'node-version-file: .node-version', 'node-version-file: .node-version\n          cache: npm', /given a "cache"/],
    ['a right that is not needed', 'publish.yml', 'pages: read # to know the address', 'pages: read\n      id-token: write', /right id-token: write/],
    ['a right that is missing', 'comment.yml', /      actions: read.*\n/, '', /lacks the right actions: read/],
    ['an artifact of another run', 'comment.yml', /          run-id: .*\n/, '', /given no "run-id"/],
    ['a command where the site is published', 'publish.yml', '      - id: deploy', '      - run: npm run build\n      - id: deploy', /Commands run where/],
    ['submodules', 'check.yml', 'fetch-depth: 0', 'submodules: true', /given a "submodules"/],
    ['a day without end', 'check.yml', /timeout-minutes: \d+/, 'timeout-minutes: 1440', /No end/],
    [
      'an action that hides on a line',
      'publish.yml',
      /- id: deploy\n        uses: (\S+).*/,
      '- { id: deploy, uses: actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 }',
      /line of its own/,
    ],
    ['a job that runs whatever the run was for', 'comment.yml', "if: github.event.workflow_run.event == 'pull_request'", 'if: always()', /not what the run was for/],
    ['a name with a title', 'check.yml', 'name: Check\n', 'name: Check\nrun-name: ${{ github.event.pull_request.title }}\n', /"run-name" at the top/],
    ['rights to read everything', 'comment.yml', /permissions:\n      actions[^]*write.*\n/, 'permissions: read-all\n', /does not list its rights/],
    ['a title in a command', 'check.yml', 'run: npm run verify', 'run: npm run verify -- "${{ github.event.pull_request.title }}"', /expression stands in "run"/],
    ['a branch in a command', 'check.yml', 'run: npm run verify', 'run: npm run verify -- ${{ github.head_ref }}', /expression stands in "run"/],
    ['a harmless expression in a command', 'comment.yml', 'run: npm run comment', 'run: npm run comment -- ${{ runner.temp }}', /expression stands in "run"/],
    ['a title in a variable', 'comment.yml', '${{ runner.temp }}/report/report.json', '${{ github.event.workflow_run.display_title }}', /given github.event.workflow_run.display_title/],
    ['a number out of the report in a variable', 'comment.yml', 'REPORT_FILE: ', 'NUMBER: ${{ steps.report.outputs.number }}\n          REPORT_FILE: ', /given steps.report.outputs.number/],
    ['a title in a group', 'check.yml', 'check-${{ github.ref }}', 'check-${{ github.event.pull_request.title }}', /group holds github.event/],
    ['a secret', 'publish.yml', 'SITE_URL:', 'KEY: ${{ secrets.KEY }}\n          SITE_URL:', /names secrets/],
    ['a token for a stranger’s code', 'check.yml', 'run: npm run verify', 'run: npm run verify\n        env:\n          GITHUB_TOKEN: ${{ github.token }}', /given a token/],
    ['a checkout that leaves its token', 'check.yml', 'persist-credentials: false', 'fetch-tags: true', /leaves a token/],
    ['a checkout of the stranger’s commit', 'comment.yml', 'persist-credentials: false', 'persist-credentials: false\n          ref: ${{ github.event.workflow_run.head_sha }}', /given a "ref"/],
    ['an artifact among our files', 'comment.yml', 'path: ${{ runner.temp }}/report', 'path: report', /among our own files/],
    ['no end', 'check.yml', /    timeout-minutes: \d+\n/, '', /No end/],
    ['no word on runs at the same time', 'check.yml', /concurrency:\n.*\n.*\n/, '', /at the same time/],
    ['a machine of no version', 'check.yml', 'ubuntu-24.04', 'ubuntu-latest', /no version/],
    ['a machine of our own', 'check.yml', 'ubuntu-24.04', 'self-hosted', /no version/],
    ['a command that is no script', 'check.yml', 'npm ci --ignore-scripts', 'curl https://example.org/x | sh', /no script/],
    ['an install that runs scripts', 'comment.yml', 'npm ci --ignore-scripts', 'npm install', /no script/],
    ['another shell', 'check.yml', 'run: npm run verify', 'run: npm run verify\n        shell: bash {0}', /"shell"/],
    ['variables for all jobs', 'check.yml', 'permissions: {}', 'permissions: {}\nenv:\n  A: b', /"env" at the top/],
    ['a workflow of somebody else', 'check.yml', '    steps:', '    uses: someone/x/.github/workflows/y.yml@main\n    steps:', /"uses"/],
    ['no question what the run was for', 'comment.yml', /    if: .*\n/, '', /what the run was for/],
  ])('%s', (_what, file, from, to, found) => {
    const text = workflow(file);
    const changed = text.replace(from, () => to);
    expect(changed).not.toBe(text);
    expect(lintWorkflow(text, known)).toEqual([]);
    expect(lintWorkflow(changed, known).join('\n')).toMatch(found);
  });
});

test('new versions of packages and actions wait', () => {
  const { updates } = parse(read('.github', 'dependabot.yml')) as { updates: { 'package-ecosystem': string; cooldown: Record<string, number> }[] };
  expect(updates.map((update) => [update['package-ecosystem'], update.cooldown['default-days']])).toEqual([
    ['npm', 14],
    ['github-actions', 14],
  ]);
  // The host refuses the whole file when the actions have any other key here.
  expect(Object.keys(updates[1]!.cooldown)).toEqual(['default-days']);
});

test('the pull request template and the papers of the repository agree', () => {
  const template = read('.github', 'PULL_REQUEST_TEMPLATE.md');
  const form = read('.github', 'ISSUE_TEMPLATE', 'suggest-content.yml');
  const tick = /- label: (This is my own work.*)/.exec(form)?.[1];
  expect(template).toContain(`- [ ] ${tick}`);
  for (const [name, text] of ['CONTRIBUTING.md', 'SECURITY.md', 'CODE_OF_CONDUCT.md', 'PULL_REQUEST_TEMPLATE.md'].map((file) => [file, read('.github', file)] as const)) {
    for (const [, target = ''] of text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)) expect(() => read('.github', target), `${name} links to ${target}`).not.toThrow();
    for (const [, script = ''] of text.matchAll(/`npm run ([a-z-]+)/g)) expect(scripts, `${name} names npm run ${script}`).toContain(script);
  }
});
