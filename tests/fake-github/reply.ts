import type { World, Repository, Token, User } from './world.ts';

/** What a route answers with. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** The whole list, to be cut into pages. */
  readonly list?: readonly unknown[];
}

/** An answer that ends a route early. */
export class Refusal extends Error {
  readonly reply: Reply;
  constructor(status: number, message: string, more: object = {}) {
    super(message);
    this.reply = { status, body: { message, ...more, documentation_url: 'https://docs.github.com/rest', status: String(status) } };
  }
}

export const notFound = () => new Refusal(404, 'Not Found');

/** The host's answer to a body that it cannot use. */
export function unprocessable(resource: string, error: { code: string; field?: string; message?: string }): Refusal {
  return new Refusal(422, 'Validation Failed', { errors: [{ resource, ...error }] });
}

/** One request, read. */
export interface Call {
  readonly world: World;
  readonly method: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Record<string, unknown>;
  /** Who asks; undefined without a token. */
  readonly token: Token | undefined;
  readonly user: User | undefined;
}

/** A request below one repository. */
export interface RepositoryCall extends Call {
  readonly repository: Repository;
  /** Whether the asker may push there. */
  readonly push: boolean;
}

/** Ends a route that changes a repository for people who may not. The host hides it behind "Not Found". */
export function mayWrite(call: RepositoryCall): User {
  const user = signedIn(call);
  if (!call.push || !call.token?.scopes.some((scope) => scope === 'public_repo' || scope === 'repo')) throw notFound();
  return user;
}

export function signedIn(call: Call): User {
  if (!call.user) throw new Refusal(401, 'Requires authentication');
  return call.user;
}

/** A text of the request's body; what is missing or something else ends the route. */
export function text(call: Call, field: string, resource: string): string {
  const value = call.body[field];
  if (typeof value !== 'string' || value === '') throw unprocessable(resource, { code: 'missing_field', field });
  return value;
}
