import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROJECT } from '../src/disk/content-folder.ts';
import { buildSite } from '../tests/build-site.ts';
import { SITES } from '../tests/global-setup.ts';
import { ensureBrowser } from './lib/find-browser.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** Every step of `npm test`, in order. A step without a count of its own counts as one test. */
const steps: readonly { readonly name: string; run(): Promise<Count> }[] = [
  { name: 'A browser for the tests', run: async () => ((process.env['CHROMIUM_PATH'] = ensureBrowser()), { passed: 1, failed: 0 }) },
  { name: 'Types, style and content', run: sideBySide },
  { name: 'The garden built for the tests', run: buildForTests },
  { name: 'Tests of units, of the built site and of the form, two at a time; beside them those that build, one by one', run: bothGroups },
];

const total = { passed: 0, failed: 0 };
for (const step of steps) {
  const started = performance.now();
  console.log(`\n— ${step.name}`);
  const { passed, failed } = await step.run().catch((error: unknown): Count => {
    console.error(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1 };
  });
  total.passed += passed;
  total.failed += failed;
  console.log(`  ${failed === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Runs what needs no browser on both cores; types take as long as all the rest. What a command says is shown when it does not pass. */
async function sideBySide(): Promise<Count> {
  const rows: readonly (readonly (readonly [string, ...string[]])[])[] = [
    [['astro', 'check', '--minimumFailingSeverity', 'error']],
    [
      ['tsc', '-p', 'src/garden'],
      ['eslint', '.'],
      ['prettier', '--check', '--log-level', 'warn', '.'],
      [process.execPath, 'scripts/check.ts'],
    ],
  ];
  const counts = await Promise.all(
    rows.map(async (row) => {
      const done: Count[] = [];
      for (const [program, ...args] of row) done.push(await command(program, args));
      return done;
    }),
  );
  return sum(counts.flat());
}

function sum(counts: readonly Count[]): Count {
  return counts.reduce((all, { passed, failed }) => ({ passed: all.passed + passed, failed: all.failed + failed }));
}

async function command(program: string, args: readonly string[]): Promise<Count> {
  const said: string[] = [];
  const passed = (await run(program, args, {}, (text) => said.push(text))) === 0;
  const name = path.basename(args.at(-1)?.endsWith('.ts') ? args.at(-1)! : program);
  console.log(passed ? `  ${name}: passed` : `  ${name}: FAILED\n${said.join('')}`);
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Builds the sites that the tests look at, once for both groups. */
async function buildForTests(): Promise<Count> {
  const folders: string[] = [];
  for (const { url } of SITES) {
    const { code, output, folder } = await buildSite({ url });
    folders.push(folder);
    if (code === 0) continue;
    console.error(output);
    return { passed: 0, failed: 1 };
  }
  process.env['TEST_SITES'] = folders.join(path.delimiter);
  process.once('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
  return { passed: 1, failed: 0 };
}

/** Runs both groups at once: each waits for browsers and children much of its time. What the second says comes after the first. */
async function bothGroups(): Promise<Count> {
  const said: string[] = [];
  const counts = await Promise.all([vitest('others'), vitest('building', (text) => said.push(text))]);
  console.log(said.join(''));
  return sum(counts);
}

async function vitest(group: 'others' | 'building', hear?: (text: string) => void): Promise<Count> {
  const report = path.join(tmpdir(), `kanopi-tests-${process.pid}-${group}.json`);
  const code = await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { TEST_GROUP: group }, hear);
  const text = await readFile(report, 'utf8').catch(() => undefined);
  await rm(report, { force: true });
  if (text === undefined) return { passed: 0, failed: 1 };
  const result = JSON.parse(text) as { numPassedTests: number; numFailedTests: number; numTotalTests: number };
  const failed = result.numFailedTests;
  return { passed: result.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

function run(program: string, args: readonly string[], more: NodeJS.ProcessEnv = {}, hear?: (text: string) => void): Promise<number> {
  const bin = path.join(PROJECT, 'node_modules', '.bin');
  const file = program === process.execPath ? program : path.join(bin, program);
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: PROJECT,
      stdio: hear ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...more, PATH: `${bin}${path.delimiter}${process.env['PATH']}` },
      shell: process.platform === 'win32',
    });
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => hear?.(text));
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
