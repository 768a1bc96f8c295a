import type { Backend } from '../decap/decap.ts';

/** An entry as the repository holds it at this moment. */
export interface Stored {
  /** What readers see; undefined when the entry is not published. */
  readonly published: string | undefined;
  /** What waits for review; undefined when there is no open draft. */
  readonly draft: string | undefined;
  /** What was published when the draft was begun; undefined when nobody knows. */
  readonly base: string | undefined;
  readonly status: string | undefined;
}

/** What a read of an entry asks; `base` reads the published text from which a draft set out. */
export type Reader = Pick<Backend, 'getEntry' | 'unpublishedEntry' | 'unpublishedEntryDataFile'> & {
  base(collection: string, slug: string, path: string): Promise<string | undefined>;
};

/** Reads an entry anew, past everything the form remembers of it. */
export async function readStored(reader: Reader, collection: string, slug: string, path: string): Promise<Stored> {
  // A backend says '' or null of a file that is not there.
  const published = (await orNothing(reader.getEntry(path)))?.data || undefined;
  const open = await orNothing(reader.unpublishedEntry({ collection, slug }));
  if (!open) return { published, draft: undefined, base: undefined, status: undefined };
  const id = open.diffs.find((diff) => diff.path === path)?.id ?? '';
  return { published, draft: await reader.unpublishedEntryDataFile(collection, slug, path, id), base: await orNothing(reader.base(collection, slug, path)), status: open.status };
}

/** "Not there" is an answer; anything else, such as no connection, must stop a save. */
async function orNothing<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  try {
    return await asked;
  } catch (error) {
    const { status, notUnderEditorialWorkflow } = error as { status?: number; notUnderEditorialWorkflow?: boolean };
    if (status === 404 || notUnderEditorialWorkflow) return undefined;
    throw error;
  }
}
