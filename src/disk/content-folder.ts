import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** The root of the project on this disk. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** The folder that holds the content: `GARDEN_CONTENT`, else `content` in the project. */
export function contentFolder(): string {
  const given = process.env['GARDEN_CONTENT'];
  return given ? path.resolve(given) : path.join(PROJECT, 'content');
}
