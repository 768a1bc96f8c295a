/** The API of the host said no. */
export class HostRefusal extends Error {
  readonly status: number;
  /** The rights that would have been enough, as the host names them. */
  readonly rights: string | undefined;
  constructor(message: string, status: number, rights: string | undefined) {
    super(message);
    this.status = status;
    this.rights = rights;
  }
}

/** Asks the API of the host for one thing, or for all of a list. */
export interface HostApi {
  ask(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown): Promise<unknown>;
  /** All items of a list, page by page, up to a number of pages. */
  list(path: string, pages: number): Promise<{ readonly items: readonly unknown[]; readonly complete: boolean }>;
}

const PER_PAGE = 100;

/** The API at an address, asked with a token. The token goes into no message. */
export function hostApi(address: string, token: string): HostApi {
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${address.replace(/\/$/, '')}${path}`, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(60_000),
      headers: {
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
        'user-agent': 'garden-comment',
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new HostRefusal(`${method} ${path.split('?', 1)[0]} got no answer.`, 0, undefined);
    });
    if (!response.ok)
      throw new HostRefusal(`${method} ${path.split('?', 1)[0]} was answered with ${response.status}.`, response.status, response.headers.get('x-accepted-github-permissions') ?? undefined);
    return response.json();
  };
  return {
    ask,
    async list(path, pages) {
      const items: unknown[] = [];
      for (let page = 1; page <= pages; page += 1) {
        const part = await ask('GET', `${path}${path.includes('?') ? '&' : '?'}per_page=${PER_PAGE}&page=${page}`);
        if (!Array.isArray(part)) throw new HostRefusal(`GET ${path.split('?', 1)[0]} was answered with no list.`, 0, undefined);
        items.push(...part);
        if (part.length < PER_PAGE) return { items, complete: true };
      }
      return { items, complete: false };
    },
  };
}
