import { baseRef, draftRef } from './drafts.ts';
import type { DeskPlace } from './make-desk.ts';

/** The published text of a page from which its draft set out; undefined when the page was not there, or there is no draft. */
export async function draftBase({ git }: DeskPlace, key: string, file: string): Promise<string | undefined> {
  const { code, out } = await git.run(['cat-file', 'blob', `${baseRef(key)}:${file}`]);
  return code === 0 ? out.toString() : undefined;
}

/** Files that a draft changes and that were published anew, with another text, since its writer saw them. */
export async function overtakenFiles(place: DeskPlace, key: string): Promise<string[]> {
  const main = `refs/heads/${place.repository.branch}`;
  if (!(await place.git.holds('rev-parse', '-q', '--verify', baseRef(key)))) return [];
  const [own, published] = await Promise.all([changedFiles(place, main, draftRef(key)), changedFiles(place, baseRef(key), main)]);
  return own.filter((file) => published.includes(file));
}

/** Files that differ between two states. */
export async function changedFiles({ git }: DeskPlace, from: string, to: string): Promise<string[]> {
  return (await git.text('diff', '--name-only', '--no-renames', '-z', from, to)).split('\0').filter(Boolean);
}
