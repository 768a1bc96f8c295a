/** The API of the host said no, or nothing. */
export class HostRefusal extends Error {
  /** Whether the token may not do what was asked; else the host may say yes later. */
  readonly forbidden: boolean;
  /** The rights that would have been enough, as the host names them. */
  readonly rights: string | undefined;
  constructor(message: string, forbidden = false, rights?: string) {
    super(message);
    this.forbidden = forbidden;
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
    const asked = `${method} ${path.split('?', 1)[0]}`;
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
      throw new HostRefusal(`${asked} got no answer.`);
    });
    if (!response.ok) {
      const { status, headers } = response;
      // The host also says 403 to somebody who asks too often.
      const tooOften = headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0';
      throw new HostRefusal(`${asked} was answered with ${status}.`, [401, 403, 404].includes(status) && !tooOften, headers.get('x-accepted-github-permissions') ?? undefined);
    }
    return response.json().catch(() => {
      throw new HostRefusal(`${asked} was answered with no JSON.`);
    });
  };
  return {
    ask,
    async list(path, pages) {
      const items: unknown[] = [];
      for (let page = 1; page <= pages; page += 1) {
        const part = await ask('GET', `${path}${path.includes('?') ? '&' : '?'}per_page=${PER_PAGE}&page=${page}`);
        if (!Array.isArray(part)) throw new HostRefusal(`GET ${path.split('?', 1)[0]} was answered with no list.`);
        items.push(...part);
        if (part.length < PER_PAGE) return { items, complete: true };
      }
      return { items, complete: false };
    },
  };
}
