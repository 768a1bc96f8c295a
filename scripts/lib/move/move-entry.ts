import { loadContent, type LoadedContent } from '../../../src/disk/load-content.ts';
import { pastAddresses } from '../../../src/disk/past-addresses.ts';
import { KINDS } from '../../../src/garden/schema/index.ts';
import { addressOf, fileOf, type Move } from './move.ts';
import { isPageId } from '../../../src/garden/text/is-page-id.ts';
import { isCommitted, moveFiles, namesakes, readRaw } from './move-files.ts';
import { oldAddressesIn } from './new-aliases.ts';
import { planMove, type FilePlan } from './plan-move.ts';

/** What a move did, or would do. */
export interface Moved {
  readonly move: Move;
  readonly plans: readonly FilePlan[];
  /** Whether the file had its new name already: only its readers had to be told. */
  readonly byHand: boolean;
  /** Whether the old address goes on working. */
  readonly keep: boolean;
}

/**
 * Moves an entry of a content folder with all that names it, or, when it was renamed by hand or another entry took its
 * place, mends what still names it. With `dry`, changes nothing. Throws an Error of one plain sentence.
 */
export async function moveEntry(folder: string, given: Move, dry: boolean): Promise<Moved> {
  const written = await namesakes(folder, given.from);
  const move: Move = { ...given, from: written.find(({ id }) => id === given.from.id) ?? written[0] ?? given.from };
  const old = written.length > 0;
  const fresh = (await namesakes(folder, move.to)).some(({ kind, id }) => kind !== move.from.kind || id !== move.from.id);
  const content = await loadContent(folder);
  const byHand = !old && fresh;
  await refuse(move, { old, fresh, content, folder });
  const texts = await readRaw(
    folder,
    content.entries.map(({ header }) => header.file),
  );
  const file = fileOf(byHand ? move.to : move.from);
  const back = oldAddressesIn(readable(file, texts)).some((alias) => (alias.includes('/') ? alias : `${move.to.kind}/${alias}`) === addressOf(move.to));
  // On the way back, an address that was never published need not go on working.
  // No page ever stood at a name that cannot be an address.
  const keep = isPageId(move.from.id) && (byHand || !back || (await isCommitted(folder, move.from)));
  const plans = planMove(move, { index: content.index, siteUrl: content.site.url, texts, file, keep });
  if (!dry) await moveFiles(folder, byHand ? undefined : move, plans, texts);
  return { move, plans, byHand, keep };
}

interface Found {
  readonly old: boolean;
  readonly fresh: boolean;
  readonly content: LoadedContent;
  readonly folder: string;
}

async function refuse({ from, to }: Move, { old, fresh, content, folder }: Found): Promise<void> {
  const [was, is] = [addressOf(from), addressOf(to)];
  if (old && fresh) throw new Error(`There is a ${KINDS[to.kind].one} at ${fileOf(to)} already, and a move never overwrites one. Choose another name.`);
  if (old && from.kind !== to.kind) {
    throw new Error(`A move keeps the kind: a ${KINDS[from.kind].one} has other fields than a ${KINDS[to.kind].one}. Write ${fileOf(to)}, remove ${fileOf(from)}, then run this command again.`);
  }
  const owner = (content.index.old.get(is) ?? []).find((entry) => `${entry.kind}/${entry.id}` !== was);
  if (old && owner)
    throw new Error(`"${is}" is an old address of "${owner.title}" (content/${owner.kind}/${owner.id}.mdx), and links to it lead there. Choose another name, or take it out of its "aliases" first.`);
  if (old) return;
  if (!fresh) throw new Error(`There is no file ${fileOf(from)}.`);
  const rival = (content.index.old.get(was) ?? []).find((entry) => `${entry.kind}/${entry.id}` !== is);
  if (rival) throw new Error(`"${was}" is an old address of "${rival.title}" (content/${rival.kind}/${rival.id}.mdx) already.`);
  const known =
    (await pastAddresses(folder)).past.has(was) ||
    content.index.old.has(was) ||
    content.entries.some(
      ({ header, body }) =>
        header.references.some(({ value }) => value === was || value === from.id) ||
        body.wikilinks.some(({ target }) => target === was || target === from.id) ||
        body.links.some(({ url }) => url.includes(from.id)) ||
        body.citations.some(({ source }) => source === from.id),
    );
  if (!known) throw new Error(`There is no file ${fileOf(from)}, and nothing names it.`);
}

/** The raw text of the entry that moves. */
function readable(file: string, texts: ReadonlyMap<string, string>): string {
  const raw = texts.get(file);
  if (raw === undefined) throw new Error(`${file} cannot be read: npm run check says why.`);
  return raw;
}
