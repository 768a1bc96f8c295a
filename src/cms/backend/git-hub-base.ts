import type { Backend } from '../decap/decap.ts';

interface Comparison {
  readonly merge_base_commit?: { readonly sha?: string };
}

/** Reads from GitHub the published text from which a draft set out: the file at the last commit that both branches share. */
export function gitHubBase(backend: Backend): (collection: string, slug: string, path: string) => Promise<string | undefined> {
  return async (collection, slug, path) => {
    const api = backend.api as unknown as {
      getDifferences?(from: string, to: string): Promise<Comparison>;
      getHeadReference?(branch: string): Promise<string>;
      generateContentKey?(collection: string, slug: string): string;
      readFile?(path: string, sha: null, options: { branch: string; repoURL?: string }): Promise<string>;
      readonly branch: string;
      readonly originRepoURL?: string;
    };
    if (!api.getDifferences || !api.getHeadReference || !api.generateContentKey || !api.readFile) return undefined;
    const head = await api.getHeadReference(`cms/${api.generateContentKey(collection, slug)}`);
    const { merge_base_commit: base } = await api.getDifferences(api.branch, head);
    if (!base?.sha) return undefined;
    return api.readFile(path, null, { branch: base.sha, ...(api.originRepoURL ? { repoURL: api.originRepoURL } : {}) });
  };
}
