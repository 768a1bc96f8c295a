import { resolveTarget, type EntryIndex } from '../model/entry-index.ts';
import { foldText } from '../text/fold-text.ts';
import { bodyWords } from './writing.ts';
import type { CheckedEntry, EntryContext } from './rule.ts';

/** The name of what an entry is about or names whose places stay vague; undefined when there is no such thing. */
export function isSensitive({ header, body }: CheckedEntry, { index, vocabularies }: EntryContext): string | undefined {
  const topics = (header.fields?.['topics'] ?? []) as readonly string[];
  const topic = vocabularies.topics?.items.find((item) => item.sensitive && topics.includes(item.id));
  if (topic) return `"${topic.label}"`;
  const linked = body.wikilinks.map(({ target, wanted }) => (wanted ? undefined : resolveTarget(index, target).entry)).find((entry) => entry?.sensitive);
  if (linked) return `"${linked.title}"`;
  const terms = termsOf(index);
  if (terms.length === 0) return undefined;
  const words = ` ${foldText(`${header.title} ${JSON.stringify(header.fields ?? {})} ${bodyWords(header.body)}`).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const name = terms.find((term) => words.includes(` ${foldText(term).replace(/[^\p{L}\p{N}]+/gu, ' ')} `));
  return name === undefined ? undefined : `"${name}"`;
}

/** Whether the garden names anything whose places stay vague. */
export function hasSensitive({ index, vocabularies }: EntryContext): boolean {
  return termsOf(index).length > 0 || (vocabularies.topics?.items.some(({ sensitive }) => sensitive) ?? false);
}

const kept = new WeakMap<EntryIndex, readonly string[]>();

function termsOf(index: EntryIndex): readonly string[] {
  const known = kept.get(index) ?? [...index.entries.values()].flatMap(({ sensitive }) => sensitive ?? []);
  kept.set(index, known);
  return known;
}
