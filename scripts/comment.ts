import { appendFile } from 'node:fs/promises';
import { siteFacts } from '../src/disk/site-facts.ts';
import { changeComment, type ChangeFacts } from '../src/garden/outputs/change-comment.ts';
import { codeFiles } from './lib/comment/code-files.ts';
import { findPull } from './lib/comment/find-pull.ts';
import { HostRefusal, hostApi } from './lib/comment/host-api.ts';
import { keepComment } from './lib/comment/keep-comment.ts';
import { readEvent } from './lib/comment/read-event.ts';
import { readReport } from './lib/comment/read-report.ts';

process.exitCode = await comment().catch((error: unknown) => {
  const words = error instanceof Error ? error.message : String(error);
  if (!(error instanceof HostRefusal)) return (console.error(words), 2);
  console.error(`${words} No comment was written; the result stands in the summary of this job. Run the job again later.`);
  return 1;
});

/** Says under a pull request what its check found. Reads a report that a stranger may have forged; whose it is, and what else it says of the pull request, comes from the host alone. */
async function comment(): Promise<number> {
  const event = await readEvent(setting('GITHUB_EVENT_PATH'));
  const repository = setting('GITHUB_REPOSITORY');
  const server = setting('GITHUB_SERVER_URL');
  const { workflow_run: run } = event;
  if (run.event !== 'pull_request') return said('This run was not for a pull request, so there is nothing to say.');
  const api = hostApi(setting('GITHUB_API_URL'), setting('GITHUB_TOKEN'));
  const report = await readReport(setting('REPORT_FILE'));
  if (!run.head_repository) return said('The fork that this commit came from is gone: nothing to say.');
  const head = { repository: `${server}/${run.head_repository.full_name}`, branch: run.head_branch, sha: run.head_sha };
  const facts: ChangeFacts = { conclusion: run.conclusion ?? undefined, run: `${server}/${repository}/actions/runs/${run.id}`, head, site: publicSite() };

  let body = changeComment(report, { ...facts, code: 'unknown' });
  try {
    const pull = await findPull(api, repository, event);
    if (pull === undefined) return said('No open pull request has this commit as its head. Somebody pushed since, or it was closed: nothing to say.');
    body = changeComment(report, { ...facts, code: await codeFiles(api, repository, pull) });
    console.log(`Pull request ${pull}: comment ${await keepComment(api, repository, pull, body)}.`);
  } catch (error) {
    if (!(error instanceof HostRefusal) || !error.forbidden) throw error;
    console.log(
      `::warning title=No right to comment::${error.message} This job lacks the right "pull-requests: write"${accepted(error)}. Give it in comment.yml, and allow it under Settings, Actions, General, Workflow permissions. The result stands in the summary of this job.`,
    );
  } finally {
    await summarise(body);
  }
  return 0;
}

/** The rights that the host names, when they are words and nothing else. */
function accepted({ rights }: HostRefusal): string {
  return rights && /^[a-z_=;, ]{1,200}$/.test(rights) ? ` (the host asks for ${rights})` : '';
}

async function summarise(text: string): Promise<void> {
  const file = process.env['GITHUB_STEP_SUMMARY'];
  if (file) await appendFile(file, text);
  else console.log(text);
}

/** The address of the site where readers find the pages about rules; none when the garden has no address yet. */
function publicSite(): string | undefined {
  const { href, protocol, hostname } = siteFacts().url;
  return protocol === 'https:' && !/(?:^|\.)example\.(?:org|com)$/.test(hostname) ? href : undefined;
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`The variable ${name} is missing: this command runs in a workflow.`);
  return value;
}

function said(sentence: string): number {
  console.log(sentence);
  return 0;
}
