// A process of its own for decap-server: it takes its folder from the environment, and it dies with the one that started it.
import { timingSafeEqual } from 'node:crypto';
import { createRequire } from 'node:module';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface App {
  use(handler: (request: IncomingMessage, response: ServerResponse, next: () => void) => void): void;
  listen(port: number, host: string, ready: () => void): Server;
}

process.once('disconnect', () => process.exit(0));
const key = Buffer.from(process.env['DESK_KEY'] ?? '');
delete process.env['DESK_KEY'];

const here = createRequire(import.meta.url);
const decap = createRequire(here.resolve('decap-server/package.json'));
const express = decap('express') as () => App;
const { registerLocalGit } = decap('./dist/middlewares.js') as { registerLocalGit(app: App, options: { logLevel: string }): Promise<void> };

const app = express();
// decap-server answers whoever finds its port; a page in a browser and another user of this computer do not have the key.
app.use((request, response, next) => {
  const given = Buffer.from(String(request.headers['x-desk-key'] ?? ''));
  if (given.length === key.length && timingSafeEqual(given, key)) next();
  else response.writeHead(403).end();
});
// It would print whole texts of contributors with its errors.
await registerLocalGit(app, { logLevel: 'silent' });
const server = app.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
