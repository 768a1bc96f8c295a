import path from 'node:path';
import type { ErrorPayload, ViteDevServer } from 'vite';
import type { Problem } from '#garden/checks/problem.ts';

/** The dev server and what it shows: the loader lives in another module graph of the same process than the integration. */
interface Shown {
  readonly server: ViteDevServer;
  payload?: ErrorPayload;
}

const HOLDER = Symbol.for('kanopi.dev-server');
const holder = globalThis as { [HOLDER]?: Shown };

/** Remembers the dev server for `showInOverlay`. A page that connects, or connects again, gets what is wrong now. */
export function rememberDevServer(server: ViteDevServer): void {
  const shown: Shown = { server, ...(holder[HOLDER]?.payload ? { payload: holder[HOLDER].payload } : {}) };
  holder[HOLDER] = shown;
  server.ws.on('connection', () => shown.payload && server.ws.send(shown.payload));
}

/** Shows the first problem in the browser's overlay, or reloads the pages when there is none any more.
 *  Astro makes HTML of the message and escapes what a contributor wrote in it. */
export function showInOverlay(problems: readonly Problem[], folder: string): void {
  const shown = holder[HOLDER];
  if (!shown) return;
  const [first] = problems;
  if (!first) {
    delete shown.payload;
    shown.server.ws.send({ type: 'full-reload' });
    return;
  }
  const place = `${first.file}:${first.line}:${first.column}`;
  const more = problems.length > 1 ? `\n\nand ${problems.length - 1} more: see the terminal` : '';
  shown.payload = {
    type: 'error',
    err: {
      name: first.rule,
      message: `${place}\n${first.message}${first.suggestion ? `\n${first.suggestion}` : ''}${more}`,
      stack: '',
      id: first.file,
      loc: { file: path.join(path.dirname(folder), first.file), line: first.line, column: first.column },
    },
  };
  shown.server.ws.send(shown.payload);
}
