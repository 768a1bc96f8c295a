import { singleSpaces } from '../text/single-spaces.ts';

/** The sentences of a text, each with its spaces made single. */
export function sentencesOf(text: string): string[] {
  return singleSpaces(text)
    .split(/(?<=[.!?…]["”’)]?)\s+(?=["“‘(]?[\p{Lu}\p{N}])/u)
    .filter((sentence) => sentence !== '');
}
