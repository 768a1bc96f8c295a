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

/** What may start a workflow, word for word. All other events run with rights on what a stranger wrote, or need none of us. */
const EVENTS: Readonly<Record<string, unknown>> = {
  pull_request: { branches: ['main'] },
  workflow_run: { workflows: ['Check'], types: ['completed'] },
  push: { branches: ['main'] },
  schedule: undefined,
  workflow_dispatch: null,
};
/** Events in which a stranger has a hand: a workflow that they start has no other, so that its rights are theirs alone. */
const STRANGERS = ['pull_request', 'workflow_run'];
/** The rights that a job may have, by the event that starts it. */
const RIGHTS: Readonly<Record<string, readonly string[]>> = {
  pull_request: ['contents: read'],
  workflow_run: ['actions: read', 'contents: read', 'pull-requests: write'],
  push: ['contents: read', 'pages: read', 'pages: write', 'id-token: write'],
};
/** The rights that a job has to have, by what it does; it has no other. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  'actions/checkout': ['contents: read'],
  'actions/download-artifact': ['actions: read'],
  'actions/configure-pages': ['pages: read'],
  'actions/deploy-pages': ['pages: write', 'id-token: write'],
  'npm run comment': ['pull-requests: write'],
};
/** What an action has to be given, and what it may be given besides. */
const GIVEN: Readonly<Record<string, readonly [needed: readonly string[], more?: readonly string[]]>> = {
  'actions/checkout': [['persist-credentials'], ['fetch-depth']],
  'actions/setup-node': [['node-version-file']],
  'actions/upload-artifact': [['name', 'path'], ['if-no-files-found']],
  'actions/download-artifact': [['name', 'path', 'run-id', 'github-token']],
  'actions/upload-pages-artifact': [['path']],
};
/** What may stand in an expression outside `run`. Nothing here is a text that a stranger chose, but the branch in the name of a group. */
const EXPRESSIONS = ['github.token', 'runner.temp', 'github.event.workflow_run.id', 'steps.pages.outputs.base_url', 'steps.deploy.outputs.page_url'];
const IN_GROUP = ['github.ref', 'github.event.workflow_run.head_repository.id', 'github.event.workflow_run.head_branch'];
const FOR_A_PULL_REQUEST = "github.event.workflow_run.event == 'pull_request'";
/** Minutes that no job takes. */
const LONGEST = 60;

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
  readonly environment?: Readonly<Record<string, unknown>> | string;
  readonly steps?: readonly Step[];
  readonly [other: string]: unknown;
}

/** What is wrong with a workflow, one sentence each. `scripts` are the scripts of package.json. */
export function lintWorkflow(text: string, scripts: readonly string[]): string[] {
  const found: string[] = [];
  const yaml = parse(text) as Record<string, unknown>;
  const on = yaml['on'] as Record<string, unknown> | string | undefined;
  const events = typeof on === 'object' && on !== null && !Array.isArray(on) ? on : { [String(on)]: null };
  const names = Object.keys(events);
  for (const [event, how] of Object.entries(events)) {
    if (!(event in EVENTS)) found.push(`It is started by ${event}.`);
    else if (EVENTS[event] !== undefined && JSON.stringify(how) !== JSON.stringify(EVENTS[event])) found.push(`It is started by ${event} in another way than is agreed.`);
  }
  if (names.length > 1 && names.some((event) => STRANGERS.includes(event))) found.push('It is started by strangers and by others.');
  if (JSON.stringify(yaml['permissions']) !== '{}') found.push('It has rights at the top.');
  const concurrency = yaml['concurrency'] as { group?: unknown } | undefined;
  if (typeof concurrency?.group !== 'string') found.push('It says nothing of runs at the same time.');
  for (const name of expressions(concurrency?.group)) if (!IN_GROUP.includes(name)) found.push(`Its group holds ${name}.`);
  for (const key of Object.keys(yaml)) if (!['name', 'on', 'permissions', 'concurrency', 'jobs'].includes(key)) found.push(`It has a "${key}" at the top.`);
  const jobs = Object.entries((yaml['jobs'] ?? {}) as Record<string, Job>);
  for (const [name, job] of jobs) found.push(...lintJob(job, names, scripts).map((sentence) => `${name}: ${sentence}`));
  if (/\bsecrets\b/.test(withoutComments(text))) found.push('It names secrets.');
  const used = jobs.flatMap(([, { steps = [] }]) => steps).filter(({ uses }) => uses !== undefined);
  found.push(...versions(text, used.length));
  return found;
}

