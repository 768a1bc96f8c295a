import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Values kept between runs in a few JSON files. Every value stands under a key and is good only for one digest. */
export class ShardCache<Value> {
  readonly #folder: string;
  readonly #shards = new Map<number, Map<string, { digest: string; value: Value }>>();
  readonly #changed = new Set<number>();
  static readonly SHARDS = 64;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Opens a cache; a missing or damaged file counts as empty. */
  static async open<Value>(folder: string): Promise<ShardCache<Value>> {
    const cache = new ShardCache<Value>(folder);
    const names = await readdir(folder).catch(() => []);
    await Promise.all(
      names.map(async (name) => {
        const number = Number(/^(\d+)\.json$/.exec(name)?.[1] ?? Number.NaN);
        if (!Number.isInteger(number) || number >= ShardCache.SHARDS) return;
        try {
          cache.#shards.set(number, new Map(Object.entries(JSON.parse(await readFile(path.join(folder, name), 'utf8')))));
        } catch {
          cache.#changed.add(number);
        }
      }),
    );
    return cache;
  }

  /** The value under a key, when it was kept for this digest. */
  get(key: string, digest: string): Value | undefined {
    const kept = this.#shards.get(shardOf(key))?.get(key);
    return kept?.digest === digest ? kept.value : undefined;
  }

  /** The value under a key, whatever its digest. */
  newest(key: string): Value | undefined {
    return this.#shards.get(shardOf(key))?.get(key)?.value;
  }

  set(key: string, digest: string, value: Value): void {
    const number = shardOf(key);
    const shard = this.#shards.get(number) ?? new Map<string, { digest: string; value: Value }>();
    shard.set(key, { digest, value });
    this.#shards.set(number, shard);
    this.#changed.add(number);
  }

  /** Forgets every key that is not named. */
  prune(keys: ReadonlySet<string>): void {
    for (const [number, shard] of this.#shards) {
      for (const key of shard.keys()) {
        if (keys.has(key)) continue;
        shard.delete(key);
        this.#changed.add(number);
      }
    }
  }

  /** Writes what changed, each file whole or not at all. */
  async save(): Promise<void> {
    if (this.#changed.size === 0) return;
    await mkdir(this.#folder, { recursive: true });
    for (const number of this.#changed) {
      const file = path.join(this.#folder, `${number}.json`);
      const shard = this.#shards.get(number);
      if (!shard || shard.size === 0) {
        await rm(file, { force: true });
        continue;
      }
      const draft = `${file}.${process.pid}`;
      await writeFile(draft, JSON.stringify(Object.fromEntries(shard)));
      await rename(draft, file);
    }
    this.#changed.clear();
  }
}

function shardOf(key: string): number {
  let hash = 5381;
  for (let index = 0; index < key.length; index += 1) hash = ((hash * 33) ^ key.charCodeAt(index)) >>> 0;
  return hash % ShardCache.SHARDS;
}
