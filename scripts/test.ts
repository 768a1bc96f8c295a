import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROJECT } from '../src/disk/content-folder.ts';
import { ensureBrowser } from './lib/find-browser.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** Every step of `npm test`, in order. A step without a count of its own counts as one test. */
const steps: readonly { readonly name: string; run(): Promise<Count> }[] = [
  { name: 'A browser for the tests', run: async () => ((process.env['CHROMIUM_PATH'] = ensureBrowser()), { passed: 1, failed: 0 }) },
  { name: 'Types of the pure core', run: () => command('tsc', '-p', 'src/garden') },
  { name: 'Types', run: () => command('astro', 'check', '--minimumFailingSeverity', 'error') },
  { name: 'Lint', run: () => command('eslint', '.') },
  { name: 'Formatting', run: () => command('prettier', '--check', '--log-level', 'warn', '.') },
  { name: 'Content', run: () => command(process.execPath, 'scripts/check.ts') },
  { name: 'Tests of units, of the built site and in the browser', run: vitest },
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

async function command(program: string, ...args: string[]): Promise<Count> {
  return (await run(program, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(): Promise<Count> {
  const report = path.join(tmpdir(), `kanopi-tests-${process.pid}.json`);
  const code = await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  const text = await readFile(report, 'utf8').catch(() => undefined);
  await rm(report, { force: true });
  if (text === undefined) return { passed: 0, failed: 1 };
  const result = JSON.parse(text) as { numPassedTests: number; numFailedTests: number; numTotalTests: number };
  const failed = result.numFailedTests;
  return { passed: result.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

function run(program: string, args: readonly string[]): Promise<number> {
  const bin = path.join(PROJECT, 'node_modules', '.bin');
  const file = program === process.execPath ? program : path.join(bin, program);
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: PROJECT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH']}` },
      shell: process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
