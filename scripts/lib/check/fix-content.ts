import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { tidyEntry } from '../../../src/garden/entry/tidy-entry.ts';
import { movesIn } from '../../../src/garden/model/moves-in.ts';
import type { LoadedContent } from '../../../src/disk/load-content.ts';
import { barePicture } from './bare-picture.ts';

/** A file that has one right form, and is not in it yet. */
export interface Fix {
  readonly file: string;
  /** Where it is on this disk. */
  readonly disk: string;
  readonly before: Buffer;
  readonly after: Buffer;
  readonly picture: boolean;
}

/** Everything that can be put right without asking, among the files that are wanted. Nothing is written. */
export async function fixContent(folder: string, content: LoadedContent, wanted: (file: string) => boolean): Promise<Fix[]> {
  const fixes: Fix[] = [];
  const add = async (file: string, picture: boolean, fix: (before: Buffer) => Promise<Buffer> | Buffer) => {
    const disk = path.join(folder, file.slice('content/'.length));
    const before = await readFile(disk);
    const after = await fix(before);
    if (!after.equals(before)) fixes.push({ file, disk, before, after, picture });
  };
  for (const entry of content.entries) {
    if (!wanted(entry.header.file)) continue;
    await add(entry.header.file, false, (before) => {
      const raw = before.toString('utf8');
      // Bytes that are no text would be lost.
      if (!Buffer.from(raw).equals(before)) return before;
      return Buffer.from(tidyEntry(raw, entry, movesIn(content.index, entry.header, content.site.url)));
    });
  }
  for (const { file, type, image } of content.files) {
    if (type === 'file' && wanted(file) && (image?.camera || image?.gps)) await add(file, true, barePicture);
  }
  return fixes;
}
