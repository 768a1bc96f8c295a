import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.txt': 'text/plain',
};

/** A folder served under a base path, and nothing outside it; like a plain static host. */
export interface Served {
  /** Address of the base path, ending with `/`. */
  readonly url: string;
  /** Paths that were asked for and are not there. */
  readonly missing: string[];
  close(): Promise<void>;
}

/** Serves a built site on a free port. */
export async function serveFolder(folder: string, base: string): Promise<Served> {
  const missing: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = pathname.startsWith(base) ? decodeURIComponent(pathname.slice(base.length)) : undefined;
    const file = inside === undefined ? undefined : path.join(folder, inside.endsWith('/') || inside === '' ? `${inside}index.html` : inside);
    const found = file?.startsWith(folder) ? readFile(file) : Promise.reject(new Error('outside'));
    found.then(
      (bytes) => response.writeHead(200, { 'content-type': TYPES[path.extname(file ?? '')] ?? 'application/octet-stream' }).end(bytes),
      async () => {
        missing.push(pathname);
        response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(await readFile(path.join(folder, '404.html')).catch(() => ''));
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}${base}`, missing, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
