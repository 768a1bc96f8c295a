import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { parseHeader } from '#garden/entry/parse-header.ts';
import { normaliseText } from '#garden/text/normalise-text.ts';

const run = promisify(execFile);
const MAX = 512 * 1024 * 1024;
const AT_ONCE = 200;

/** Those of some addresses (`kind/id`) at which a committed version was no draft: readers may have been there. */
export async function everPublished(folder: string, addresses: Iterable<string>): Promise<ReadonlySet<string>> {
  const wanted = [...addresses];
  // The same text may have stood at several addresses.
  const versions = new Map<string, Set<string>>();
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const files = wanted.slice(from, from + AT_ONCE).map((address) => `${address}.mdx`);
    const log = ['log', '--first-parent', '--diff-merges=first-parent', '--relative', '--no-renames', '--raw', '--no-abbrev', '-z', '--format='];
    const { stdout } = await run('git', ['-C', folder, ...log, '--', ...files], { maxBuffer: MAX });
    for (const [, blob = '', file = ''] of stdout.matchAll(/:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [A-Z]\0([^\0]+)\0/g)) {
      if (!/^0+$/.test(blob)) versions.set(blob, (versions.get(blob) ?? new Set<string>()).add(file.slice(0, -'.mdx'.length)));
    }
  }
  if (versions.size === 0) return new Set();
  const reading = run('git', ['-C', folder, 'cat-file', '--batch'], { maxBuffer: MAX, encoding: 'buffer' });
  reading.child.stdin?.end(`${[...versions.keys()].join('\n')}\n`);
  const published = new Set<string>();
  for (const [blob, text] of blobsOf((await reading).stdout)) {
    const news = [...(versions.get(blob) ?? [])].filter((address) => !published.has(address));
    if (news[0] !== undefined && !parseHeader(`content/${news[0]}.mdx`, normaliseText(text)).draft) for (const address of news) published.add(address);
  }
  return published;
}

/** Takes apart what `cat-file --batch` prints: a line with the name and size of each blob, the blob, a line end. */
function* blobsOf(output: Buffer): Generator<readonly [string, string]> {
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(10, at);
    const [blob = '', , size = '0'] = output.toString('latin1', at, end).split(' ');
    const start = end + 1;
    yield [blob, output.toString('utf8', start, start + Number(size))];
    at = start + Number(size) + 1;
  }
}
