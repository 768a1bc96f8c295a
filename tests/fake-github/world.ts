/** A person with an account. */
export interface User {
  readonly login: string;
  readonly id: number;
  readonly name: string | null;
  readonly email: string | null;
}

export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  /** Folder of the bare repository. */
  readonly path: string;
  readonly defaultBranch: string;
  /** Who may push, the owner included. */
  readonly pushers: Set<string>;
  readonly parent?: Repository;
  readonly createdAt: string;
  /** States of commits set by deploy services, by commit. */
  readonly statuses: Map<string, object[]>;
}

export interface Comment {
  readonly id: number;
  readonly repository: Repository;
  readonly issue: number;
  readonly user: string;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
}

/** An issue; a pull request is one with a `pull`. */
export interface Issue {
  readonly id: number;
  readonly number: number;
  readonly repository: Repository;
  readonly user: string;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  labels: string[];
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  readonly pull?: Pull;
}

export interface Pull {
  readonly headRepository: Repository;
  readonly headRef: string;
  /** Follows the branch while the request is open. */
  headSha: string;
  readonly baseRef: string;
  readonly baseSha: string;
  mergedAt: string | null;
  mergedBy: string | null;
  mergeCommit: string | null;
}

export interface Token {
  readonly login: string;
  readonly scopes: readonly string[];
}

export interface App {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The callback address it was registered with. Without one, any is taken. */
  readonly callback?: string;
}

export interface Code {
  readonly app: App;
  readonly login: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string | undefined;
  readonly challenge: string | undefined;
}

/** Everything the host remembers besides git objects. */
export interface World {
  readonly users: Map<string, User>;
  readonly repositories: Map<string, Repository>;
  readonly issues: Issue[];
  readonly comments: Comment[];
  readonly tokens: Map<string, Token>;
  readonly codes: Map<string, Code>;
  readonly apps: Map<string, App>;
  /** Below this folder lie the bare repositories. */
  readonly folder: string;
  readonly urls: { web: string; api: string };
  /** Whoever is signed in on the pages, where nobody is asked. */
  signedIn: string | undefined;
  nextId(): number;
}

/** The time as the host writes it. */
export function now(): string {
  return stamp(new Date());
}

export function stamp(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

export function repositoryOf(world: World, owner: string, name: string): Repository | undefined {
  return world.repositories.get(`${owner}/${name}`.toLowerCase());
}

/** The repository of `owner` in the same network of forks. */
export function inNetwork(world: World, repository: Repository, owner: string): Repository | undefined {
  const root = (of: Repository): Repository => (of.parent ? root(of.parent) : of);
  return [...world.repositories.values()].find((other) => other.owner.toLowerCase() === owner.toLowerCase() && root(other) === root(repository));
}
