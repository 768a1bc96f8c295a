import { mayWrite, notFound, Refusal, signedIn, text, type Call, type Reply, type RepositoryCall } from './reply.ts';
import { commentShape, issueShape, labelShape } from './shapes.ts';
import { now, repositoryOf, type Issue } from './world.ts';

function find(call: RepositoryCall, number: string): Issue {
  const found = call.world.issues.find((issue) => issue.repository === call.repository && issue.number === Number(number));
  if (!found) throw notFound();
  return found;
}

const names = (given: unknown): string[] => (Array.isArray(given) ? given.map((label: string | { name: string }) => (typeof label === 'string' ? label : label.name)) : []);
const labels = (issue: Issue) => issue.labels.map((name, index) => labelShape(name, index + 1));

/** Only people who may push set labels. */
function mayLabel(call: RepositoryCall): void {
  signedIn(call);
  if (!call.push) throw new Refusal(403, 'Must have admin rights to Repository.');
  mayWrite(call);
}

/** `GET issues/<number>`. */
export async function getIssue(call: RepositoryCall, number: string): Promise<Reply> {
  return { status: 200, body: issueShape(call.world, find(call, number)) };
}

/** `POST issues`. Labels of people who may not set them are passed over. */
export async function postIssue(call: RepositoryCall): Promise<Reply> {
  const user = signedIn(call);
  const { world, repository } = call;
  const number = world.issues.filter((issue) => issue.repository === repository).length + 1;
  const body = typeof call.body['body'] === 'string' ? call.body['body'] : null;
  const title = text(call, 'title', 'Issue');
  const issue: Issue = {
    id: world.nextId(),
    number,
    repository,
    user: user.login,
    title,
    body,
    state: 'open',
    labels: call.push ? names(call.body['labels']) : [],
    createdAt: now(),
    updatedAt: now(),
    closedAt: null,
  };
  world.issues.push(issue);
  return { status: 201, body: issueShape(world, issue) };
}

/** `PATCH issues/<number>`. */
export async function patchIssue(call: RepositoryCall, number: string): Promise<Reply> {
  const user = signedIn(call);
  const issue = find(call, number);
  if (!call.push && issue.user !== user.login) throw new Refusal(403, 'Must have admin rights to Repository.');
  const { state, title, body, labels: given } = call.body as { state?: 'open' | 'closed'; title?: string; body?: string; labels?: unknown };
  if (state === 'open' || state === 'closed') [issue.state, issue.closedAt] = [state, state === 'closed' ? now() : null];
  if (typeof title === 'string') issue.title = title;
  if (typeof body === 'string') issue.body = body;
  if (given !== undefined && call.push) issue.labels = names(given);
  issue.updatedAt = now();
  return { status: 200, body: issueShape(call.world, issue) };
}

/** `GET issues/<number>/labels`. */
export async function getLabels(call: RepositoryCall, number: string): Promise<Reply> {
  return { status: 200, list: labels(find(call, number)) };
}

/** `PUT issues/<number>/labels`: these and no others. */
export async function putLabels(call: RepositoryCall, number: string): Promise<Reply> {
  const issue = find(call, number);
  mayLabel(call);
  issue.labels = [...new Set(names(call.body['labels']))];
  issue.updatedAt = now();
  return { status: 200, body: labels(issue) };
}

/** `POST issues/<number>/labels`: these too. */
export async function postLabels(call: RepositoryCall, number: string): Promise<Reply> {
  const issue = find(call, number);
  mayLabel(call);
  issue.labels = [...new Set([...issue.labels, ...names(call.body['labels'])])];
  issue.updatedAt = now();
  return { status: 200, body: labels(issue) };
}

/** `GET issues/<number>/comments`. */
export async function getComments(call: RepositoryCall, number: string): Promise<Reply> {
  const issue = find(call, number);
  return { status: 200, list: call.world.comments.filter((comment) => comment.repository === call.repository && comment.issue === issue.number).map((comment) => commentShape(call.world, comment)) };
}

/** `POST issues/<number>/comments`. */
export async function postComment(call: RepositoryCall, number: string): Promise<Reply> {
  const user = signedIn(call);
  const issue = find(call, number);
  const comment = { id: call.world.nextId(), repository: call.repository, issue: issue.number, user: user.login, body: text(call, 'body', 'IssueComment'), createdAt: now(), updatedAt: now() };
  call.world.comments.push(comment);
  issue.updatedAt = now();
  return { status: 201, body: commentShape(call.world, comment) };
}

function ownComment(call: RepositoryCall, id: string) {
  const user = signedIn(call);
  const comment = call.world.comments.find((one) => one.repository === call.repository && one.id === Number(id));
  if (!comment) throw notFound();
  if (!call.push && comment.user !== user.login) throw new Refusal(403, 'Must have admin rights to Repository.');
  return comment;
}

/** `PATCH issues/comments/<id>`. */
export async function patchComment(call: RepositoryCall, id: string): Promise<Reply> {
  const comment = ownComment(call, id);
  [comment.body, comment.updatedAt] = [text(call, 'body', 'IssueComment'), now()];
  return { status: 200, body: commentShape(call.world, comment) };
}

/** `DELETE issues/comments/<id>`. */
export async function deleteComment(call: RepositoryCall, id: string): Promise<Reply> {
  const comment = ownComment(call, id);
  call.world.comments.splice(call.world.comments.indexOf(comment), 1);
  return { status: 204 };
}

/** `GET search/issues`, with the few words of its language that Decap uses. */
export async function searchIssues(call: Call): Promise<Reply> {
  const query = call.query.get('q') ?? '';
  const word = (name: string) => new RegExp(`(?:^|\\s)${name}:(\\S+)`).exec(query)?.[1];
  const phrase = /"([^"]*)"/.exec(query)?.[1];
  const [owner = '', name = ''] = (word('repo') ?? '').split('/');
  const repository = repositoryOf(call.world, owner, name);
  if (!repository) throw new Refusal(422, 'Validation Failed', { errors: [{ resource: 'Search', field: 'q', code: 'invalid' }] });
  const items = call.world.issues
    .filter((issue) => issue.repository === repository)
    .filter((issue) => !word('label') || issue.labels.includes(word('label')!))
    .filter((issue) => !word('state') || issue.state === word('state'))
    .filter((issue) => !phrase || (issue.body ?? '').includes(phrase))
    .map((issue) => issueShape(call.world, issue));
  return { status: 200, body: { total_count: items.length, incomplete_results: false, items } };
}
