import { parseHeader } from '#garden/entry/parse-header.ts';
import { normaliseText } from '#garden/text/normalise-text.ts';
import { gitBlobs } from './git-blobs.ts';
import { gitIn } from './git-in.ts';

const AT_ONCE = 200;

/** Those of some addresses (`kind/id`) at which a committed version was no draft: readers may have been there. */
export async function everPublished(folder: string, addresses: Iterable<string>): Promise<ReadonlySet<string>> {
  const wanted = [...addresses];
  // The same text may have stood at several addresses.
  const versions = new Map<string, Set<string>>();
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const files = wanted.slice(from, from + AT_ONCE).map((address) => `${address}.mdx`);
    const log = ['log', '--first-parent', '--diff-merges=first-parent', '--relative', '--no-renames', '--raw', '--no-abbrev', '-z', '--format='];
    const listed = await gitIn(folder)(...log, '--', ...files);
    for (const [, blob = '', file = ''] of listed.matchAll(/:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [A-Z]\0([^\0]+)\0/g)) {
      if (!/^0+$/.test(blob)) versions.set(blob, (versions.get(blob) ?? new Set<string>()).add(file.slice(0, -'.mdx'.length)));
    }
  }
  const published = new Set<string>();
  const ids = [...versions.keys()];
  for (const [index, bytes] of (await gitBlobs(folder, ids)).entries()) {
    const news = [...(versions.get(ids[index] ?? '') ?? [])].filter((address) => !published.has(address));
    if (bytes && news[0] !== undefined && !parseHeader(`content/${news[0]}.mdx`, normaliseText(bytes.toString('utf8'))).draft) for (const address of news) published.add(address);
  }
  return published;
}
