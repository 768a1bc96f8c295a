import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contentFolder } from '../src/disk/content-folder.ts';
import { plainToday } from '../src/disk/plain-today.ts';
import { readGardenFacts } from '../src/disk/read-garden-facts.ts';
import { newEntry } from '../src/garden/outputs/new-entry.ts';
import { KIND_NAMES, KINDS } from '../src/garden/schema/index.ts';
import { ask } from './lib/new/ask.ts';
import { entryName } from './lib/new/entry-name.ts';
import { findKind } from './lib/new/find-kind.ts';

process.exitCode = await make(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 2;
});

/** Makes a draft of a kind with a title, as given or as asked for. Returns the exit code. */
async function make([word, ...words]: string[]): Promise<number> {
  const folder = contentFolder();
  const { vocabularies, site } = await readGardenFacts(folder);
  const wanted = word === undefined ? await ask(site) : given(word, words.join(' '));
  if (!wanted) {
    console.log('\nNothing was made.');
    return 1;
  }
  const { kind, title } = wanted;
  const file = `${kind}/${entryName(kind, title)}.mdx`;
  await mkdir(path.join(folder, kind), { recursive: true });
  try {
    await writeFile(path.join(folder, file), newEntry({ kind, title, today: plainToday(), vocabularies }), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Error(`content/${file} is there already. Open that one, or choose another title.`, { cause: error });
  }
  console.log(`\nMade content/${file}`);
  console.log('Open it and fill what is marked "Needed". Then see what is left to do:');
  console.log(`  npm run check -- content/${file}`);
  return 0;
}

function given(word: string, title: string) {
  const kind = findKind(word);
  if (!kind) throw new Error(`There is no kind called "${word}". The kinds are: ${KIND_NAMES.map((name) => KINDS[name].one).join(', ')}.`);
  if (!title.trim()) throw new Error(`Give the ${KINDS[kind].one} a title: npm run new -- "${KINDS[kind].one}" "Its title"`);
  return { kind, title: title.trim() };
}
