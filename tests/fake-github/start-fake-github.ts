import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { api } from './api.ts';
import { git } from './git.ts';
import { pages } from './pages.ts';
import type { Reply } from './reply.ts';
import { addRepository, type Seed } from './repositories.ts';
import { pullShape } from './shapes.ts';
import { accessToken, authorize, decide, issueToken } from './sign-in-pages.ts';
import { repositoryOf, type App, type World } from './world.ts';

/** What the host holds when it starts. */
export interface FakeGitHubOptions {
  /** Each repository, from a folder with a git history or from files. */
  readonly repositories: Readonly<Record<string, string | Seed>>;
  readonly users: Readonly<Record<string, { readonly id: number; readonly name?: string | null; readonly email?: string | null }>>;
  /** Who else than the owner may push, by repository. */
  readonly maintainers?: Readonly<Record<string, readonly string[]>>;
  /** The OAuth app of the form. */
  readonly app?: App;
}

/** One request that came in. The token is not in it. */
export interface LoggedRequest {
  readonly host: 'web' | 'api';
  readonly method: string;
  /** Path and query, as sent. */
  readonly path: string;
  /** Who asked. */
  readonly login: string | undefined;
  readonly origin: string | undefined;
  readonly referer: string | undefined;
  readonly status: number;
}

/** A fault to come: the next requests that fit are answered with it, or cut off where it has no status. */
export interface Fault {
  readonly method?: string;
  readonly path?: RegExp;
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** How many times; once unless told. */
  readonly times?: number;
}

export interface FakeGitHub {
  /** Address of the pages, without a slash at the end. */
  readonly url: string;
  /** Address of the API, on another port, without a slash at the end. */
  readonly apiUrl: string;
  readonly requests: LoggedRequest[];
  /** Folder of a bare repository, forks included. */
  repo(name: string): string;
  /** Runs git in it. */
  git(name: string, ...args: string[]): Promise<string>;
  /** Its pull requests as the API shows them, oldest first. */
  pulls(name: string): Record<string, unknown>[];
  failNext(fault: Fault): void;
  /** From now on the sign-in page asks nobody, as for a person who gave the form access before; undefined makes it ask again. */
  signInAs(login: string | undefined): void;
  /** Registers an OAuth app, or changes one. */
  registerApp(app: App): void;
  /** A token without the way through the pages. */
  tokenFor(login: string, ...scopes: string[]): string;
  /** Takes all tokens of a person back, as they can themselves in their settings. */
  revoke(login: string): void;
  close(): Promise<void>;
}

