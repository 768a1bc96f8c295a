import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Past, PastAddress } from '#garden/model/past-address.ts';
import { KIND_NAMES } from '#garden/schema/index.ts';
import { cacheFolder } from './cache-folder.ts';
import { digestOf } from './engine-digest.ts';
import { everPublished } from './ever-published.ts';
import { gardenBegan } from './garden-began.ts';
import { gitIn } from './git-in.ts';
import { plainToday } from './plain-today.ts';
import { readMoves, type Gone } from './read-moves.ts';

/** The addresses that a content folder once had and has no more, and a sentence when a part of the history is not here. */
export interface PastAddresses {
  readonly past: Past;
  readonly notice?: string;
}

/**
 * Finds the addresses that `folder` once had and has no more, in one pass over the history of what was published: the
 * commits of the branch itself, a merge counting as one change. What only ever was a draft is not among them. The pass
 * is kept by its last commit; what is changed on this disk and not committed comes on top. What went on or before the
 * day that the garden began was another garden's. There are none where git cannot know.
 */
export async function pastAddresses(folder: string): Promise<PastAddresses> {
  const git = gitIn(folder);
  try {
    const [shallow, prefix, head] = (await git('rev-parse', '--is-shallow-repository', '--show-prefix', 'HEAD')).split('\n');
    if (shallow === 'true') return { past: new Map(), notice: 'This clone has no full git history, so nobody can know which pages the garden once had.' };
    const { living, gone } = await committed(folder, digestOf('2', head ?? '', prefix ?? '', ...KIND_NAMES), async () =>
      readMoves(await git('log', '--first-parent', '--diff-merges=first-parent', '--reverse', '--relative', '-M', '--format=%x01%cs', '--name-status', '-z', '--', '.')),
    );
    const uncommitted = async () => readMoves(`\x01${plainToday()}\0${await git('diff', 'HEAD', '--relative', '-M', '--name-status', '-z', '--', '.')}`).gone;
    const [began = '', past] = await Promise.all([gardenBegan(folder), merge(folder, living, gone, uncommitted)]);
    return { past: new Map([...past].filter(([, { last }]) => last > began)) };
  } catch {
    return { past: new Map() };
  }
}

interface Committed {
  readonly living: readonly string[];
  readonly gone: readonly (readonly [string, Gone])[];
}

async function committed(folder: string, key: string, read: () => Promise<{ living: ReadonlySet<string>; gone: ReadonlyMap<string, Gone> }>): Promise<Committed> {
  const file = path.join(cacheFolder(folder), 'past.json');
  // A damaged file counts as none.
  const kept = await readFile(file, 'utf8')
    .then((text) => JSON.parse(text) as Committed & { key: string })
    .catch(() => undefined);
  if (kept?.key === key) return kept;
  const { living, gone } = await read();
  const published = await everPublished(folder, gone.keys());
  const found: Committed = { living: [...living], gone: [...gone].filter(([address]) => published.has(address)) };
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.${process.pid}`, JSON.stringify({ key, ...found }));
  await rename(`${file}.${process.pid}`, file);
  return found;
}

/** Addresses of all entries that are there now. */
async function onDisk(folder: string): Promise<ReadonlySet<string>> {
  const names = await Promise.all(
    KIND_NAMES.map(async (kind) => (await readdir(path.join(folder, kind)).catch(() => [])).flatMap((name) => (name.endsWith('.mdx') ? [`${kind}/${name.slice(0, -4)}`] : []))),
  );
  return new Set(names.flat());
}

async function merge(folder: string, living: readonly string[], gone: Committed['gone'], uncommitted: () => Promise<ReadonlyMap<string, Gone>>): Promise<Past> {
  const disk = await onDisk(folder);
  const absent = living.filter((address) => !disk.has(address));
  const missing = absent.length > 0 ? [...(await everPublished(folder, absent))] : [];
  const fresh: ReadonlyMap<string, Gone> = missing.length > 0 ? await uncommitted() : new Map();
  const lost = missing.map((address) => [address, fresh.get(address) ?? { last: plainToday() }] as const);
  const past = new Map<string, PastAddress>();
  for (const [address, { last, movedTo }] of [...gone, ...lost]) {
    if (disk.has(address)) continue;
    const target = movedTo !== undefined && !disk.has(movedTo) ? fresh.get(movedTo)?.movedTo : movedTo;
    past.set(address, { last, ...(target !== undefined && disk.has(target) ? { movedTo: target } : {}) });
  }
  return past;
}
