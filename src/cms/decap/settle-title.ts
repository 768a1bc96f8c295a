import type { ImmutableMap } from './decap.ts';
import { plainError } from './plain-error.ts';

/** Gives the data of an entry that is to be saved. Decap makes the address of a new page from its title, letter by letter:
 *  letters are put together with their macrons first, and a title without any letter that can stand in an address is refused. */
export function settleTitle({ entry }: { entry: ImmutableMap }): ImmutableMap {
  const data = entry.get('data') as ImmutableMap;
  const title = data.get('title');
  if (entry.get('newRecord') !== true || typeof title !== 'string') return data;
  if (!/[a-z0-9]/i.test(title.normalize('NFD')))
    throw plainError('The address of this page is made from its title, which has no letter from A to Z and no digit. Add a word to the title, such as the name in English.');
  return data.set('title', title.normalize('NFC'));
}
