import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileFacts } from '#garden/checks/file-facts.ts';
import { normaliseText } from '#garden/text/normalise-text.ts';
import { isKindName } from '#garden/schema/index.ts';
import { imageFacts } from './image-facts.ts';

/** Everything below a content folder: facts of every file, and the texts of those that hold entries or lists. */
export interface ContentFiles {
  readonly files: readonly FileFacts[];
  /** Normalised text by `content/…` path. Files that are too large have none. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What is larger is reported by its size and not read. */
const READ_LIMIT = 8 * 1024 * 1024;
const AT_ONCE = 32;

/** Reads a content folder, or one folder in it, without following any link. A missing folder is an empty garden. */
export async function readContent(folder: string, part?: 'media'): Promise<ContentFiles> {
  const found = part ? await list(path.join(folder, part), `content/${part}`) : await list(folder, 'content');
  const all: { facts: FileFacts; text?: string }[] = new Array(found.length);
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < found.length) {
        const index = next;
        next += 1;
        all[index] = await read(found[index]!);
      }
    }),
  );
  return { files: all.map(({ facts }) => facts), texts: new Map(all.flatMap(({ facts, text }) => (text === undefined ? [] : [[facts.file, text] as const]))) };
}

interface Found {
  readonly file: string;
  readonly disk: string;
  readonly type: FileFacts['type'];
}

async function list(disk: string, name: string): Promise<Found[]> {
  const items = await readdir(disk, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  items.sort((a, b) => (a.name < b.name ? -1 : 1));
  const nested = await Promise.all(
    items
      .filter((item) => item.name !== '.gitkeep' && item.name !== '.DS_Store')
      .map(async (item): Promise<Found[]> => {
        const at = { file: `${name}/${item.name}`, disk: path.join(disk, item.name) };
        if (item.isDirectory()) return list(at.disk, at.file);
        return [{ ...at, type: item.isFile() ? 'file' : item.isSymbolicLink() ? 'symlink' : 'other' }];
      }),
  );
  return nested.flat();
}

async function read(found: Found): Promise<{ facts: FileFacts; text?: string }> {
  const { file, disk, type } = found;
  if (type !== 'file') return { facts: { file, type, size: 0 } };
  const [, folder = '', name = '', deeper] = file.split('/');
  const isText = deeper === undefined && ((isKindName(folder) && name.endsWith('.mdx')) || (folder === 'vocabularies' && name.endsWith('.yaml')) || file === 'content/site.yaml');
  if (isText) {
    const bytes = await readFile(disk);
    return { facts: { file, type, size: bytes.length }, ...(bytes.length <= READ_LIMIT ? { text: normaliseText(bytes.toString('utf8')) } : {}) };
  }
  const { size } = await lstat(disk);
  if (folder !== 'media' || size > READ_LIMIT) return { facts: { file, type, size } };
  const bytes = await readFile(disk);
  const image = await imageFacts(bytes);
  return { facts: { file, type, size, image, ...(image.format === 'svg' || file.toLowerCase().endsWith('.svg') ? { svg: bytes.toString('utf8') } : {}) } };
}
