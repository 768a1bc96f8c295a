import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Connect } from 'vite';

const dist = path.dirname(createRequire(import.meta.url).resolve('decap-cms/dist/decap-cms.js'));

/** The files that Decap needs in a browser; its copies under another name and its source maps stay out. */
async function names(): Promise<string[]> {
  return (await readdir(dist)).filter((name) => /(?:decap-cms\.js|\.wasm|\.txt)$/.test(name));
}

/** Copies Decap from its package, so that the form asks no other host for it. */
export async function copyDecap(to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await Promise.all((await names()).map((name) => cp(path.join(dist, name), path.join(to, name))));
}

/** Serves the same files in dev, below the `prefix`. */
export function serveDecap(prefix: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(prefix.length);
    if (!request.url?.startsWith(prefix) || !/^[\w.-]+$/.test(name)) return next();
    readFile(path.join(dist, name)).then(
      (bytes) => response.setHeader('content-type', name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript').end(bytes),
      () => next(),
    );
  };
}
