import { z } from 'zod';
import { COMMENT_MARK } from '../../../src/garden/outputs/change-comment.ts';
import type { HostApi } from './host-api.ts';

/** Whose comments a workflow writes. Somebody else's comment with our mark is not ours. */
const AUTHOR = 'github-actions[bot]';
const commentSchema = z.object({ id: z.number().int().positive(), body: z.string().nullable().optional(), user: z.object({ login: z.string() }).nullable() });

/** Writes the one comment of a pull request, or brings it up to date. */
export async function keepComment(api: HostApi, repository: string, pull: number, body: string): Promise<'written' | 'updated' | 'unchanged'> {
  const { items } = await api.list(`/repos/${repository}/issues/${pull}/comments`, 30);
  const own = items.flatMap((item) => commentSchema.safeParse(item).data ?? []).find((comment) => comment.user?.login === AUTHOR && comment.body?.startsWith(COMMENT_MARK));
  if (own?.body === body) return 'unchanged';
  if (own) await api.ask('PATCH', `/repos/${repository}/issues/comments/${own.id}`, { body });
  else await api.ask('POST', `/repos/${repository}/issues/${pull}/comments`, { body });
  return own ? 'updated' : 'written';
}
