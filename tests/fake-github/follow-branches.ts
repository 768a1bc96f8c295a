import { now, type Repository, type World } from './world.ts';

/** Open requests follow their branch, and are closed when it is deleted. Closed ones stay where they were. */
export function followBranches(world: World, repository: Repository, ref: string, sha: string | undefined): void {
  for (const issue of world.issues) {
    const { pull } = issue;
    if (!pull || issue.state !== 'open' || pull.headRepository !== repository || `refs/heads/${pull.headRef}` !== ref) continue;
    issue.updatedAt = now();
    if (sha) pull.headSha = sha;
    else [issue.state, issue.closedAt] = ['closed', issue.updatedAt];
  }
}
