import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { PROJECT } from '#disk/content-folder.ts';
import { git } from './scratch-host.ts';

interface YamlStep {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'continue-on-error'?: boolean;
}

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly if?: string; readonly steps: readonly YamlStep[] }>>;
}

/** Where a workflow runs in a test. */
export interface Place {
  /** The file of the workflow, as the host would read it. */
  readonly workflow: string;
  /** Makes the folder that the checkout action would leave. */
  checkout(workspace: string, fullHistory: boolean): Promise<void> | void;
  /** Folder of artifacts, one folder each. */
  readonly artifacts: string;
  readonly temp: string;
  readonly event: unknown;
  readonly env: Readonly<Record<string, string>>;
  /** Commands that are written down and not run. */
  readonly skip?: (command: string) => boolean;
}

/** What became of a run. */
export interface RunResult {
  readonly conclusion: 'success' | 'failure';
  readonly log: string;
  readonly summary: string;
  /** Commands that would have run. */
  readonly skipped: readonly string[];
}

/**
 * Runs the jobs of a workflow as its YAML has them, on this machine: each `run` in a shell, and each action as what it
 * means here. A checkout is a clone, an artifact a folder, and an install a link to the packages of the project.
 */
export async function runWorkflow(place: Place): Promise<RunResult> {
  const { jobs } = parse(await readFile(place.workflow, 'utf8')) as Workflow;
  const result = { log: '', summary: '', skipped: [] as string[] };
  let good = true;
  for (const [name, job] of Object.entries(jobs)) {
    if (!good || (job.if !== undefined && !holds(job.if, place.event))) continue;
    const workspace = path.join(place.temp, `work-${name}`);
    const files = { event: path.join(place.temp, 'event.json'), summary: path.join(place.temp, `summary-${name}.md`) };
    await rm(workspace, { recursive: true, force: true });
    await mkdir(workspace, { recursive: true });
    await writeFile(files.event, JSON.stringify(place.event));
    await writeFile(files.summary, '');
    const context: Record<string, unknown> = { github: { event: place.event, token: place.env['GITHUB_TOKEN'] ?? '' }, runner: { temp: path.join(place.temp, 'runner') }, steps: {} };
    for (const step of job.steps) {
      if (!good && step.if !== 'always()') continue;
      const fine = await runStep(step, { place, workspace, files, context, result });
      if (!fine && step['continue-on-error'] !== true) good = false;
    }
    result.summary += await readFile(files.summary, 'utf8');
  }
  return { conclusion: good ? 'success' : 'failure', ...result };
}

interface StepPlace {
  readonly place: Place;
  readonly workspace: string;
  readonly files: { readonly event: string; readonly summary: string };
  readonly context: Record<string, unknown>;
  readonly result: { log: string; readonly skipped: string[] };
}

async function runStep(step: YamlStep, at: StepPlace): Promise<boolean> {
  const given = Object.fromEntries(Object.entries(step.with ?? {}).map(([key, value]) => [key, filled(String(value), at.context)]));
  if (step.run !== undefined) {
    const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([key, value]) => [key, filled(value, at.context)]));
    for (const command of step.run.trim().split('\n')) if (!(await runCommand(command, env, at))) return false;
    return true;
  }
  const action = step.uses?.split('@')[0] ?? '';
  const artifact = path.join(at.place.artifacts, given['name'] ?? '');
  const named = path.resolve(at.workspace, given['path'] ?? '');
  if (action === 'actions/checkout') await at.place.checkout(at.workspace, given['fetch-depth'] === '0');
  else if (action === 'actions/upload-artifact') {
    if (existsSync(named)) await cp(named, named.endsWith('.json') ? path.join(artifact, path.basename(named)) : artifact, { recursive: true });
  } else if (action === 'actions/download-artifact') {
    if (!existsSync(artifact)) return false;
    await cp(artifact, named, { recursive: true });
  } else if (action === 'actions/configure-pages') (at.context['steps'] as Record<string, unknown>)[step.id!] = { outputs: { base_url: 'https://garden.github.io/kanopi' } };
  else if (action === 'actions/upload-pages-artifact') await cp(named, path.join(at.place.artifacts, 'github-pages'), { recursive: true });
  else if (action === 'actions/deploy-pages') await cp(path.join(at.place.artifacts, 'github-pages'), path.join(at.place.temp, 'published'), { recursive: true });
  else if (action !== 'actions/setup-node') throw new Error(`Nobody said what ${action} means here.`);
  return true;
}

