import { z } from 'zod';
import type { HostApi } from './host-api.ts';

const fileSchema = z.object({ filename: z.string(), previous_filename: z.string().optional() });
/** The host lists 3,000 files of a pull request and no more. */
const PAGES = 30;

/** The files of a pull request outside the content, as the host lists them, and whether that was the whole list. */
export async function codeFiles(api: HostApi, repository: string, pull: number): Promise<{ readonly files: readonly string[]; readonly complete: boolean }> {
  const { items, complete } = await api.list(`/repos/${repository}/pulls/${pull}/files`, PAGES);
  const read = items.map((item) => fileSchema.safeParse(item).data);
  const names = read.flatMap((file) => (file ? [file.filename, file.previous_filename ?? file.filename] : []));
  return { files: [...new Set(names.filter((name) => !name.startsWith('content/')))].sort(), complete: complete && read.every(Boolean) };
}
