import type { FakeGitHub } from './start-fake-github.ts';

/** An answer of the API, read. */
export interface Answer {
  readonly status: number;
  // What the host answers is looked at field by field, as Decap does.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
  readonly headers: Headers;
}

/** Asks the API over HTTP with the headers that Decap sends. */
export function client(host: FakeGitHub, token?: string) {
  return async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await fetch(path.startsWith('http') ? path : host.apiUrl + path, {
      method,
      headers: { 'content-type': 'application/json; charset=utf-8', ...(token ? { authorization: `token ${token}` } : {}), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text, headers: response.headers };
  };
}

export type Ask = ReturnType<typeof client>;

/** Stores files as Decap does: blobs, a tree over the commit, a commit. Returns the commit's id. */
export async function commitFiles(ask: Ask, repo: string, base: string, files: Record<string, string | null>, message: string): Promise<string> {
  const tree = [];
  for (const [path, text] of Object.entries(files)) {
    const sha = text === null ? null : (await ask('POST', `/repos/${repo}/git/blobs`, { content: Buffer.from(text).toString('base64'), encoding: 'base64' })).body.sha;
    tree.push({ path, mode: '100644', type: 'blob', sha });
  }
  const { body: made } = await ask('POST', `/repos/${repo}/git/trees`, { base_tree: base, tree });
  const { body: commit } = await ask('POST', `/repos/${repo}/git/commits`, { message, tree: made.sha, parents: [base] });
  return commit.sha;
}
