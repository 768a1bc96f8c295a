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
 * only if its head is the very commit that ran, and it goes to the published branch; the host allows one such and no
 * more. Undefined when there is none, as when somebody has pushed since.
 */
export async function findPull(api: HostApi, repository: string, { repository: { default_branch }, workflow_run: run }: RunEvent): Promise<number | undefined> {
  const from = run.head_repository;
  if (!from) return undefined;
  const { items } = await api.list(`/repos/${repository}/pulls?state=open&base=${encodeURIComponent(default_branch)}&head=${encodeURIComponent(`${from.owner.login}:${run.head_branch}`)}`, 3);
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  return items
    .flatMap((item) => pullSchema.safeParse(item).data ?? [])
    .find(
      ({ state, head, base }) =>
        state === 'open' &&
        head.sha === run.head_sha &&
        head.ref === run.head_branch &&
        head.repo !== null &&
        same(head.repo.full_name, from.full_name) &&
        base.ref === default_branch &&
        same(base.repo.full_name, repository),
    )?.number;
}
