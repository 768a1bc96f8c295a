import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LoadedContent } from '../../../src/disk/load-content.ts';
import { analyseBody } from '../../../src/garden/entry/body.ts';
import { parseHeader, type ParsedHeader } from '../../../src/garden/entry/parse-header.ts';
import { parseYamlFile } from '../../../src/garden/entry/parse-yaml-file.ts';
import { entryIndex, type EntryIndex } from '../../../src/garden/model/entry-index.ts';
import { indexedEntry } from '../../../src/garden/model/indexed-entry.ts';
import { isKindName, KIND_NAMES } from '../../../src/garden/schema/index.ts';
import { VOCABULARY_NAMES, vocabularySchema, type Vocabularies } from '../../../src/garden/schema/vocabularies.ts';
import { normaliseText } from '../../../src/garden/text/normalise-text.ts';
import { gitTree, type GitTree } from './git-tree.ts';
import { pagePairs, type PagePair } from './page-pairs.ts';

/** One side of a change: the content as it was, or as it is. */
export interface Side {
  readonly headers: ReadonlyMap<string, ParsedHeader>;
  readonly texts: ReadonlyMap<string, string>;
  readonly index: EntryIndex;
  readonly vocabularies: Vocabularies;
  /** Bytes of every file. */
  readonly sizes: ReadonlyMap<string, number>;
  /** A file's bytes; undefined when it is no plain file. */
  bytes(file: string): Promise<Buffer | undefined>;
}

/** What differs from the published branch. */
export interface Change {
  readonly before: Side;
  readonly after: Side;
  readonly pages: readonly PagePair[];
  /** Changed files that are no entries. */
  readonly files: readonly string[];
  readonly siteUrl: string;
}

/** A text above this size is reported by its size and not read, as in the check. */
const READ_LIMIT = 8 * 1024 * 1024;

/** Compares what was read with the content where this branch left `base`. Throws an `UnknownPast` when git cannot know. */
export async function readChange(folder: string, content: LoadedContent, base: string): Promise<Change> {
  const tree = await gitTree(folder, base, content.site.branch);
  const before = await oldSide(tree);
  const after: Side = {
    headers: new Map(content.entries.map(({ header }) => [header.file, header])),
    texts: content.texts,
    index: content.index,
    vocabularies: content.vocabularies,
    sizes: new Map(content.files.map(({ file, size }) => [file, size])),
    bytes: async (file) => (content.files.some((one) => one.file === file && one.type === 'file') ? readFile(path.join(folder, file.slice('content/'.length))) : undefined),
  };
  const pages = pagePairs(before, after, tree.renamed);
  const told = new Set(pages.flatMap((pair) => [pair.before?.file, pair.after?.file]));
  return { before, after, pages, files: [...tree.changed].filter((file) => !told.has(file) && !isEntry(file)).sort(), siteUrl: content.site.url };
}

function isEntry(file: string): boolean {
  const [, folder = '', name = '', deeper] = file.split('/');
  return deeper === undefined && isKindName(folder) && name.endsWith('.mdx');
}

async function oldSide(tree: GitTree): Promise<Side> {
  const wanted = [...tree.files].filter(([file, { size }]) => size <= READ_LIMIT && (isEntry(file) || VOCABULARY_NAMES.some((name) => file === `content/vocabularies/${name}.yaml`)));
  const bytes = await tree.read(wanted.map(([, item]) => item));
  const texts = new Map(wanted.map(([file], index) => [file, normaliseText(bytes[index]!.toString('utf8'))] as const));
  const headers = new Map([...texts].flatMap(([file, text]) => (isEntry(file) ? [[file, parseHeader(file, text)] as const] : [])));
  const lists = VOCABULARY_NAMES.map((name) => {
    const file = `content/vocabularies/${name}.yaml`;
    const text = texts.get(file);
    return [name, (text === undefined ? undefined : parseYamlFile(file, text, vocabularySchema).value) ?? { title: name, about: '', items: [] }] as const;
  });
  const indexed = [...headers.values()].map((header) => indexedEntry(header)).sort((a, b) => KIND_NAMES.indexOf(a.kind) - KIND_NAMES.indexOf(b.kind));
  return {
    headers,
    texts,
    index: entryIndex(indexed),
    vocabularies: Object.fromEntries(lists) as Vocabularies,
    sizes: new Map([...tree.files].map(([file, { size }]) => [file, size])),
    bytes: async (file) => {
      const item = tree.files.get(file);
      return item && (await tree.read([item]))[0];
    },
  };
}

/** The facts of a body, whatever side it is from. */
export function factsOf(header: ParsedHeader) {
  return analyseBody(header.body, header.bodyLine).facts;
}
