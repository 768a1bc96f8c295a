import { KIND_NAMES, KINDS, type KindName } from '../../../src/garden/schema/index.ts';
import { nearest } from '../../../src/garden/text/nearest.ts';

/** The kind that somebody means: by its number in the list, its word, its folder, or the name that is nearest. */
export function findKind(given: string): KindName | undefined {
  const words = given.trim().toLowerCase();
  const names = new Map(KIND_NAMES.flatMap((kind, index) => [String(index + 1), kind, KINDS[kind].one, KINDS[kind].many, KINDS[kind].heading.toLowerCase()].map((name) => [name, kind] as const)));
  return (
    names.get(words) ??
    names.get(
      nearest(
        words,
        [...names.keys()].filter((name) => !/^\d+$/.test(name)),
      ) ?? '',
    )
  );
}
