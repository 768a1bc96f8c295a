import { spawn } from 'node:child_process';
import { PROJECT } from '../src/disk/content-folder.ts';
import { isTestedGarden } from './lib/verify/is-tested-garden.ts';
import { steps, type Step } from './lib/verify/steps.ts';

const tested = await isTestedGarden();
const all = steps({ onHost: process.env['GITHUB_ACTIONS'] === 'true', tested });
const list = process.argv[2] === '--list';
if (list) for (const { script, args } of all) console.log(['npm run', script, ...(args.length > 0 ? ['--', ...args] : [])].join(' '));
else process.exitCode = await verify();

/** Runs all that a pull request has to pass, every step whatever became of those before, and says at the end which did not pass. */
async function verify(): Promise<number> {
  const unpassed: string[] = [];
  let content = true;
  for (const step of all) {
    console.log(`\n— ${step.name}`);
    if (step.needsContent && !content) {
      console.log('  This waits until the errors in the content are mended.');
      continue;
    }
    if ((await run(step)) === 0) continue;
    unpassed.push(step.name);
    if (step.script === 'check') content = false;
  }
  if (!tested) console.log('\nThe tests look for pages of the garden that this code comes from, and this is another one: they did not run.');
  console.log(unpassed.length === 0 ? '\nAll is well.' : `\nNot passed: ${unpassed.join('; ')}`);
  return unpassed.length === 0 ? 0 : 1;
}

function run({ script, args }: Step): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script, '--', ...args], { cwd: PROJECT, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}
