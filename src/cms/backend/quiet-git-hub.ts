import type { Backend, User } from '../decap/decap.ts';
import { plainError } from '../decap/plain-error.ts';
import { forkDialog } from './fork-dialog.ts';
import { nameRequests, type GitHubClient } from './name-requests.ts';

/** What the backend asks of the form around it. */
export interface QuietParts {
  /** What the sender agreed to. */
  agreed(): string | undefined;
  /** Says something above all else; '' takes it away. */
  say(news: string): void;
}

/** The part of Decap's GitHub backend that is not in every backend. */
interface GitHubBackend extends Backend {
  readonly apiRoot: string;
  readonly branch: string;
  repo: string;
  currentUser(state: { token: string }): Promise<User & { readonly message?: string }>;
  authenticateWithFork(options: { userData: unknown; getPermissionToFork: () => unknown }): Promise<unknown>;
  pollUntilForkExists(fork: { repo?: string; token: string }): Promise<void>;
  logout(): unknown;
  _currentUserPromise?: unknown;
  _userIsOriginMaintainerPromises?: unknown;
}

const ENDED = 'GitHub does not know your sign-in any more: sign in again.';
const TROUBLE = 'GitHub cannot be reached, or has trouble of its own. Wait a minute and sign in again.';
/** How often, and after how many milliseconds, a new copy is looked for. */
const [LOOKS, PAUSE] = [60, 500];

/** Keeps Decap's GitHub backend from asking hosts that the form has no business with, and lets it speak in the form's words. In place. */
export function quietGitHub(made: Backend, { agreed, say }: QuietParts): Backend {
  const backend = made as GitHubBackend;
  const authenticate = backend.authenticate.bind(backend);
  const restore = backend.restoreUser.bind(backend);
  const fork = backend.authenticateWithFork.bind(backend);
  const logout = backend.logout.bind(backend);
  let restoring = false;

  backend.authenticate = async (state) => {
    await known(state);
    const user = await authenticate(state).catch((error: unknown) => {
      forget();
      throw plainError(refusedWords(error));
    });
    nameRequests(backend.api as unknown as GitHubClient, agreed);
    say('');
    // The picture of a person comes from another host, and the form needs none.
    if (user) user.avatar_url = undefined;
    return user;
  };
  backend.restoreUser = async (user) => {
    restoring = true;
    try {
      await known(user);
      return await restore(user);
    } catch (error) {
      say(`${error instanceof Error ? error.message : ''} This browser keeps what you typed and did not save.`.trim());
      throw error;
    } finally {
      restoring = false;
    }
  };
  backend.authenticateWithFork = async ({ userData, getPermissionToFork }) => {
    try {
      await known(userData);
      // Whoever comes back has been asked before.
      return await fork({ userData, getPermissionToFork: restoring ? getPermissionToFork : forkDialog });
    } catch (error) {
      if (!restoring) say(error instanceof Error ? error.message : '');
      throw error;
    }
  };
  // Decap takes "not there" for there, and the copy to have the name of the garden, which may be taken.
  backend.pollUntilForkExists = async ({ repo, token }) => {
    for (let look = 0; repo && look < LOOKS; look += 1) {
      const { ok, status } = await fetch(`${backend.apiRoot}/repos/${repo}/branches/${encodeURIComponent(backend.branch)}`, { headers: { Authorization: `token ${token}` } });
      if (status === 401) throw plainError(ENDED);
      if (ok) {
        backend.repo = repo;
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    throw plainError('GitHub has not made your copy yet. Wait a minute and sign in again.');
  };
  backend.logout = () => {
    forget();
    return logout();
  };
  // Decap would poll a status page of the host's; what does not answer is said when it is asked.
  backend.status = () => Promise.resolve({ auth: { status: true }, api: { status: true, statusPage: '' } });
  return backend;

  /** Throws in words when GitHub does not know the person. */
  async function known(state: unknown): Promise<void> {
    const { token = '' } = (state ?? {}) as { token?: string };
    const user = await backend.currentUser({ token }).catch(() => undefined);
    if (user?.login) return;
    forget();
    throw plainError(user?.message === 'Bad credentials' ? ENDED : TROUBLE);
  }

  /** Decap remembers the first answer for as long as the page is open, also when somebody else signs in. */
  function forget(): void {
    delete backend._currentUserPromise;
    delete backend._userIsOriginMaintainerPromises;
  }
}

function refusedWords(error: unknown): string {
  const { status = 0, message = String(error) } = (error ?? {}) as { status?: number; message?: string };
  // Browsers keep what the host says of a person for a minute, so this may be the first that says otherwise.
  if (status === 401) return ENDED;
  if (status >= 500) return TROUBLE;
  if (message.includes('not found')) return 'GitHub does not find the repository of this garden for you. Whoever keeps the garden looks at "repository" in content/site.yaml.';
  return message.includes('does not have access') ? 'Your account at GitHub may not write to the repository of this garden.' : message;
}
