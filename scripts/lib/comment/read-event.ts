import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const login = z.string().regex(/^[\w-]{1,100}$/);
const repository = z.string().regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/);

/** What the host says of the run that ended. Its list of pull requests is empty for a fork, so nobody reads it. */
const eventSchema = z.object({
  repository: z.object({ default_branch: z.string().max(300) }),
  workflow_run: z.object({
    id: z.number().int().positive(),
    event: z.string().max(60),
    conclusion: z.string().max(60).nullable(),
    head_branch: z.string().min(1).max(300),
    head_sha: z.string().regex(/^[0-9a-f]{40,64}$/),
    /** Null when the fork is gone. */
    head_repository: z.object({ full_name: repository, owner: z.object({ login }) }).nullable(),
  }),
});

export type RunEvent = z.infer<typeof eventSchema>;

/** Reads the event that started the job. Throws an Error of one plain sentence when it is none of a run. */
export async function readEvent(file: string): Promise<RunEvent> {
  const event = eventSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!event.success) throw new Error('The event of this job is not that of a run of the check.');
  return event.data;
}
