import type { Backend, User } from '../decap/decap.ts';

/** Keeps Decap's GitHub backend from asking hosts that the form has no business with, and lets its requests read well. In place. */
export function quietGitHub(backend: Backend, agreed: () => string | undefined): Backend {
  const authenticate = backend.authenticate.bind(backend);
  const restore = backend.restoreUser.bind(backend);
  const greet = (user: User | undefined) => {
    // The picture of a person comes from another host, and the form needs none.
    if (user) user.avatar_url = undefined;
    nameRequests(backend, agreed);
    return user;
  };
  backend.authenticate = async (state) => greet(await authenticate(state));
  backend.restoreUser = async (user) => greet(await restore(user));
  // Decap would poll a status page of the host's; what does not answer is said when it is asked.
  backend.status = () => Promise.resolve({ auth: { status: true }, api: { status: true, statusPage: '' } });
  return backend;
}

/** A commit message is the title of the request and, below it, who made the page and what the sender agreed to. */
function nameRequests({ api }: Backend, agreed: () => string | undefined): void {
  if (!api?.request) return;
  const request = api.request.bind(api);
  api.request = (path, options = {}) => {
    const { method, body } = options as { method?: string; body?: unknown };
    if (typeof body !== 'string') return request(path, options);
    if (method === 'POST' && path.endsWith('/pulls')) return request(path, { ...options, body: JSON.stringify(named(JSON.parse(body) as Request, agreed())) });
    if (method === 'PUT' && path.endsWith('/merge')) {
      // Decap would put a sentence of its own in the place of who made the page.
      const { commit_message: _, ...rest } = JSON.parse(body) as Record<string, unknown>;
      return request(path, { ...options, body: JSON.stringify(rest) });
    }
    return request(path, options);
  };
}

interface Request {
  readonly title: string;
}

function named(request: Request, agreed: string | undefined): object {
  const [title = '', ...more] = request.title.split('\n');
  const words = agreed && !request.title.includes('Agreed: ') ? [`Agreed: ${agreed}`] : [];
  return { ...request, title, body: [...more, ...words, '', 'Written in the form of the garden.'].join('\n').trim() };
}