function lintJob(job: Job, events: readonly string[], scripts: readonly string[]): string[] {
  const found: string[] = [];
  const { steps = [], environment = {}, 'timeout-minutes': minutes } = job;
  if (!(typeof minutes === 'number' && minutes <= LONGEST)) found.push('No end is set.');
  if (!/^ubuntu-\d\d\.\d\d$/.test(job['runs-on'] ?? '')) found.push('Its machine has no version.');
  if (job.if !== (events.includes('workflow_run') ? FOR_A_PULL_REQUEST : undefined)) found.push(`It asks whether ${job.if}, and not what the run was for.`);
  for (const key of Object.keys(job)) if (!['if', 'needs', 'runs-on', 'timeout-minutes', 'permissions', 'environment', 'steps'].includes(key)) found.push(`It has a "${key}".`);
  for (const value of typeof environment === 'string' ? [environment] : Object.values(environment)) found.push(...given(value, events));
  if (typeof job.permissions !== 'object') found.push('It does not list its rights.');
  else {
    const has = Object.entries(job.permissions).map(([right, level]) => `${right}: ${level}`);
    const needs = steps.flatMap(({ uses = '', run = '' }) => [uses.split('@', 1)[0]!, run.trim()]).flatMap((what) => NEEDS[what] ?? []);
    for (const right of has) if (!needs.includes(right) || !events.some((event) => RIGHTS[event]?.includes(right))) found.push(`It has the right ${right}.`);
    for (const right of needs) if (!has.includes(right)) found.push(`It lacks the right ${right}.`);
    if (needs.includes('pages: write') && steps.some(({ run }) => run !== undefined)) found.push('Commands run where the site is published.');
  }
  for (const step of steps) found.push(...lintStep(step, events, scripts));
  return found;
}

function lintStep(step: Step, events: readonly string[], scripts: readonly string[]): string[] {
  const found: string[] = [];
  const { uses, run, with: inputs = {}, env = {} } = step;
  for (const key of Object.keys(step)) if (!['id', 'if', 'uses', 'run', 'with', 'env', 'continue-on-error'].includes(key)) found.push(`A step has a "${key}".`);
  if (step.if !== undefined && step.if !== 'always()') found.push(`A step asks whether ${step.if}.`);
  for (const value of [...Object.values(inputs), ...Object.values(env)]) found.push(...given(value, events));
  if (run !== undefined) {
    if (run.includes('${{')) found.push('An expression stands in "run".');
    for (const line of run.trim().split('\n')) {
      const script = /^npm run ([a-z-]+)$/.exec(line)?.[1];
      if (line !== 'npm ci --ignore-scripts' && (script === undefined || !scripts.includes(script))) found.push(`"${line}" is no script of package.json.`);
    }
  }
  const [action = '', commit = ''] = uses?.split('@') ?? [];
  if ('continue-on-error' in step && action !== 'actions/download-artifact') found.push('A step may not pass, and nobody hears of it.');
  if (uses === undefined) return found;
  const known = ACTIONS[action];
  if (!known) found.push(`${action} is not on the list.`);
  else if (commit !== known[1]) found.push(`${action} is not at the commit on the list.`);
  const [needed = [], more = []] = GIVEN[action] ?? [];
  for (const key of Object.keys(inputs)) if (![...needed, ...more].includes(key)) found.push(`${action} is given a "${key}".`);
  for (const key of needed) if (!(key in inputs)) found.push(`${action} is given no "${key}".`);
  if (action === 'actions/checkout' && inputs['persist-credentials'] !== false) found.push('The checkout leaves a token behind.');
  if (action === 'actions/download-artifact' && !String(inputs['path'] ?? '').startsWith('${{ runner.temp }}/')) found.push('An artifact lands among our own files.');
  return found;
}

/** What is wrong with a value that a job or a step is given. */
function given(value: unknown, events: readonly string[]): string[] {
  return expressions(value).flatMap((name) => {
    if (!EXPRESSIONS.includes(name)) return [`A step is given ${name}.`];
    return events.includes('pull_request') && name === 'github.token' ? ['A stranger’s code is given a token.'] : [];
  });
}

/** Each of so many actions names its version beside the commit. */
function versions(text: string, actions: number): string[] {
  const lines = text.split('\n').filter((line) => /^\s*(?:- )?uses:/.test(line));
  const found = lines.flatMap((line) => {
    const [, action = ''] = /uses:\s*([^@\s]+)/.exec(line) ?? [];
    return line.endsWith(` # ${ACTIONS[action]?.[0]}`) ? [] : [`${action} does not name its version.`];
  });
  return lines.length === actions ? found : [...found, 'An action does not stand on a line of its own.'];
}

function expressions(value: unknown): string[] {
  return [...String(value ?? '').matchAll(/\$\{\{(.*?)\}\}/gs)].map(([, inside = '']) => inside.trim());
}

function withoutComments(text: string): string {
  return text.replace(/(?:^|\s)#.*$/gm, '');
}
