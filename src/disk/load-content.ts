import { checkGarden } from '#garden/checks/check-garden.ts';
import type { Problem } from '#garden/checks/problem.ts';
import type { CheckedEntry } from '#garden/checks/rule.ts';
import type { FileFacts } from '#garden/checks/file-facts.ts';
import { parseYamlFile } from '#garden/entry/parse-yaml-file.ts';
import type { EntryIndex } from '#garden/model/entry-index.ts';
import { siteSchema, type Site } from '#garden/schema/site.ts';
import { VOCABULARY_NAMES, vocabularySchema, type Vocabularies } from '#garden/schema/vocabularies.ts';
import { cacheFolder } from './cache-folder.ts';
import { engineDigest } from './engine-digest.ts';
import { indexOf, readBodies } from './read-bodies.ts';
import { pastAddresses } from './past-addresses.ts';
import { plainToday } from './plain-today.ts';
import { readHeaders } from './read-headers.ts';
import { readContent } from './read-content.ts';
import { siteAddress } from './site-address.ts';

/** One entry as it was read, with the digest of its source and of the engine. */
export interface LoadedEntry extends CheckedEntry {
  readonly digest: string;
}

/** Everything read from a content folder, and everything wrong with it. */
export interface LoadedContent {
  readonly entries: readonly LoadedEntry[];
  readonly files: readonly FileFacts[];
  /** Normalised texts by file, for excerpts. */
  readonly texts: ReadonlyMap<string, string>;
  readonly site: Site;
  readonly vocabularies: Vocabularies;
  readonly index: EntryIndex;
  readonly problems: readonly Problem[];
  /** How many bodies were read anew, because nothing was kept of them. */
  readonly made: number;
  /** A sentence when nobody can know all that the check asks for. */
  readonly notice?: string;
}

/** Reads, parses and checks a content folder; with a `base` it also draws the bodies. What has not changed comes from the cache. */
export async function loadContent(folder: string, draw?: { readonly base: string }): Promise<LoadedContent> {
  const history = pastAddresses(folder);
  const { files, texts } = await readContent(folder);
  const engine = await engineDigest();
  const headers = await readHeaders(texts, cacheFolder(folder), engine);
  const { vocabularies, unread, problems: listProblems } = readVocabularies(texts);
  const { site, problems: siteProblems } = readSite(texts.get('content/site.yaml'));
  const { bodies, made } = await readBodies(headers, cacheFolder(folder), draw && { base: draw.base, siteUrl: site.url });
  const entries = headers.map(({ header, digest }): LoadedEntry => ({ header, digest, body: bodies.get(header.file)! }));
  const index = indexOf(headers, bodies);
  const media = new Set(files.filter((file) => file.type === 'file' && file.file.startsWith('content/media/')).map((file) => file.file.normalize('NFC')));
  const readable: Partial<Vocabularies> = Object.fromEntries(Object.entries(vocabularies).filter(([name]) => !unread.has(name)));
  const { past, notice } = await history;
  const problems = checkGarden({ entries, files, texts, index, vocabularies: readable, site, media, today: plainToday(), past }, [...listProblems, ...siteProblems]);
  return { entries, files, texts, site, vocabularies, index, problems, made, ...(notice ? { notice } : {}) };
}

/** The lists; one whose file has a mistake is empty, and named in `unread`. */
function readVocabularies(texts: ReadonlyMap<string, string>): { vocabularies: Vocabularies; unread: ReadonlySet<string>; problems: Problem[] } {
  const unread = new Set<string>();
  const problems: Problem[] = [];
  const lists = VOCABULARY_NAMES.map((name) => {
    const file = `content/vocabularies/${name}.yaml`;
    const text = texts.get(file);
    const empty = { title: name, about: '', items: [] };
    if (text === undefined) return [name, empty] as const;
    const read = parseYamlFile(file, text, vocabularySchema);
    problems.push(...read.problems);
    if (!read.value) unread.add(name);
    return [name, read.value ?? empty] as const;
  });
  return { vocabularies: Object.fromEntries(lists) as Vocabularies, unread, problems };
}

function readSite(text: string | undefined): { site: Site; problems: Problem[] } {
  const read = text === undefined ? undefined : parseYamlFile('content/site.yaml', text, siteSchema);
  const site = read?.value ?? siteSchema.parse({});
  return { site: { ...site, url: siteAddress(site.url).href }, problems: read?.problems ?? [] };
}
