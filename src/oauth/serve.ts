import { createServer, type Server } from 'node:http';
import { oauth, type OAuthEnv } from './oauth.ts';

/** The function as a web server of Node, not yet listening. */
export function serve(env: OAuthEnv): Server {
  return createServer((request, response) => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value);
    answer(`http://${request.headers.host ?? 'localhost'}`, request.url ?? '/', { method: request.method ?? 'GET', headers }, env).then(
      async (result) => {
        response.writeHead(result.status, Object.fromEntries(result.headers));
        response.end(await result.text());
      },
      // Nothing of the request goes into a log: its address may hold a code.
      () => response.writeHead(500).end(),
    );
  });
}

async function answer(origin: string, path: string, init: RequestInit, env: OAuthEnv): Promise<Response> {
  return oauth(new Request(origin + (path.startsWith('/') ? path : '/'), init), env);
}
