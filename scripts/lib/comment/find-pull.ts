import { z } from 'zod';
import type { HostApi } from './host-api.ts';
import type { RunEvent } from './read-event.ts';

const pullSchema = z.object({
  number: z.number().int().positive(),
  state: z.string(),
  head: z.object({ sha: z.string(), ref: z.string(), repo: z.object({ full_name: z.string() }).nullable() }),
  base: z.object({ ref: z.string(), repo: z.object({ full_name: z.string() }) }),
});

/**
 * The number of the open pull request that a run was for: asked from the host by owner and branch of its head, and taken
 * only if its head is the very commit that ran. Undefined when there is none, as when somebody has pushed since.
 */
export async function findPull(api: HostApi, repository: string, { repository: { default_branch }, workflow_run: run }: RunEvent): Promise<number | undefined> {
  const head = encodeURIComponent(`${run.head_repository.owner.login}:${run.head_branch}`);
  const { items } = await api.list(`/repos/${repository}/pulls?state=open&head=${head}`, 3);
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  const pulls = items.flatMap((item) => pullSchema.safeParse(item).data ?? []);
  const fitting = pulls.filter(
    ({ state, head: its, base }) =>
      state === 'open' &&
      its.sha === run.head_sha &&
      its.ref === run.head_branch &&
      its.repo !== null &&
      same(its.repo.full_name, run.head_repository.full_name) &&
      same(base.repo.full_name, repository),
  );
  return (fitting.find(({ base }) => base.ref === default_branch) ?? fitting[0])?.number;
}