async function runCommand(command: string, env: Readonly<Record<string, string>>, at: StepPlace): Promise<boolean> {
  if (command === 'npm ci --ignore-scripts') {
    await symlink(path.join(PROJECT, 'node_modules'), path.join(at.workspace, 'node_modules'), 'junction');
    return true;
  }
  const [, script, rest = ''] = /^npm run ([a-z-]+)(?: -- (.+))?$/.exec(command) ?? [];
  if (script === undefined) throw new Error(`A step is no script of ours: ${command}`);
  if (at.place.skip?.(command)) {
    at.result.skipped.push(command);
    return true;
  }
  // The whole check lists its steps, so that the slow ones can be left out one by one.
  if (script === 'verify') {
    const listed = await shell(process.execPath, ['scripts/run.mjs', 'verify', '--list'], env, at);
    let good = true;
    for (const one of listed.out.trim().split('\n')) good = (await runCommand(one, env, at)) && good;
    return good;
  }
  const own = existsSync(path.join(at.workspace, 'scripts', `${script}.ts`));
  const words = rest.split(' ').filter(Boolean);
  const { code, out } = own ? await shell(process.execPath, ['scripts/run.mjs', script, ...words], env, at) : await shell(path.join('node_modules', '.bin', 'astro'), [script, ...words], env, at);
  at.result.log += out;
  return code === 0;
}

function shell(program: string, args: readonly string[], env: Readonly<Record<string, string>>, { place, workspace, files, context }: StepPlace): Promise<{ code: number; out: string }> {
  // Nothing of the environment of the test but what programs need: a step of a workflow sees no more.
  const { PATH = '', HOME = '' } = process.env;
  const { GITHUB_TOKEN: _token, ...common } = place.env;
  const all = {
    PATH,
    HOME,
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_PATH: files.event,
    GITHUB_STEP_SUMMARY: files.summary,
    RUNNER_TEMP: String((context['runner'] as { temp: string }).temp),
    ASTRO_TELEMETRY_DISABLED: '1',
    ...common,
    ...env,
  };
  return new Promise((resolve, reject) => {
    let out = '';
    const child = spawn(program, args, { cwd: workspace, env: all, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (part: Buffer) => (out += part.toString()));
    child.stderr.on('data', (part: Buffer) => (out += part.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, out }));
  });
}

/** A text with each `${{ a.b.c }}` put in. */
function filled(text: string, context: unknown): string {
  return text.replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_whole, name: string) => {
    const value = valueOf(name, context);
    if (value === undefined) throw new Error(`A workflow asks for ${name}, and nobody gave it.`);
    return String(value);
  });
}

function valueOf(name: string, context: unknown): unknown {
  return name.split('.').reduce<unknown>((at, part) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined), context);
}

function holds(condition: string, event: unknown): boolean {
  const [, name = '', wanted] = /^([\w.]+) == '([^']*)'$/.exec(condition) ?? [];
  if (wanted === undefined) throw new Error(`Nobody said what "${condition}" means here.`);
  return valueOf(name, { github: { event } }) === wanted;
}

/** The folder of a pull request's check: the published branch with the change merged in, and all of history when it is asked for. */
export function mergedCheckout(repository: string, number: number) {
  return (workspace: string, fullHistory: boolean): void => {
    git(workspace, 'clone', '-q', ...(fullHistory ? [] : ['--depth', '1']), `file://${repository}`, '.');
    git(workspace, 'fetch', '-q', 'origin', `refs/pull/${number}/head`);
    git(workspace, 'checkout', '-q', '--detach', 'origin/main');
    git(workspace, 'merge', '-q', '--no-ff', '-m', 'merge', 'FETCH_HEAD');
  };
}

/** The folder of a run on the published branch. */
export function mainCheckout(repository: string) {
  return (workspace: string, fullHistory: boolean): void => void git(workspace, 'clone', '-q', ...(fullHistory ? [] : ['--depth', '1']), `file://${repository}`, '.');
}
