import { parse } from 'yaml';

/** Every action that may be used, with its version and commit. */
export const ACTIONS: Readonly<Record<string, readonly [version: string, commit: string]>> = {
  'actions/checkout': ['v7.0.1', '3d3c42e5aac5ba805825da76410c181273ba90b1'],
  'actions/setup-node': ['v7.0.0', '820762786026740c76f36085b0efc47a31fe5020'],
  'actions/cache': ['v5.0.5', '27d5ce7f107fe9357f9df03efb73ab90386fccae'],
  'actions/upload-artifact': ['v7.0.0', 'bbbca2ddaa5d8feaa63e36b76fdaad77386f024f'],
  'actions/download-artifact': ['v8.0.1', '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c'],
  'actions/configure-pages': ['v5.0.0', '983d7736d9b0ae728b81ab479565c72886d7745b'],
  'actions/upload-pages-artifact': ['v5.0.0', 'fc324d3547104276b827a68afc52ff2a11cc49c9'],
  'actions/deploy-pages': ['v5.0.0', 'cd2ce8fcbc39b97be8ca5fce6e763baed58fa128'],
};

/** The events that may start a workflow. All others run with rights on what a stranger wrote, or need none of us. */
const EVENTS = ['pull_request', 'workflow_run', 'push', 'schedule', 'workflow_dispatch'];
/** The rights that a job may have, by the event that starts it. */
const RIGHTS: Readonly<Record<string, readonly string[]>> = {
  pull_request: ['contents: read'],
  workflow_run: ['actions: read', 'contents: read', 'pull-requests: write'],
  push: ['contents: read', 'pages: read', 'pages: write', 'id-token: write'],
};
/** What may stand in an expression outside `run`. Nothing here is a text that a stranger chose, but the branch in the name of a group. */
const EXPRESSIONS = [
  'github.ref',
  'github.token',
  'runner.temp',
  'github.event.workflow_run.id',
  'github.event.workflow_run.head_repository.id',
  'steps.pages.outputs.base_url',
  'steps.deploy.outputs.page_url',
];
const IN_GROUP = [...EXPRESSIONS, 'github.event.workflow_run.head_branch'];
const CONDITIONS = [undefined, 'always()', "github.event.workflow_run.event == 'pull_request'"];

interface Step {
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly [other: string]: unknown;
}

interface Job {
  readonly if?: string;
  readonly 'runs-on'?: string;
  readonly 'timeout-minutes'?: number;
  readonly permissions?: Readonly<Record<string, string>> | string;
  readonly steps?: readonly Step[];
  readonly [other: string]: unknown;
}

/** What is wrong with a workflow, one sentence each. `scripts` are the scripts of package.json. */
export function lintWorkflow(text: string, scripts: readonly string[]): string[] {
  const found: string[] = [];
  const yaml = parse(text) as Record<string, unknown>;
  const on = yaml['on'] as Record<string, { branches?: string[] } | null> | string | undefined;
  const events = typeof on === 'object' && on !== null ? Object.keys(on) : [String(on)];
  for (const event of events) if (!EVENTS.includes(event)) found.push(`It is started by ${event}.`);
  if (typeof on === 'object' && on?.['push'] !== undefined && JSON.stringify(on['push']?.branches) !== '["main"]') found.push('It is started by a push to any branch.');
  if (JSON.stringify(yaml['permissions']) !== '{}') found.push('It has rights at the top.');
  const concurrency = yaml['concurrency'] as { group?: unknown } | undefined;
  if (typeof concurrency?.group !== 'string') found.push('It says nothing of runs at the same time.');
  for (const name of expressions(concurrency?.group)) if (!IN_GROUP.includes(name)) found.push(`Its group holds ${name}.`);
  for (const key of Object.keys(yaml)) if (!['name', 'on', 'permissions', 'concurrency', 'jobs'].includes(key)) found.push(`It has a "${key}" at the top.`);
  const strangers = events.includes('pull_request');
  for (const [name, job] of Object.entries((yaml['jobs'] ?? {}) as Record<string, Job>)) found.push(...lintJob(job, events, strangers, scripts).map((sentence) => `${name}: ${sentence}`));
  if (/\bsecrets\b/.test(withoutComments(text))) found.push('It names secrets.');
  found.push(...comments(text));
  return found;
}

