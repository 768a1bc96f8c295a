import path from 'node:path';
import { PROJECT } from '../../../src/disk/content-folder.ts';

/** A path as given, from the folder the command was called in, as `content/…`; undefined when it lies outside the content. */
export function contentPath(named: string, folder: string): string | undefined {
  const given = path.posix.normalize(named.replaceAll('\\', '/'));
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const starts = [from, PROJECT, path.dirname(folder)].map((start) => path.relative(folder, path.resolve(start, given)));
  // Reports call the folder "content", whatever its name on this disk.
  if (/^content(?:\/|$)/.test(given)) starts.push(given.slice('content/'.length));
  else starts.push(path.relative(folder, path.resolve(folder, given)));
  const inside = starts.find((relative) => !path.isAbsolute(relative) && relative.split(path.sep)[0] !== '..');
  return inside === undefined ? undefined : `content/${inside.split(path.sep).join('/')}`.replace(/\/$/, '').normalize('NFC');
}
