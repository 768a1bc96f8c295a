import { parseHeader, type ParsedHeader } from '../../../src/garden/entry/parse-header.ts';
import type { EntryIndex } from '../../../src/garden/model/entry-index.ts';
import { normaliseText } from '../../../src/garden/text/normalise-text.ts';
import { bodyChanges } from './body-changes.ts';
import type { Change, Left } from './change.ts';
import { editRaw } from './edit-raw.ts';
import { headerChanges } from './header-changes.ts';
import { fileOf, type Move } from './move.ts';
import { newAliases } from './new-aliases.ts';
import { targets } from './targets.ts';

/** What a move does to one file. */
export interface FilePlan {
  /** Its name before the move, `content/…`. */
  readonly file: string;
  readonly raw: string;
  /** Each changed link or value, with its line. */
  readonly changes: readonly (Pick<Change, 'was' | 'is'> & { readonly line: number })[];
  /** What leads to the moved entry and stays as it is, with its line; without `was` the whole file could not be read. */
  readonly left: readonly { readonly line: number; readonly was?: string }[];
}

/** What a move is planned from. */
export interface Before {
  readonly index: EntryIndex;
  readonly siteUrl: string;
  /** Raw text of every entry by its file. */
  readonly texts: ReadonlyMap<string, string>;
  /** The file of the entry that moves; one that was moved by hand stands at its new name already. */
  readonly file: string;
  /** Whether the old address goes on working. */
  readonly keep: boolean;
}

/**
 * Plans a move: every file with what it says afterwards, the moved one first. Nothing but names of the entry and its
 * list of old addresses is touched. Throws an Error of one plain sentence when the header of the entry cannot be read.
 */
export function planMove(move: Move, { index, siteUrl, texts, file: moved, keep }: Before): FilePlan[] {
  const rules = targets(move, index, siteUrl);
  const plans: FilePlan[] = [];
  for (const [file, raw] of texts) {
    if (file !== moved && !raw.includes(move.from.id) && !raw.includes(move.to.id)) continue;
    const text = normaliseText(raw);
    const header = parseHeader(file, text);
    const [fields, body] = [headerChanges(header, text, rules), bodyChanges(header, text, rules)];
    const changes = [...fields.changes, ...body.changes];
    const edited = editRaw(raw, changes);
    const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
    const plan: FilePlan = {
      file,
      raw: file === moved ? newAliases(edited, move, keep) : edited,
      changes: changes.map(({ start, was, is }) => ({ line: lineOf(start), was, is })),
      left: [
        ...(raw.includes(move.from.id) && (body.unread || !isReadable(header)) ? [{ line: 1 }] : []),
        ...[...fields.left, ...body.left].map(({ offset, was }: Left) => ({ line: lineOf(offset), was })),
      ],
    };
    if (file === moved) plans.unshift(plan);
    else if (changes.length > 0 || plan.left.length > 0) plans.push(plan);
  }
  if (plans[0]?.file !== moved) throw new Error(`There is no file ${fileOf(move.from)}.`);
  return plans;
}

/** Where a header cannot be read, nobody knows what it names. */
function isReadable({ problems }: Pick<ParsedHeader, 'problems'>): boolean {
  return !problems.some(({ rule, severity }) => rule === 'bad-front-matter' && severity === 'error');
}
