import { analyseBody } from '../entry/body.ts';
import { parseHeader } from '../entry/parse-header.ts';
import { parseYamlFile } from '../entry/parse-yaml-file.ts';
import { entryIndex } from '../model/entry-index.ts';
import { indexedEntry } from '../model/indexed-entry.ts';
import { isKindName, KIND_NAMES } from '../schema/index.ts';
import { siteSchema } from '../schema/site.ts';
import { VOCABULARY_NAMES, vocabularySchema, type Vocabularies } from '../schema/vocabularies.ts';
import { normaliseText } from '../text/normalise-text.ts';
import { checkGarden } from './check-garden.ts';
import { exampleFiles } from './example-page.ts';
import type { FileFacts, ImageFacts } from './file-facts.ts';
import type { Problem } from './problem.ts';
import type { Example } from './rule.ts';

/** What the check says of the files of an example. `pictures` are the facts of its pictures, by their path in the example. */
export function judgeExample(example: Example, pictures: ReadonlyMap<string, ImageFacts>): Problem[] {
  const given = Object.entries(exampleFiles(example)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const texts = given.flatMap(([name, text]): [string, string][] => (typeof text === 'string' ? [[`content/${name}`, normaliseText(text)]] : []));
  const files = given.map(([name, content]): FileFacts => {
    const file = `content/${name}`;
    if (typeof content === 'object' && 'symlink' in content) return { file, type: 'symlink', size: 0 };
    const image = pictures.get(name);
    const size = typeof content === 'string' ? utf8Length(content) : Math.floor((content.base64.replace(/=+$/, '').length * 3) / 4);
    return { file, type: 'file', size, ...(image ? { image } : {}), ...(typeof content === 'string' && name.endsWith('.svg') ? { svg: content } : {}) };
  });
  const entries = texts
    .filter(([file]) => isKindName(file.split('/')[1] ?? '') && file.endsWith('.mdx'))
    .map(([file, text]) => {
      const header = parseHeader(file, text);
      return { header, body: analyseBody(header.body, header.bodyLine).facts };
    });
  const index = entryIndex(entries.map(({ header, body }) => indexedEntry(header, body.headings)).toSorted((a, b) => KIND_NAMES.indexOf(a.kind) - KIND_NAMES.indexOf(b.kind)));
  const lists = VOCABULARY_NAMES.map((name) => {
    const text = texts.find(([file]) => file === `content/vocabularies/${name}.yaml`)?.[1];
    return [name, text === undefined ? undefined : parseYamlFile(`content/vocabularies/${name}.yaml`, text, vocabularySchema)] as const;
  });
  const vocabularies = Object.fromEntries(
    lists.flatMap(([name, list]) => (list ? (list.value ? [[name, list.value]] : []) : [[name, { title: name, about: '', items: [] }]])),
  ) as Partial<Vocabularies>;
  const site = siteSchema.parse({});
  const media = new Set(files.filter(({ file }) => file.startsWith('content/media/')).map(({ file }) => file.normalize('NFC')));
  const context = {
    entries,
    files,
    texts: new Map(texts),
    index,
    vocabularies,
    site,
    media,
    ...(example.today ? { today: example.today } : {}),
    ...(example.past ? { past: new Map(Object.entries(example.past)) } : {}),
  };
  return checkGarden(
    context,
    lists.flatMap(([, list]) => list?.problems ?? []),
  );
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