function lintJob(job: Job, events: readonly string[], strangers: boolean, scripts: readonly string[]): string[] {
  const found: string[] = [];
  if (job['timeout-minutes'] === undefined) found.push('No end is set.');
  if (!/^ubuntu-\d\d\.\d\d$/.test(job['runs-on'] ?? '')) found.push('Its machine has no version.');
  if (!CONDITIONS.includes(job.if)) found.push(`It asks whether ${job.if}.`);
  if (events.includes('workflow_run') && job.if === undefined) found.push('It does not ask what the run was for.');
  for (const key of Object.keys(job)) if (!['if', 'needs', 'runs-on', 'timeout-minutes', 'permissions', 'environment', 'steps'].includes(key)) found.push(`It has a "${key}".`);
  if (typeof job.permissions !== 'object') found.push('It does not list its rights.');
  else {
    const allowed = events.flatMap((event) => RIGHTS[event] ?? []);
    for (const [right, level] of Object.entries(job.permissions)) if (!allowed.includes(`${right}: ${level}`)) found.push(`It has the right ${right}: ${level}.`);
  }
  for (const step of job.steps ?? []) found.push(...lintStep(step, events, strangers, scripts));
  return found;
}

function lintStep(step: Step, events: readonly string[], strangers: boolean, scripts: readonly string[]): string[] {
  const found: string[] = [];
  const { uses, run, with: given = {}, env = {} } = step;
  for (const key of Object.keys(step)) if (!['id', 'if', 'uses', 'run', 'with', 'env', 'continue-on-error'].includes(key)) found.push(`A step has a "${key}".`);
  if (!CONDITIONS.includes(step.if)) found.push(`A step asks whether ${step.if}.`);
  if (run !== undefined) {
    if (run.includes('${{')) found.push('An expression stands in "run".');
    for (const line of run.trim().split('\n')) {
      const script = /^npm run ([a-z-]+)$/.exec(line)?.[1];
      if (line !== 'npm ci --ignore-scripts' && (script === undefined || !scripts.includes(script))) found.push(`"${line}" is no script of package.json.`);
    }
  }
  for (const value of [...Object.values(given), ...Object.values(env)]) {
    for (const name of expressions(value)) {
      if (!EXPRESSIONS.includes(name)) found.push(`A step is given ${name}.`);
      if (strangers && name === 'github.token') found.push('A stranger’s code is given a token.');
    }
  }
  if (uses === undefined) return found;
  const [action = '', commit = ''] = uses.split('@');
  const known = ACTIONS[action];
  if (!known) found.push(`${action} is not on the list.`);
  else if (commit !== known[1]) found.push(`${action} is not at the commit on the list.`);
  if (action === 'actions/checkout') {
    if (given['persist-credentials'] !== false) found.push('The checkout leaves a token behind.');
    if (given['ref'] !== undefined || given['repository'] !== undefined) found.push('The checkout takes something else than the event’s own commit.');
  }
  if (action === 'actions/download-artifact' && !String(given['path'] ?? '').startsWith('${{ runner.temp }}/')) found.push('An artifact lands among our own files.');
  if (events.includes('workflow_run') && action === 'actions/cache') found.push('A cache is shared with strangers.');
  return found;
}

/** Each action names its version beside the commit. */
function comments(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const [, action = ''] = /^\s*(?:- )?uses:\s*([^@\s]+)/.exec(line) ?? [];
    if (action === '' || line.endsWith(` # ${ACTIONS[action]?.[0]}`)) return [];
    return [`${action} does not name its version.`];
  });
}

function expressions(value: unknown): string[] {
  return [...String(value ?? '').matchAll(/\$\{\{(.*?)\}\}/gs)].map(([, inside = '']) => inside.trim());
}

function withoutComments(text: string): string {
  return text.replace(/(?:^|\s)#.*$/gm, '');
}
