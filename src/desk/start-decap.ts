import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { NoDeskError } from './desk-state.ts';
import type { DeskPlace } from './make-desk.ts';

/** What the desk answers to the form. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** decap-server at work on a desk. */
export interface Decap {
  readonly port: number;
  readonly alive: boolean;
  ask(body: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

const CHILD = fileURLToPath(new URL('decap-child.ts', import.meta.url));

/** Starts decap-server for a desk, on a port of the loopback address that nobody is told, behind a key that nobody else has. */
export async function startDecap({ folder, env }: DeskPlace, origin: string): Promise<Decap> {
  const key = randomBytes(32).toString('hex');
  const child = fork(CHILD, [], {
    cwd: path.dirname(folder),
    execArgv: [],
    env: { ...env, MODE: 'git', GIT_REPO_DIRECTORY: folder, ORIGIN: origin, DESK_KEY: key, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const quit = () => child.kill();
  process.once('exit', quit);
  child.once('exit', () => process.removeListener('exit', quit));
  const port = await portOf(child);
  return {
    port,
    get alive() {
      return child.exitCode === null && child.signalCode === null;
    },
    ask: (body) => post(port, key, JSON.stringify(body)),
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill();
      }),
  };
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (data: Buffer) => (said = (said + data.toString()).slice(-2000)));
    child.once('message', (message: { port: number }) => resolve(message.port));
    child.once('error', reject);
    child.once('exit', () => {
      const missing = /Cannot find module 'decap-server/.test(said);
      const line = said.split('\n').find((text) => /Error/.test(text)) ?? 'it says nothing';
      reject(
        new NoDeskError(
          missing ? 'The part of the form that talks to git is not installed.' : `The part of the form that talks to git does not start: ${line.trim()}.`,
          'Run "npm ci", then "npm start" again.',
        ),
      );
    });
  });
}

function post(port: number, key: string, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path: '/api/v1', method: 'POST', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'x-desk-key': key } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (data: Buffer) => parts.push(data));
        response.once('error', reject);
        response.once('end', () => resolve({ status: response.statusCode ?? 500, body: Buffer.concat(parts).toString() }));
      },
    );
    asked.once('error', reject);
    asked.end(body);
  });
}
