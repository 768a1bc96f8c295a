import type { Address, Garden } from '#garden/model/garden.ts';
import { absolute } from '#site/address.ts';
import { issueAddress } from './issue-address.ts';

/** What of a garden tells which state of a page somebody read. */
type Known = Pick<Garden, 'site' | 'today' | 'entries' | 'history'>;

/** Where a problem with a page can be told, with the page and its state filled in. `path` is its site path, such as `/guides/x/`. */
export function reportAddress(garden: Known, path: string): string | undefined {
  const name = path.replace(/^\/|\/$/g, '');
  const entry = garden.entries.get(name as Address) ?? garden.entries.get(`pages/${name}`);
  const changed = entry && garden.history.get(entry.file)?.last;
  const text = [
    'What is wrong, or what is missing?',
    '\n',
    'How do you know? Name a source, or say what you saw.',
    '\n',
    'Everybody can read this. Leave out the place of a nest, a den, a rare plant or a home.',
    '',
    '---',
    `Page: ${absolute(path)}`,
    ...(entry ? [`File: ${entry.file}`] : []),
    changed ? `Last change: ${changed}` : `Site built: ${garden.today}`,
  ].join('\n');
  return issueAddress(garden.site, { title: `Problem: ${entry?.title ?? path}`, text });
}
