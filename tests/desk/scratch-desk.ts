import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { answerForDesk } from '../../src/desk/desk-server.ts';
import { openDesk, type Desk } from '../../src/desk/open-desk.ts';
import { serveSite } from '../../scripts/lib/serve-site.ts';

/** A person's repository that is there for one test, and git in it. */
export interface Scratch {
  readonly top: string;
  readonly env: NodeJS.ProcessEnv;
  git(...args: string[]): string;
  write(file: string, text: string): Promise<void>;
  read(file: string): Promise<string>;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** The form's side of a desk, over HTTP as a browser speaks it. */
export interface Form {
  readonly desk: Desk;
  readonly port: number;
  readonly said: string[];
  readonly delivered: { times: number };
  send(options: { method?: string; path?: string; headers?: Record<string, string>; body?: string }): Promise<Reply>;
  state(): Promise<Record<string, unknown>>;
  ask(action: string, params?: Record<string, unknown>): Promise<Reply>;
  base(collection: string, slug: string): Promise<string | undefined>;
  /** Saves a text as a draft, as Decap's backend does. */
  save(collection: string, slug: string, text: string, more?: { message?: string; pictures?: Record<string, Buffer> }): Promise<Reply>;
  status(collection: string, slug: string, to: string): Promise<Reply>;
  publish(collection: string, slug: string): Promise<Reply>;
  close(): Promise<void>;
}

export const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
export const SITE = 'name: Test garden\nurl: https://example.org/\n';
export const OLD = '---\ntitle: Trap lines\n---\n\nWalk the line once a week.\n';

/** A home without any settings of git. */
export const BARE: NodeJS.ProcessEnv = { ...process.env, HOME: '/nowhere', XDG_CONFIG_HOME: '/nowhere', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

/** A folder with `content/site.yaml` and one guide; with git unless told otherwise. */
export async function scratch({ repository = true, user = true, files = {} }: { repository?: boolean; user?: boolean; files?: Record<string, string> } = {}): Promise<Scratch> {
  const top = await mkdtemp(path.join(tmpdir(), 'kanopi desk-'));
  onTestFinished(() => rm(top, { recursive: true, force: true, maxRetries: 5 }));
  const self: Scratch = {
    top,
    env: BARE,
    git: (...args) => execFileSync('git', ['-C', top, ...args], { env: BARE, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).replace(/\n$/, ''),
    async write(file, text) {
      await mkdir(path.dirname(path.join(top, file)), { recursive: true });
      await writeFile(path.join(top, file), text);
    },
    read: (file) => readFile(path.join(top, file), 'utf8'),
  };
  for (const [file, text] of Object.entries({ 'content/site.yaml': SITE, 'content/guides/trap-lines.mdx': OLD, 'notes.txt': 'Mine.\n', ...files })) await self.write(file, text);
  if (!repository) return self;
  self.git('init', '-q', '-b', 'main');
  self.git('add', '.');
  self.git('-c', 'user.name=Ana Example', '-c', 'user.email=ana@example.org', 'commit', '-q', '-m', 'Begin');
  if (user) {
    self.git('config', 'user.name', 'Ana Example');
    self.git('config', 'user.email', 'ana@example.org');
  }
  return self;
}

/** Commits what stands in the person's folder, as that person. */
export function commitAll(mine: Scratch, message: string): void {
  mine.git('add', '-A');
  mine.git('-c', 'user.name=Ana Example', '-c', 'user.email=ana@example.org', 'commit', '-q', '-m', message);
}

/** Everything of the person's that the form could touch: what their folder shows, every file's bytes, branches, stash and settings. */
export async function everything(mine: Scratch, { repository = true } = {}): Promise<Record<string, unknown>> {
  const files: Record<string, string> = {};
  for (const entry of await readdir(mine.top, { recursive: true, withFileTypes: true })) {
    const file = path.relative(mine.top, path.join(entry.parentPath, entry.name));
    if (entry.isFile() && !/^\.(git|garden)[\\/]/.test(file)) files[file] = (await readFile(path.join(mine.top, file))).toString('base64');
  }
  if (!repository) return { files, all: (await readdir(mine.top)).sort() };
  return {
    files,
    head: mine.git('symbolic-ref', '-q', 'HEAD'),
    commit: mine.git('rev-parse', 'HEAD'),
    status: mine.git('status', '--porcelain=v1', '--untracked-files=all'),
    staged: mine.git('diff', '--cached'),
    refs: mine.git('for-each-ref', '--format=%(refname) %(objectname)'),
    config: await mine.read('.git/config'),
    exclude: await mine.read('.git/info/exclude').catch(() => ''),
  };
}

/** Opens the desk of a repository behind a real server. */
export async function openForm(mine: Scratch, { env = mine.env, base = '/garden/' }: { env?: NodeJS.ProcessEnv; base?: string } = {}): Promise<Form> {
  const said: string[] = [];
  const delivered = { times: 0 };
  const opened: { desk?: Desk } = {};
  const server = await serveSite({ port: 0, base, desk: (asked, response, rest) => void answerForDesk(opened.desk!, () => ({ revision: 1, building: false, held: false }), asked, response, rest) });
  const origin = `http://localhost:${server.port}`;
  const desk = (opened.desk = await openDesk({ folder: path.join(mine.top, 'content'), origin, env, say: (sentence) => said.push(sentence), delivered: () => (delivered.times += 1) }));
  const close = async () => {
    await desk.close();
    await server.close();
  };
  onTestFinished(close);
  const send: Form['send'] = ({ method = 'POST', path: address = `${base}admin/desk/api/v1`, headers = {}, body }) =>
    new Promise((resolve, reject) => {
      const given = { host: `localhost:${server.port}`, ...(method === 'POST' ? { origin, 'content-type': 'application/json; charset=utf-8' } : {}), ...headers };
      const asked = request({ host: 'localhost', port: server.port, path: address, method, headers: given }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.once('end', () => resolve({ status: response.statusCode ?? 0, body: text === '' ? undefined : (JSON.parse(text) as unknown) }));
      });
      asked.once('error', reject);
      asked.end(body);
    });
  const ask: Form['ask'] = (action, params = {}) => send({ body: JSON.stringify({ branch: 'main', action, params: { branch: 'main', ...params } }) });
  return {
    desk,
    port: server.port,
    said,
    delivered,
    send,
    ask,
    state: async () => (await send({ method: 'GET', path: `${base}admin/desk` })).body as Record<string, unknown>,
    base: async (collection, slug) =>
      ((await send({ method: 'GET', path: `${base}admin/desk/base?${new URLSearchParams({ collection, slug, path: `content/${collection}/${slug}.mdx` }).toString()}` })).body as { text?: string })
        .text,
    save: (collection, slug, text, { message = `content(${collection}): add ${slug}`, pictures = {} } = {}) =>
      ask('persistEntry', {
        dataFiles: [{ path: `content/${collection}/${slug}.mdx`, slug, raw: text }],
        assets: Object.entries(pictures).map(([name, bytes]) => ({ path: `content/media/${name}`, content: bytes.toString('base64'), encoding: 'base64' })),
        options: { newEntry: true, commitMessage: message, collectionName: collection, useWorkflow: true, hasSubfolders: true, unpublished: false, status: 'draft' },
      }),
    status: (collection, slug, newStatus) => ask('updateUnpublishedEntryStatus', { collection, slug, newStatus }),
    publish: (collection, slug) => ask('publishUnpublishedEntry', { collection, slug }),
    close,
  };
}
