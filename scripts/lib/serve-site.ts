import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import sirv, { type RequestHandler } from 'sirv';

export interface ServeOptions {
  readonly port: number;
  /** The path of the site, with a slash at both ends. */
  readonly base: string;
  /** Answers what is below `admin/desk`; `rest` is the address after it. */
  desk(request: IncomingMessage, response: ServerResponse, rest: string): void;
}

/** A server of this computer for this computer. */
export interface SiteServer {
  readonly port: number;
  /** Shows the site in this folder from now on. */
  show(folder: string): void;
  close(): Promise<void>;
}

interface Shown {
  readonly folder: string;
  readonly files: RequestHandler;
}

/** Serves a built site under its base path on the loopback address, and the desk of the form below `admin/desk`. */
export async function serveSite({ port, base, desk }: ServeOptions): Promise<SiteServer> {
  let shown: Shown | undefined;
  let before: Shown | undefined;
  const deskBase = `${base}admin/desk`;

  const server = createServer((request, response) => {
    const address = request.url ?? '/';
    const [pathname = '/'] = address.split('?');
    if (pathname === deskBase || pathname.startsWith(`${deskBase}/`)) return desk(request, response, `/${address.slice(deskBase.length).replace(/^\//, '')}`);
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'This site answers GET and HEAD.');
    if (!shown) return end(response, 503, 'The garden is being built. Load this page again in a moment.', { 'retry-after': '2' });
    if (!pathname.startsWith(base)) return pathname === '/' || `${pathname}/` === base ? redirect(response, base) : void notFound(shown, response);
    const current = shown;
    const inside = address.slice(base.length - 1);
    if (!pathname.endsWith('/') && isFolder(current.folder, pathname.slice(base.length))) return redirect(response, pathname + '/' + address.slice(pathname.length));
    request.url = inside;
    // A page that was loaded before the last build still asks for files of its own build.
    const older = before && inside.startsWith('/_astro/') ? before : undefined;
    current.files(request, response, () => (older ? older.files(request, response, () => void notFound(current, response)) : void notFound(current, response)));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, 'localhost', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    show(folder) {
      before = shown?.folder === folder ? undefined : shown;
      shown = { folder, files: sirv(folder, { etag: true, maxAge: 0 }) };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Whether a path without a slash at its end is a page; its links would lead astray from there. */
function isFolder(folder: string, inside: string): boolean {
  try {
    const name = decodeURIComponent(inside);
    return !name.split(/[\\/]/).includes('..') && existsSync(path.join(folder, name, 'index.html'));
  } catch {
    return false;
  }
}

async function notFound({ folder }: Shown, response: ServerResponse): Promise<void> {
  const page = await readFile(path.join(folder, '404.html')).catch(() => 'There is no such page.');
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(page);
}

function redirect(response: ServerResponse, to: string): void {
  // Two slashes in front would name another host.
  response.writeHead(302, { location: to.replace(/^\/{2,}/, '/') }).end();
}

function end(response: ServerResponse, status: number, text: string, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(text);
}
