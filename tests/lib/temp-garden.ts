import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cacheFolder } from '#disk/cache-folder.ts';
import type { ExampleFile } from '#garden/checks/rule.ts';

/** A content folder that is there only for one test. */
export interface TempGarden {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Writes files (paths below the content folder) to a new folder; `remove` takes it away, with what was cached of it. */
export async function tempGarden(files: Readonly<Record<string, ExampleFile | Buffer>>): Promise<TempGarden> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kanopi-garden-'));
  for (const [name, file] of Object.entries(files)) {
    const target = path.join(folder, name);
    await mkdir(path.dirname(target), { recursive: true });
    if (typeof file === 'string' || Buffer.isBuffer(file)) await writeFile(target, file);
    else if ('base64' in file) await writeFile(target, Buffer.from(file.base64, 'base64'));
    else await symlink(file.symlink, target);
  }
  return {
    folder,
    async remove() {
      await rm(folder, { recursive: true, force: true });
      await rm(cacheFolder(folder), { recursive: true, force: true });
    },
  };
}
