import { plainError } from '../decap/plain-error.ts';
import { gitHubWords } from './git-hub-words.ts';

/** The part of Decap's GitHub client that the form looks into. */
export interface GitHubClient {
  readonly originRepoURL: string;
  request(path: string, options?: { method?: string; body?: unknown }): Promise<unknown>;
  requestAllPages(path: string, options?: object): Promise<unknown>;
  parseResponse(response: Response): Promise<unknown>;
  mergePR(request: PullRequest): Promise<unknown>;
  forceMergePR(request: PullRequest): Promise<unknown>;
  setPullRequestStatus(request: PullRequest, status: string): Promise<unknown>;
  getPullRequestCommits(number: number): Promise<readonly { readonly commit: { readonly message: string } }[]>;
  getOpenAuthoringPullRequest(branch: string, requests: readonly PullRequest[]): Promise<PullRequest>;
  deleteBranch(branch: string): Promise<unknown>;
}

interface PullRequest {
  readonly number: number;
  readonly title?: string;
  readonly body?: string | null;
  readonly merged_at?: string | null;
}

const LAST_LINE = 'Written in the form of the garden.';

/** Lets pull requests and merges by Decap's GitHub client say who made a page and what the sender agreed to, puts errors into words,
 *  and never merges by force. In place. */
export function nameRequests(api: GitHubClient, agreed: () => string | undefined): void {
  const parse = api.parseResponse.bind(api);
  const [request, requestAllPages, mergePR] = [api.request.bind(api), api.requestAllPages.bind(api), api.mergePR.bind(api)];
  const [setStatus, readRequest] = [api.setPullRequestStatus.bind(api), api.getOpenAuthoringPullRequest.bind(api)];
  let merging: object = {};

  api.request = (path, options = {}) => {
    const { method, body } = options;
    const change = (more: (given: Record<string, unknown>) => object) => ({ ...options, body: JSON.stringify(more(JSON.parse(String(body)) as Record<string, unknown>)) });
    const opens = method === 'POST' && path.endsWith('/pulls');
    const merges = method === 'PUT' && path.endsWith('/merge');
    const asked = opens ? change((given) => named(given, agreed())) : merges ? change((given) => ({ ...given, ...merging })) : options;
    return request(path, asked).catch(reword);
  };
  api.requestAllPages = (path, options) => requestAllPages(path, options).catch(reword);
  api.parseResponse = (response) =>
    parse(response).catch((reason: unknown) => {
      // Decap throws what the host wrote, without its status.
      const words = typeof reason === 'string' ? reason : (reason as { message?: string }).message;
      throw Object.assign(new Error(words), { status: response.status });
    });
  api.mergePR = async (pull) => {
    const commits = await api.getPullRequestCommits(pull.number);
    // The host writes below a merge what its owner set up, and Decap a sentence of its own.
    merging = { commit_title: `${pull.title} (#${pull.number})`, commit_message: trailers([...commits.map(({ commit }) => commit.message), pull.body ?? '']) };
    return mergePR(pull);
  };
  // By force, Decap would put the draft over whatever others changed in the meantime.
  api.forceMergePR = () => Promise.reject(plainError('GitHub cannot bring this draft and the site together. Open the draft, change a letter and save: you will see both texts and choose.'));
  api.setPullRequestStatus = async (pull, status) => {
    const result = await setStatus(pull, status);
    const words = status === 'pending_review' ? agreed() : undefined;
    // A body that is missing was not read with the request, so nothing may be put in its place.
    if (words && pull.body !== undefined && !pull.body?.includes('Agreed: '))
      await api.request(`${api.originRepoURL}/pulls/${pull.number}`, { method: 'PATCH', body: JSON.stringify({ body: described((pull.body ?? '').split('\n'), words) }) });
    return result;
  };
  api.getOpenAuthoringPullRequest = async (branch, requests) => {
    const found = await readRequest(branch, requests);
    if (!found.merged_at) return found;
    // Decap would show what has gone on the site as a draft for ever. The branch holds nothing else.
    await api.deleteBranch(branch);
    throw Object.assign(new Error('This draft has gone on the site.'), { name: 'EDITORIAL_WORKFLOW_ERROR', notUnderEditorialWorkflow: true });
  };
}

function reword(reason: unknown): never {
  throw gitHubWords(reason);
}

/** A commit message is the title of the request and, below it, who made the page and what the sender agreed to. */
function named(request: Record<string, unknown>, agreed: string | undefined): object {
  const [title = '', ...more] = String(request['title']).split('\n');
  return { ...request, title, body: described(more, more.some((line) => line.startsWith('Agreed: ')) ? undefined : agreed) };
}

function described(lines: readonly string[], agreed: string | undefined): string {
  const kept = lines.filter((line) => line !== LAST_LINE && line.trim() !== '');
  return [...kept, ...(agreed ? [`Agreed: ${agreed}`] : []), '', LAST_LINE].join('\n').trim();
}

/** Who made the page, as the last save says it, and everything that was agreed to. */
function trailers(messages: readonly string[]): string {
  const starting = (start: string) => messages.map((message) => message.split('\n').filter((line) => line.startsWith(start)));
  const credits = starting('Credit: ').findLast((lines) => lines.length > 0) ?? [];
  return [...new Set([...credits, ...starting('Agreed: ').flat()])].join('\n');
}
