import type { FileHistory } from '#garden/model/garden.ts';
import type { Past } from '#garden/model/past-address.ts';
import { gitIn } from './git-in.ts';
import { pastAddresses } from './past-addresses.ts';

/** What git knows of the files of a content folder, and of the addresses that are no more; and a sentence when it knows less than all. */
export interface GitHistory {
  readonly files: ReadonlyMap<string, FileHistory>;
  readonly past: Past;
  readonly notice?: string;
}

/** First and last change and the people of every file below `folder`, by its `content/…` path. Follows renames.
 *  A shallow clone knows only the files that were added inside it: its oldest commits seem to add everything. */
export async function gitHistory(folder: string): Promise<GitHistory> {
  const git = gitIn(folder);
  try {
    const [shallow, prefix = ''] = (await git('rev-parse', '--is-shallow-repository', '--show-prefix')).split('\n');
    const cut = shallow === 'true';
    const unknown = cut ? (await git('rev-list', '--max-parents=0', 'HEAD')).split('\n').flatMap((commit) => (commit === '' ? [] : [`^${commit}`])) : [];
    const past = pastAddresses(folder);
    const log = await git('log', '--no-merges', '-M', '--format=%x01%as%x02%aN', '--name-status', '-z', 'HEAD', ...unknown, '--', '.');
    return { files: readLog(log, prefix, cut), past: (await past).past, ...(cut ? { notice: CUT } : {}) };
  } catch {
    return { files: new Map(), past: new Map(), notice: 'There is no git history here, so pages show no dates of change, and nobody can know which pages were here before.' };
  }
}

const CUT = 'This clone has no full git history, so only pages that are new in it show dates of change, and nobody can know which pages it once had.';

const NOBODY = '\0';

/** Reads the log from newest to oldest, carrying an old name to the name the file has today. With `cut`, the log may begin in the middle of a file's life, and only files that it shows being added count. */
export function readLog(log: string, prefix: string, cut = false): Map<string, FileHistory> {
  const today = new Map<string, string>();
  const found = new Map<string, { first: string; last: string; people: Set<string>; added: boolean }>();
  for (const commit of log.split('\x01').slice(1)) {
    const [head = '', ...rest] = commit.split('\0');
    const [date = '', person = ''] = head.trim().split('\x02');
    const parts = rest.map((part) => part.replace(/^\n+/, '')).filter((part) => part !== '');
    const touched: { name: string; added: boolean }[] = [];
    const renames: { from: string; to: string; name: string }[] = [];
    for (let index = 0; index < parts.length;) {
      const status = parts[index] ?? '';
      const renamed = /^[RC]\d*$/.test(status);
      const from = parts[index + 1] ?? '';
      const to = renamed ? (parts[index + 2] ?? '') : from;
      index += renamed ? 3 : 2;
      const name = today.get(to) ?? to;
      if (status.startsWith('R')) renames.push({ from, to, name });
      touched.push({ name, added: status === 'A' });
    }
    // What had a new name before was another file, and its dates are not those of this one.
    for (const { to } of renames) today.set(to, NOBODY);
    for (const { from, name } of renames) today.set(from, name);
    for (const { name, added } of touched) {
      if (name === NOBODY || !name.startsWith(prefix)) continue;
      const file = `content/${name.slice(prefix.length)}`;
      const known = found.get(file);
      if (known) {
        known.first = date < known.first ? date : known.first;
        known.people.add(person);
        known.added = added;
      } else found.set(file, { first: date, last: date, people: new Set([person]), added });
    }
  }
  const whole = [...found].filter(([, { added }]) => !cut || added);
  return new Map(whole.map(([file, { first, last, people }]) => [file, { first, last, people: [...people].reverse() }]));
}
