import { spawn } from 'node:child_process';

/** How a git command ended. */
export interface GitAnswer {
  readonly code: number;
  readonly out: Buffer;
  readonly err: string;
}

/** Git in one folder, with one environment. */
export interface Git {
  readonly folder: string;
  /** Runs a command and tells how it ended, whatever the end. */
  run(args: readonly string[], more?: { readonly input?: string; readonly env?: NodeJS.ProcessEnv }): Promise<GitAnswer>;
  /** Runs a command that must work, and gives what it printed without the last line break. */
  text(...args: readonly string[]): Promise<string>;
  /** Runs a command and says whether it worked. */
  holds(...args: readonly string[]): Promise<boolean>;
}

/** A git command that did not work, or git that is not there (`missing`). */
export class GitError extends Error {
  override readonly name = 'GitError';
  readonly missing: boolean;

  constructor(message: string, missing = false) {
    super(message);
    this.missing = missing;
  }
}

/** Git in `folder`. No shell takes part, and nobody is asked for a password. */
export function gitIn(folder: string, env: NodeJS.ProcessEnv): Git {
  const run: Git['run'] = (args, { input, env: added } = {}) =>
    new Promise((resolve, reject) => {
      const child = spawn('git', ['-C', folder, ...args], { env: { ...env, ...added }, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
      const out: Buffer[] = [];
      let err = '';
      child.stdout.on('data', (data: Buffer) => out.push(data));
      child.stderr.on('data', (data: Buffer) => (err += data.toString()));
      child.stdin.on('error', () => undefined);
      child.once('error', (error: NodeJS.ErrnoException) => reject(new GitError(error.message, error.code === 'ENOENT')));
      child.once('close', (code) => resolve({ code: code ?? 1, out: Buffer.concat(out), err }));
      child.stdin.end(input ?? '');
    });
  return {
    folder,
    run,
    async text(...args) {
      const { code, out, err } = await run(args);
      if (code !== 0) throw new GitError(`git ${args[0] ?? ''}: ${err.trim()}`);
      return out.toString().replace(/\n$/, '');
    },
    holds: async (...args) => (await run(args)).code === 0,
  };
}
