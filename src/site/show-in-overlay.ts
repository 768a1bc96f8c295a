import path from 'node:path';
import type { ViteDevServer } from 'vite';
import type { Problem } from '#garden/checks/problem.ts';

/** The dev server, left here by the integration; the loader lives in another module graph of the same process. */
const HOLDER = Symbol.for('kanopi.dev-server');

/** Remembers the dev server for `showInOverlay`. */
export function rememberDevServer(server: ViteDevServer): void {
  (globalThis as Record<symbol, unknown>)[HOLDER] = server;
}

/** Shows the first problems in the browser's overlay, or reloads the pages when there are none. */
export function showInOverlay(problems: readonly Problem[], folder: string): void {
  const server = (globalThis as Record<symbol, unknown>)[HOLDER] as ViteDevServer | undefined;
  if (!server) return;
  const [first] = problems;
  if (!first) {
    server.ws.send({ type: 'full-reload' });
    return;
  }
  const place = `${first.file}:${first.line}:${first.column}`;
  const more = problems.length > 1 ? `\n\nand ${problems.length - 1} more: see the terminal` : '';
  server.ws.send({
    type: 'error',
    err: {
      name: first.rule,
      message: `${place}\n${first.message}${first.suggestion ? `\n${first.suggestion}` : ''}${more}`,
      stack: '',
      id: first.file,
      loc: { file: path.join(path.dirname(folder), first.file), line: first.line, column: first.column },
    },
  });
}
