import { headerImages } from '../../../src/garden/checks/header-images.ts';
import { mediaPath } from '../../../src/garden/checks/media-path.ts';
import type { Problem } from '../../../src/garden/checks/problem.ts';
import type { CheckedEntry } from '../../../src/garden/checks/rule.ts';
import { analyseBody } from '../../../src/garden/entry/body.ts';
import { parseHeader } from '../../../src/garden/entry/parse-header.ts';
import { resolveTarget, type EntryIndex } from '../../../src/garden/model/entry-index.ts';
import { isKindName } from '../../../src/garden/schema/index.ts';
import { siteLink } from '../../../src/garden/model/site-link.ts';
import { foldText } from '../../../src/garden/text/fold-text.ts';
import { normaliseText } from '../../../src/garden/text/normalise-text.ts';
import type { Changed } from './changed-files.ts';

/** What a change reaches: the files that changed, and the files that depend on them. */
export interface Scope {
  readonly changed: ReadonlySet<string>;
  readonly dependants: ReadonlySet<string>;
  /** Whether a problem may come of the change. */
  holds(problem: Problem): boolean;
}

interface Content {
  readonly entries: readonly CheckedEntry[];
  readonly index: EntryIndex;
  readonly site: { readonly url: string };
}

/** Finds what a change of these files reaches: entries that name a changed, removed or renamed one, or an item of a changed list, or show a changed picture. */
export function inScope({ files: changed, before }: Changed, { entries, index, site }: Content): Scope {
  const was = [...before].flatMap(([file, text]) => (isKindName(file.split('/')[1] ?? '') ? [oldEntry(file, text)] : []));
  const lost = new Set(was.flatMap(oldNames));
  const named = new Set(was.flatMap((entry) => namesOf(entry, index, site.url, new Set())));
  const everything = changed.has('content/site.yaml');
  const needed = new Map<string, string[]>();
  const dependants = new Set<string>();
  const terms: string[] = [];
  for (const entry of entries) {
    const { header } = entry;
    const reached = everything || namesOf(entry, index, site.url, lost).some((name) => name === LOST || changed.has(name));
    if (reached && !changed.has(header.file)) dependants.add(header.file);
    for (const file of leadsTo(header)) needed.set(file, [...(needed.get(file) ?? []), header.file]);
    if (changed.has(header.file) && header.kind === 'glossary') terms.push(header.file);
  }
  // A circle is told at its first page, which may lie some steps away.
  const reached = [...changed];
  const circle = new Set(reached);
  for (let file = reached.pop(); file !== undefined; file = reached.pop()) {
    const further = (needed.get(file) ?? []).filter((next) => !circle.has(next));
    for (const next of further) circle.add(next);
    reached.push(...further);
  }
  const twins = new Set([...changed].map((file) => foldText(file)));
  return {
    changed,
    dependants,
    holds: ({ file, rule }) =>
      everything ||
      changed.has(file) ||
      dependants.has(file) ||
      ((rule === 'prerequisite-cycle' || rule === 'alias-circle') && circle.has(file)) ||
      (rule === 'twin-names' && twins.has(foldText(file))) ||
      // The last page that named it may have let it go.
      ((rule === 'uncited-source' || rule === 'unused-media') && named.has(file)) ||
      // A term can be a word on any page.
      (terms.length > 0 && (rule === 'missing-macron' || rule === 'sensitive-place')),
  };
}

/** Stands for the file of a name that led somewhere before the change. */
const LOST = 'lost';

function oldEntry(file: string, text: string): CheckedEntry {
  const header = parseHeader(file, normaliseText(text));
  return { header, body: analyseBody(header.body, header.bodyLine).facts };
}

/** Every name by which links found an entry. */
function oldNames({ header: { kind, id, fields } }: CheckedEntry): string[] {
  return [id, ...aliasesOf(fields)].flatMap((name) => (name.includes('/') ? [name, name.slice(name.indexOf('/') + 1)] : [name, `${kind}/${name}`]));
}

/** The files to which an entry leads in ways that can close a circle: what it needs, what replaced it, and the addresses it claims. */
function leadsTo({ kind, references, fields }: CheckedEntry['header']): string[] {
  const named = references.flatMap(({ field, value }) => (field === 'requires' || field === 'superseded_by' ? [value] : []));
  return [...named, ...aliasesOf(fields)].map((name) => `content/${name.includes('/') ? name : `${kind}/${name}`}.mdx`);
}

function aliasesOf(fields: CheckedEntry['header']['fields']): readonly string[] {
  return (fields?.['aliases'] ?? []) as readonly string[];
}

/** The file of everything that an entry names. */
function namesOf({ header, body }: CheckedEntry, index: EntryIndex, siteUrl: string, lost: ReadonlySet<string>): string[] {
  const fileOf = (target: string, kinds?: readonly string[]) => {
    const { entry } = resolveTarget(index, target, kinds);
    return entry ? `content/${entry.kind}/${entry.id}.mdx` : lost.has(target) ? LOST : '';
  };
  const list = (name: string) => `content/vocabularies/${name}.yaml`;
  return [
    ...body.wikilinks.flatMap(({ target, wanted }) => (wanted || target === '' ? [] : [fileOf(target)])),
    ...body.links.flatMap(({ url }) => {
      const target = siteLink(url, header.kind, siteUrl);
      if (target.type === 'entry') return [fileOf(target.target)];
      return target.type === 'page' ? [list(target.path.split('/')[1] ?? '')] : [];
    }),
    ...body.citations.map(({ source }) => fileOf(`sources/${source}`)),
    ...header.references.map(({ vocabulary, value, kinds }) => (vocabulary ? list(vocabulary) : fileOf(value, kinds))),
    ...[...headerImages(header), ...body.images].map(({ src }) => mediaPath(header.file, src) ?? 'content/media'),
    ...aliasesOf(header.fields).map((alias) => `content/${alias.includes('/') ? alias : `${header.kind}/${alias}`}.mdx`),
  ];
}
