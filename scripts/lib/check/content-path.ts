import path from 'node:path';
import { PROJECT } from '../../../src/disk/content-folder.ts';

/** A path as given, from the folder the command was called in, as `content/…`. */
export function contentPath(named: string, folder: string): string {
  const given = path.normalize(named);
  const from = process.env['INIT_CWD'] ?? process.cwd();
  for (const start of [from, PROJECT, path.dirname(folder), folder]) {
    const relative = path.relative(folder, path.resolve(start, given)).split(path.sep).join('/');
    if (relative === '') return 'content';
    if (!relative.startsWith('..') && (start !== folder || !given.startsWith('content'))) return `content/${relative}`.replace(/\/$/, '');
  }
  return given.split(path.sep).join('/').replace(/\/$/, '');
}
