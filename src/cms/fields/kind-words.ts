import { isKindName, KINDS } from '#garden/schema/index.ts';

/** Kinds as a sentence says one of them: "guide", "guide or session"; "page" when there are many. */
export function kindWords(kinds: readonly string[]): string {
  const names = kinds.map((kind) => (isKindName(kind) ? KINDS[kind].one : 'page'));
  return names.length === 0 || names.length > 3 ? 'page' : names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} or ${names.at(-1)!}`;
}