/** Starts a stand-in for GitHub on this machine, which keeps real git objects. README.md says what it cannot tell. */
export async function startFakeGitHub(options: FakeGitHubOptions): Promise<FakeGitHub> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fake-github-'));
  let last = 1000;
  const world: World = {
    users: new Map(Object.entries(options.users).map(([login, { id, name = null, email = null }]) => [login.toLowerCase(), { login, id, name, email }])),
    repositories: new Map(),
    issues: [],
    comments: [],
    tokens: new Map(),
    codes: new Map(),
    apps: new Map(options.app ? [[options.app.clientId, options.app]] : []),
    folder,
    urls: { web: '', api: '' },
    signedIn: undefined,
    nextId: () => (last += 1),
  };
  for (const [name, from] of Object.entries(options.repositories)) {
    const [owner = '', repository = ''] = name.split('/');
    await addRepository(world, owner, repository, from, options.maintainers?.[name] ?? []);
  }
  const requests: LoggedRequest[] = [];
  const faults: (Fault & { left: number })[] = [];

  const serve = (host: 'web' | 'api') =>
    createServer((request, response) => {
      handle(world, host, request, response, faults)
        .catch((error: unknown) => {
          console.error(error);
          if (!response.headersSent) response.writeHead(500);
          response.end();
        })
        .finally(() => {
          const { method = 'GET', url = '/', headers } = request;
          requests.push({
            host,
            method,
            path: url,
            login: tokenOf(world, request)?.login,
            origin: headers.origin,
            referer: headers.referer,
            status: response.destroyed && !response.headersSent ? 0 : response.statusCode,
          });
        });
    });
  const servers: Server[] = [serve('web'), serve('api')];
  const [web = '', apiUrl = ''] = await Promise.all(servers.map(listen));
  Object.assign(world.urls, { web, api: apiUrl });

  const repo = (name: string): string => {
    const [owner = '', repository = ''] = name.split('/');
    const found = repositoryOf(world, owner, repository);
    if (!found) throw new RangeError(`There is no repository ${name}.`);
    return found.path;
  };
  return {
    url: web,
    apiUrl,
    requests,
    repo,
    git: (name, ...args) => git(repo(name), args),
    pulls: (name) => world.issues.filter((issue) => issue.pull && issue.repository.path === repo(name)).map((issue) => pullShape(world, issue)),
    failNext: (fault) => void faults.push({ ...fault, left: fault.times ?? 1 }),
    signInAs: (login) => void (world.signedIn = login),
    registerApp: (app) => void world.apps.set(app.clientId, app),
    tokenFor: (login, ...scopes) => issueToken(world, login, scopes.length > 0 ? scopes : ['public_repo']),
    revoke(login) {
      for (const [token, { login: owner }] of world.tokens) if (owner === login) world.tokens.delete(token);
    },
    async close() {
      await Promise.all(
        servers.map((server) => {
          const closed = new Promise((resolve) => server.close(resolve));
          server.closeAllConnections();
          return closed;
        }),
      );
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function tokenOf(world: World, request: IncomingMessage) {
  return world.tokens.get(/^(?:token|bearer) (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '');
}

async function handle(world: World, host: 'web' | 'api', request: IncomingMessage, response: ServerResponse, faults: (Fault & { left: number })[]): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  const { method = 'GET', url = '/' } = request;
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const cors = host === 'api' ? CORS : {};
  if (host === 'api' && method === 'OPTIONS') return void response.writeHead(204, { ...CORS, ...PREFLIGHT }).end();

  const fault = faults.find((one) => one.left > 0 && (one.method ?? method) === method && (one.path?.test(url) ?? true));
  if (fault) {
    fault.left -= 1;
    if (fault.status === undefined) return void response.destroy();
    return void response.writeHead(fault.status, { 'content-type': 'application/json; charset=utf-8', ...cors, ...fault.headers }).end(JSON.stringify(fault.body ?? { message: 'Server Error' }));
  }
  if (host === 'web') {
    const reply =
      pathname === '/login/oauth/authorize' && method === 'GET'
        ? authorize(world, searchParams)
        : pathname === '/login/oauth/authorize' && method === 'POST'
          ? decide(world, new URLSearchParams(body))
          : pathname === '/login/oauth/access_token' && method === 'POST'
            ? accessToken(world, new URLSearchParams(body), request.headers.accept === 'application/json')
            : { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not Found' };
    return void response.writeHead(reply.status, reply.headers).end(reply.body);
  }
  const token = tokenOf(world, request);
  const reply = await api({ world, method, query: searchParams, headers: request.headers, body: readBody(body), token, user: token && world.users.get(token.login.toLowerCase()) }, pathname);
  send(reply, request, response, `${world.urls.api}${url}`);
}

function readBody(body: string): Record<string, unknown> {
  try {
    const parsed: unknown = body ? JSON.parse(body) : {};
    return Array.isArray(parsed) ? { labels: parsed } : (parsed as Record<string, unknown>);
  } catch {
    return {};
  }
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'ETag, Link, Location, Retry-After, X-GitHub-OTP, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Used, X-RateLimit-Resource, X-RateLimit-Reset, X-OAuth-Scopes, X-Accepted-OAuth-Scopes, X-Poll-Interval, X-GitHub-Media-Type, X-GitHub-SSO, X-GitHub-Request-Id, Deprecation, Sunset, Warning',
};
const PREFLIGHT = {
  'access-control-allow-headers':
    'Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since, Accept-Encoding, X-GitHub-OTP, X-Requested-With, User-Agent, GraphQL-Features, X-Github-Next-Global-ID, X-GitHub-Api-Version, X-Fetch-Nonce',
  'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE',
  'access-control-max-age': '86400',
};

/** Writes a reply with what the host adds to each: a page of a list, a tag to ask again with, how long it may be kept. */
function send(reply: Reply, request: IncomingMessage, response: ServerResponse, address: string): void {
  if (reply.status === 204) return void response.writeHead(204, CORS).end();
  const { part, link } = pages(reply, address);
  const bytes = Buffer.isBuffer(part) ? part : Buffer.from(JSON.stringify(part));
  const etag = `W/"${createHash('sha256').update(bytes).digest('hex')}"`;
  const kept = request.method === 'GET' && reply.status === 200;
  const headers = {
    ...CORS,
    ...(link ? { link } : {}),
    ...(kept
      ? {
          etag,
          'cache-control': `${request.headers.authorization ? 'private' : 'public'}, max-age=60, s-maxage=60`,
          vary: 'Accept, Authorization, Cookie, X-GitHub-OTP,Accept-Encoding, Accept, X-Requested-With',
        }
      : {}),
  };
  if (kept && request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end();
  response.writeHead(reply.status, { 'content-type': 'application/json; charset=utf-8', ...headers, ...reply.headers }).end(bytes);
}
