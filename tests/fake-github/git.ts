import { spawn } from 'node:child_process';

/** What git wrote, or that it refused. */
export class GitError extends Error {
  readonly code: number;
  constructor(args: readonly string[], code: number, stderr: string) {
    super(`git ${args.join(' ')}: ${stderr}`);
    this.code = code;
  }
}

interface GitOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Record<string, string>;
  /** Exit codes besides 0 that are an answer. */
  readonly allow?: readonly number[];
}

/** Runs the real git on a bare repository and returns its bytes. Settings of the machine do not reach it. */
export function gitBytes(repository: string, args: readonly string[], { input, env, allow = [] }: GitOptions = {}): Promise<{ bytes: Buffer; code: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-C', repository, ...args], {
      env: { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_DIR: repository, LC_ALL: 'C', ...env },
    });
    const out: Buffer[] = [];
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0 || allow.includes(code ?? -1)) resolve({ bytes: Buffer.concat(out), code: code ?? 0 });
      else reject(new GitError(args, code ?? -1, errors.trim()));
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** Runs git and returns its text without the last line end. */
export async function git(repository: string, args: readonly string[], options: GitOptions = {}): Promise<string> {
  return (await gitBytes(repository, args, options)).bytes.toString().replace(/\n$/, '');
}

/** The id of what a revision names, or undefined. */
export async function resolve(repository: string, revision: string, kind = 'commit'): Promise<string | undefined> {
  if (revision.startsWith('-')) return undefined;
  // What follows a colon is a path to its end, so it takes no kind.
  const [, path] = /^[^:]+:(.*)$/s.exec(revision) ?? [];
  const { bytes, code } = await gitBytes(repository, ['rev-parse', '--verify', '--quiet', path === undefined ? `${revision}^{${kind}}` : revision], { allow: [1, 128] });
  if (code !== 0) return undefined;
  const id = bytes.toString().trim();
  return path === undefined || (await git(repository, ['cat-file', '-t', id])) === kind ? id : undefined;
}
