import { createInterface } from 'node:readline/promises';
import { KIND_NAMES, KINDS, type KindName } from '../../../src/garden/schema/index.ts';
import { kindWords } from '../../../src/garden/schema/kind-words.ts';
import type { Site } from '../../../src/garden/schema/site.ts';
import { findKind } from './find-kind.ts';

/** Asks for a kind and a title, each until there is an answer. Resolves with undefined when nobody answers. */
export async function ask(site: Site): Promise<{ readonly kind: KindName; readonly title: string } | undefined> {
  const lines = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY });
  const answers = lines[Symbol.asyncIterator]();
  const next = async (question: string): Promise<string | undefined> => {
    process.stdout.write(question);
    const { value, done } = await answers.next();
    return done ? undefined : value.trim();
  };
  try {
    console.log('What would you like to write?\n');
    KIND_NAMES.forEach((name, index) => console.log(`  ${index + 1}  ${KINDS[name].one}: ${kindWords(KINDS[name], site).about}`));
    const kind = await until(() => next('\nIts number or name: '), findKind, 'There is no such kind. Write a number from the list.');
    if (!kind) return undefined;
    const title = await until(
      () => next(`Title of the ${KINDS[kind].one}: `),
      (text) => text || undefined,
      'It needs a title.',
    );
    return title === undefined ? undefined : { kind, title };
  } finally {
    lines.close();
  }
}

async function until<T>(next: () => Promise<string | undefined>, read: (answer: string) => T | undefined, otherwise: string): Promise<T | undefined> {
  for (let answer = await next(); answer !== undefined; answer = await next()) {
    const found = answer === '' ? undefined : read(answer);
    if (found !== undefined) return found;
    console.log(otherwise);
  }
  return undefined;
}
