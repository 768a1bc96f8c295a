import path from 'node:path';
import { checkGarden } from '#garden/checks/check-garden.ts';
import type { Problem } from '#garden/checks/problem.ts';
import type { CheckedEntry } from '#garden/checks/rule.ts';
import type { FileFacts } from '#garden/checks/file-facts.ts';
import { analyseBody } from '#garden/entry/body.ts';
import type { BodyFacts } from '#garden/entry/body-facts.ts';
import { parseHeader, type ParsedHeader } from '#garden/entry/parse-header.ts';
import { parseYamlFile } from '#garden/entry/parse-yaml-file.ts';
import { entryIndex, type EntryIndex } from '#garden/model/entry-index.ts';
import { KIND_NAMES, isKindName } from '#garden/schema/index.ts';
import { siteSchema, type Site } from '#garden/schema/site.ts';
import { VOCABULARY_NAMES, vocabularySchema, type Vocabularies } from '#garden/schema/vocabularies.ts';
import { cacheFolder } from './cache-folder.ts';
import { digestOf, engineDigest } from './engine-digest.ts';
import { readContent } from './read-content.ts';
import { ShardCache } from './shard-cache.ts';

/** One entry as it was read, with the digest of its source and of the engine. */
export interface LoadedEntry extends CheckedEntry {
  readonly digest: string;
  /** The tree of the body when it was parsed in this run; undefined when its facts came from the cache. */
  readonly tree?: ReturnType<typeof analyseBody>['tree'];
}

/** Everything read from a content folder, and everything wrong with it. */
export interface LoadedContent {
  readonly entries: readonly LoadedEntry[];
  readonly files: readonly FileFacts[];
  readonly site: Site;
  readonly vocabularies: Vocabularies;
  readonly index: EntryIndex;
  readonly problems: readonly Problem[];
}

/** Reads, parses and checks a content folder. Facts of bodies that have not changed come from the cache. */
export async function loadContent(folder: string, options: { keepTrees?: boolean } = {}): Promise<LoadedContent> {
  const { files, texts } = await readContent(folder);
  const engine = await engineDigest();
  const cache = await ShardCache.open<BodyFacts>(path.join(cacheFolder(folder), 'facts'));
  const entries = [...texts].flatMap(([file, text]): LoadedEntry[] => {
    if (!isKindName(file.split('/')[1] ?? '')) return [];
    const header = parseHeader(file, text);
    const digest = digestOf(engine, text);
    const kept = cache.get(file, digest);
    if (kept) return [{ header, body: kept, digest }];
    const { tree, facts } = analyseBody(header.body, header.bodyLine);
    cache.set(file, digest, facts);
    return [{ header, body: facts, digest, ...(options.keepTrees ? { tree } : {}) }];
  });
  cache.prune(new Set(entries.map((entry) => entry.header.file)));
  await cache.save();
  const { vocabularies, problems: listProblems } = readVocabularies(texts);
  const { site, problems: siteProblems } = readSite(texts.get('content/site.yaml'));
  const index = entryIndex(entries.map(({ header, body }) => indexed(header, body)).sort((a, b) => KIND_NAMES.indexOf(a.kind) - KIND_NAMES.indexOf(b.kind)));
  const media = new Set(files.filter((file) => file.type === 'file' && file.file.startsWith('content/media/')).map((file) => file.file.normalize('NFC')));
  const problems = checkGarden({ entries, files, index, vocabularies, site, media }, [...listProblems, ...siteProblems]);
  return { entries, files, site, vocabularies, index, problems };
}


function indexed(header: ParsedHeader, body: BodyFacts) {
  const lang = header.fields?.['lang'];
  return { kind: header.kind, id: header.id, title: header.title, lang: typeof lang === 'string' ? lang : 'en', draft: header.draft, headings: body.headings };
}

function readVocabularies(texts: ReadonlyMap<string, string>): { vocabularies: Vocabularies; problems: Problem[] } {
  const problems: Problem[] = [];
  const lists = VOCABULARY_NAMES.map((name) => {
    const file = `content/vocabularies/${name}.yaml`;
    const text = texts.get(file);
    const empty = { title: name, about: '', items: [] };
    if (text === undefined) return [name, empty] as const;
    const read = parseYamlFile(file, text, vocabularySchema);
    problems.push(...read.problems);
    return [name, read.value ?? empty] as const;
  });
  return { vocabularies: Object.fromEntries(lists) as Vocabularies, problems };
}

function readSite(text: string | undefined): { site: Site; problems: Problem[] } {
  const read = text === undefined ? undefined : parseYamlFile('content/site.yaml', text, siteSchema);
  const site = read?.value ?? siteSchema.parse({});
  const override = process.env['SITE_URL'];
  const url = override && /^https?:\/\//.test(override) ? override : site.url;
  return { site: { ...site, url: url.endsWith('/') ? url : `${url}/` }, problems: read?.problems ?? [] };
}
