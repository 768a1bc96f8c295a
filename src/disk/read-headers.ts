import path from 'node:path';
import { parseHeader, type ParsedHeader } from '#garden/entry/parse-header.ts';
import { isKindName } from '#garden/schema/index.ts';
import { digestOf } from './engine-digest.ts';
import type { DigestedHeader } from './read-bodies.ts';
import { ShardCache } from './shard-cache.ts';

/** A header as it is kept: its body is the end of the text. */
type KeptHeader = Omit<ParsedHeader, 'body' | 'file'> & { readonly bodyLength: number };

/** The headers of all entries among the texts, each with the digest of its file and of the engine. Only what is not kept from an earlier run is parsed. */
export async function readHeaders(texts: ReadonlyMap<string, string>, cache: string, engine: string): Promise<DigestedHeader[]> {
  const kept = await ShardCache.open<KeptHeader>(path.join(cache, 'headers'));
  const headers: DigestedHeader[] = [];
  for (const [file, text] of texts) {
    if (!isKindName(file.split('/')[1] ?? '')) continue;
    const digest = digestOf(engine, text);
    const known = kept.get(file, digest);
    if (known) {
      const { bodyLength, ...rest } = known;
      headers.push({ header: { ...rest, fields: rest.fields, file, body: text.slice(text.length - bodyLength) }, digest });
      continue;
    }
    const header = parseHeader(file, text);
    headers.push({ header, digest });
    const { body, file: _file, ...rest } = header;
    if (text.endsWith(body)) kept.set(file, digest, { ...rest, bodyLength: body.length });
  }
  kept.prune(new Set(headers.map(({ header }) => header.file)));
  await kept.save();
  return headers;
}
