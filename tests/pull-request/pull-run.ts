import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { mainCheckout, mergedCheckout, runWorkflow, type RunResult } from './run-workflow.ts';
import { BOT, FORK, GARDEN, git, type ScratchHost } from './scratch-host.ts';

/** A pull request, and what its runs left. */
export interface PullRun {
  readonly number: number;
  readonly sha: string;
  readonly branch: string;
}

/** Of `npm run verify` these take minutes; that they would run is written down. */
const SLOW = /^npm run (?:test|build|generate)\b/;

const workflowOf = (clone: string, name: string) => path.join(clone, '.github', 'workflows', `${name}.yml`);
const artifactsOf = ({ folder }: ScratchHost, { number }: PullRun) => path.join(folder, `artifacts-${number}`);

/** Runs check.yml as the host does for a pull request: the change's own workflow, with no secret and no right to write. */
export async function runCheck(scratch: ScratchHost, pull: PullRun): Promise<RunResult> {
  const temp = path.join(scratch.folder, `check-${pull.number}`);
  await mkdir(path.join(temp, 'merge'), { recursive: true });
  const checkout = mergedCheckout(scratch.host.repo(GARDEN), pull.number);
  checkout(path.join(temp, 'merge'), true);
  return runWorkflow({
    workflow: workflowOf(path.join(temp, 'merge'), 'check'),
    checkout,
    artifacts: artifactsOf(scratch, pull),
    temp,
    event: { pull_request: { number: pull.number } },
    env: { GITHUB_BASE_REF: 'main', GARDEN_TODAY: '2026-11-25' },
    skip: (command) => SLOW.test(command),
  });
}

/** What the host sends when a run for a fork ends: the list of pull requests is empty. */
export function runEvent({ sha, branch }: PullRun, conclusion = 'success', more: Record<string, unknown> = {}) {
  return {
    action: 'completed',
    repository: { full_name: GARDEN, default_branch: 'main' },
    workflow_run: {
      id: 4711,
      event: 'pull_request',
      conclusion,
      head_branch: branch,
      head_sha: sha,
      head_repository: { id: 99, full_name: FORK, owner: { login: 'tui' } },
      pull_requests: [],
      ...more,
    },
  };
}

/** Runs comment.yml as the host does when a check ended: the published branch's own workflow and code. */
export async function runComment(scratch: ScratchHost, pull: PullRun, event: unknown = runEvent(pull)): Promise<RunResult> {
  const temp = path.join(scratch.folder, `comment-${pull.number}`);
  await rm(temp, { recursive: true, force: true });
  await mkdir(path.join(temp, 'runner'), { recursive: true });
  return runWorkflow({
    workflow: workflowOf(await mainClone(scratch), 'comment'),
    checkout: mainCheckout(scratch.host.repo(GARDEN)),
    artifacts: artifactsOf(scratch, pull),
    temp,
    event,
    env: { GITHUB_TOKEN: scratch.host.tokenFor(BOT), GITHUB_API_URL: scratch.host.apiUrl, GITHUB_SERVER_URL: 'https://github.test', GITHUB_REPOSITORY: GARDEN },
  });
}

/** Runs publish.yml on the published branch; what readers get lies in the folder that it returns. */
export async function runPublish(scratch: ScratchHost): Promise<{ readonly run: RunResult; readonly site: string }> {
  const temp = path.join(scratch.folder, 'publish');
  await rm(temp, { recursive: true, force: true });
  await mkdir(temp, { recursive: true });
  const run = await runWorkflow({
    workflow: workflowOf(await mainClone(scratch), 'publish'),
    checkout: mainCheckout(scratch.host.repo(GARDEN)),
    artifacts: path.join(temp, 'artifacts'),
    temp,
    event: {},
    env: { GARDEN_TODAY: '2026-11-25' },
  });
  return { run, site: path.join(temp, 'published') };
}

/** Where the artifact of a run lies. */
export function artifact(scratch: ScratchHost, pull: PullRun, ...parts: string[]): string {
  return path.join(artifactsOf(scratch, pull), ...parts);
}

async function mainClone({ folder, host }: ScratchHost): Promise<string> {
  const clone = path.join(folder, 'main');
  if (existsSync(clone)) git(clone, 'pull', '-q');
  else git(folder, 'clone', '-q', `file://${host.repo(GARDEN)}`, clone);
  return clone;
}
