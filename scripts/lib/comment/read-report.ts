import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { changeReportSchema, LARGEST_REPORT, type ChangeReport } from '../../../src/garden/outputs/change-report.ts';

/** Reads a report that a stranger's run may have written: a plain file of bounded size that fits the schema in every part, or a sentence on why it is not read. */
export async function readReport(file: string): Promise<ChangeReport | { readonly unread: string }> {
  let text: string;
  try {
    const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const { size } = await handle.stat();
      if (!(await handle.stat()).isFile()) return { unread: 'The report of this run is not a plain file, so it was not read.' };
      if (size > LARGEST_REPORT) return { unread: `The report of this run is larger than ${LARGEST_REPORT / 1024 / 1024} MB, so it was not read.` };
      const bytes = Buffer.alloc(size);
      const { bytesRead } = await handle.read(bytes, 0, size, 0);
      text = bytes.toString('utf8', 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return { unread: missing ? 'The run ended before it could write a report.' : 'The report of this run is not a plain file, so it was not read.' };
  }
  try {
    const report = changeReportSchema.safeParse(JSON.parse(text));
    if (report.success) return report.data;
  } catch {
    return { unread: 'The report of this run is no JSON, so it was not read.' };
  }
  return { unread: 'The report of this run is not one that our check writes, so nothing of it is shown.' };
}
