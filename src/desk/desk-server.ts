import type { IncomingMessage, ServerResponse } from 'node:http';
import { isContentPath, isDraftKey } from './check-action.ts';
import { guardRequest } from './guard-request.ts';
import type { Desk } from './open-desk.ts';

const LONGEST = 50 * 1024 * 1024;

/** Answers for the desk: `rest` is what follows `/admin/desk` in the address. `site` adds what the server knows of the built site. */
export async function answerForDesk(desk: Desk, site: () => object, request: IncomingMessage, response: ServerResponse, rest: string): Promise<void> {
  const { headers, socket, method = '' } = request;
  const refused = guardRequest({ method, host: headers.host, origin: headers.origin, site: headers['sec-fetch-site']?.toString(), contentType: headers['content-type'] }, socket.localPort ?? 0);
  if (refused) return send(response, 403, { error: refused });
  const { pathname, searchParams } = new URL(rest, 'http://desk');
  const part = pathname.replace(/^\/|\/$/g, '');
  try {
    if (method === 'GET' && part === '') send(response, 200, { ...(await desk.state()), ...site() });
    else if (method === 'GET' && part === 'base') await sendBase(desk, searchParams, response);
    else if (method === 'POST' && part === 'api/v1') await sendAnswer(desk, request, response);
    else send(response, 404, { error: 'The desk has no such address.' });
  } catch (error) {
    send(response, 500, { error: `The desk has a fault: ${error instanceof Error ? error.message : String(error)}` });
  }
}

async function sendBase(desk: Desk, asked: URLSearchParams, response: ServerResponse): Promise<void> {
  const draft = `${asked.get('collection') ?? ''}/${asked.get('slug') ?? ''}`;
  const file = asked.get('path');
  if (!isDraftKey(draft) || !isContentPath(file)) return send(response, 403, { error: 'The desk knows pages in the folder "content" only.' });
  const text = await desk.base(draft, file);
  send(response, 200, text === undefined ? {} : { text });
}

async function sendAnswer(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const text = await readAll(request);
  if (text === undefined) return send(response, 413, { error: 'This is more than 50 MB at once. Take a picture out, save, and add it again.' });
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return send(response, 403, { error: 'The desk reads JSON only.' });
  }
  const answer = await desk.ask(body);
  response.writeHead(answer.status, HEADERS).end(answer.body);
}

/** The text of a request, or undefined when it is too long. The rest is read and dropped, so that the answer arrives. */
async function readAll(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length <= LONGEST) parts.push(part);
    else parts.length = 0;
    if (length > 4 * LONGEST) return undefined;
  }
  return length > LONGEST ? undefined : Buffer.concat(parts).toString();
}

const HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' };

function send(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, HEADERS).end(JSON.stringify(value));
}
