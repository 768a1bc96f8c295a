import path from 'node:path';
import { PROJECT } from './content-folder.ts';
import { digestOf } from './engine-digest.ts';

/** Where what is known of a content folder is kept between runs; two addresses of one garden do not share it. */
export function cacheFolder(folder: string): string {
  return path.join(
    PROJECT,
    '.cache',
    digestOf(path.resolve(folder), process.env['SITE_URL'] ?? '')
      .slice(0, 8)
      .replace(/\W/g, '0'),
  );
}
