import * as gitData from './routes-git.ts';
import * as issues from './routes-issues.ts';
import * as pulls from './routes-pulls.ts';
import * as repositories from './routes-repository.ts';
import { notFound, Refusal, type Call, type Reply, type RepositoryCall } from './reply.ts';
import { repositoryOf } from './world.ts';

type Route = readonly [method: string, path: RegExp, answer: (call: RepositoryCall, ...parts: string[]) => Promise<Reply>];

/** What stands below `repos/<owner>/<name>/`; the first that fits answers. Names of branches and folders hold slashes. */
const ROUTES: readonly Route[] = [
  ['GET', /^$/, repositories.getRepository],
  ['GET', /^collaborators\/([^/]+)\/permission$/, repositories.getPermission],
  ['POST', /^forks$/, repositories.postFork],
  ['POST', /^merge-upstream$/, repositories.mergeUpstream],
  ['GET', /^branches$/, repositories.getBranches],
  ['GET', /^branches\/(.+)$/, repositories.getBranch],
  ['GET', /^commits$/, repositories.getCommits],
  ['GET', /^commits\/(.+)\/status$/, repositories.getStatus],
  ['GET', /^commits\/(.+)$/, repositories.getCommit],
  ['POST', /^statuses\/([0-9a-f]{40})$/, repositories.postStatus],
  ['GET', /^compare\/(.+)$/, repositories.getCompare],
  ['GET', /^contents\/(.+)$/, repositories.getContents],
  ['GET', /^git\/trees\/(.+)$/, gitData.getTree],
  ['POST', /^git\/trees$/, gitData.postTree],
  ['GET', /^git\/blobs\/(.+)$/, gitData.getBlob],
  ['POST', /^git\/blobs$/, gitData.postBlob],
  ['GET', /^git\/commits\/(.+)$/, gitData.getGitCommit],
  ['POST', /^git\/commits$/, gitData.postCommit],
  ['GET', /^git\/ref\/(.+)$/, gitData.getRef],
  ['GET', /^git\/matching-refs\/(.*)$/, gitData.matchingRefs],
  ['GET', /^git\/refs\/(.+)$/, gitData.getRefs],
  ['POST', /^git\/refs$/, gitData.postRef],
  ['PATCH', /^git\/refs\/(.+)$/, gitData.patchRef],
  ['DELETE', /^git\/refs\/(.+)$/, gitData.deleteRef],
  ['GET', /^pulls$/, pulls.getPulls],
  ['POST', /^pulls$/, pulls.postPull],
  ['GET', /^pulls\/(\d+)$/, pulls.getPull],
  ['PATCH', /^pulls\/(\d+)$/, pulls.patchPull],
  ['PUT', /^pulls\/(\d+)\/merge$/, pulls.mergePull],
  ['GET', /^pulls\/(\d+)\/commits$/, pulls.getPullCommits],
  ['GET', /^pulls\/(\d+)\/files$/, pulls.getPullFiles],
  ['POST', /^issues$/, issues.postIssue],
  ['GET', /^issues\/(\d+)$/, issues.getIssue],
  ['PATCH', /^issues\/(\d+)$/, issues.patchIssue],
  ['GET', /^issues\/(\d+)\/labels$/, issues.getLabels],
  ['PUT', /^issues\/(\d+)\/labels$/, issues.putLabels],
  ['POST', /^issues\/(\d+)\/labels$/, issues.postLabels],
  ['GET', /^issues\/(\d+)\/comments$/, issues.getComments],
  ['POST', /^issues\/(\d+)\/comments$/, issues.postComment],
  ['PATCH', /^issues\/comments\/(\d+)$/, issues.patchComment],
  ['DELETE', /^issues\/comments\/(\d+)$/, issues.deleteComment],
];

/** Answers one request to the API as the host would. */
export async function api(call: Call, pathname: string): Promise<Reply> {
  try {
    return await route(call, pathname);
  } catch (error) {
    if (error instanceof Refusal) return error.reply;
    throw error;
  }
}

async function route(call: Call, pathname: string): Promise<Reply> {
  if (call.headers['authorization'] && !call.token) throw new Refusal(401, 'Bad credentials');
  const [, head = '', owner = '', name = '', rest = ''] = /^\/([^/]+)(?:\/([^/]+))?(?:\/([^/]+))?(?:\/(.*))?$/.exec(pathname) ?? [];
  if (call.method === 'GET' && pathname === '/user') return repositories.getMe(call);
  if (call.method === 'GET' && pathname === '/search/issues') return issues.searchIssues(call);
  if (call.method === 'GET' && head === 'users' && owner && !name) return repositories.getUser(call, owner);
  const repository = head === 'repos' ? repositoryOf(call.world, owner, name) : undefined;
  if (!repository) throw notFound();
  const push = call.user !== undefined && repository.pushers.has(call.user.login);
  for (const [method, pattern, answer] of ROUTES) {
    const found = method === call.method ? pattern.exec(decodeURIComponent(rest)) : null;
    if (found) return answer({ ...call, repository, push }, ...found.slice(1));
  }
  throw notFound();
}
