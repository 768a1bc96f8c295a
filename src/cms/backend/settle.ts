import type { Stored } from './read-stored.ts';

/** Shows two texts of one page and lets the person choose; undefined when nothing is to be saved. */
export type ChooseText = (texts: { mine: string; theirs: string; where: string }) => Promise<string | undefined>;

/** What is known of a page when it is saved. */
export interface Versions {
  readonly mine: string;
  /** As it was when the person opened it; undefined for a new page. */
  readonly opened: string | undefined;
  readonly now: Stored;
  readonly where: string;
  /** Whether the person has seen this published text before and chosen. */
  considered(published: string): boolean;
}

/** The text to store: mine, unless somebody else changed the page since it was opened, or since its draft was begun;
 *  then what the person chooses. Throws a sentence when nothing is to be stored. */
export async function settle({ mine, opened, now, where, considered }: Versions, choose: ChooseText): Promise<string> {
  if (opened === undefined) return mine;
  const theirs = now.draft ?? now.published;
  if (!theirs) throw new Error('This page is not in the repository any more, or cannot be reached. Copy your text to a safe place before you leave.');
  const text = theirs === opened || theirs === mine ? mine : await chosen(mine, theirs);
  return moved(now) && now.published !== text && !considered(now.published) ? chosen(text, now.published) : text;

  async function chosen(own: string, other: string): Promise<string> {
    const choice = await choose({ mine: own, theirs: other, where });
    if (choice === undefined) throw new Error('Nothing was saved. Your text is still here.');
    return choice;
  }
}

/** Whether the published page was changed after the draft was begun. */
export function moved(now: Stored): now is Stored & { published: string } {
  return now.draft !== undefined && now.published !== undefined && now.base !== undefined && now.published !== now.base && now.published !== now.draft;
}
