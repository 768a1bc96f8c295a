import type { AnyEntry, Garden } from '#garden/model/garden.ts';
import { href } from '#site/address.ts';
import { editAddress } from './edit-address.ts';
import { formAddress } from './form-address.ts';
import { reportAddress } from './report-address.ts';
import { repositoryHost } from './repository-host.ts';
import { usedAddress } from './used-address.ts';

/** One way from reading a page to helping with it. */
export interface Door {
  readonly label: string;
  readonly href: string;
  readonly note: string;
}

/** The ways to help with the page of an entry, the simplest first. */
export function pageDoors(garden: Pick<Garden, 'site' | 'today' | 'entries' | 'history'>, entry: AnyEntry): Door[] {
  const host = repositoryHost(garden.site);
  const where = host ? `on ${host.name}` : 'in the repository';
  const edit = editAddress(garden.site, entry.file);
  const report = reportAddress(garden, entry.path);
  return [
    { label: 'Improve this page', href: formAddress(entry), note: 'In a form, and you see the page as you write.' },
    ...(entry.kind === 'guides' ? [{ label: 'I used this', href: usedAddress(entry.id), note: 'Say how it went, also when it did not work.' }] : []),
    ...(edit ? [{ label: `Edit the text ${where}`, href: edit, note: host ? 'The file itself, with an account there.' : 'The files themselves.' }] : []),
    ...(report ? [{ label: 'Report a problem', href: report, note: host ? `Write an issue ${where}; it names this page.` : 'Write to the people who keep the garden.' }] : []),
    { label: 'How to contribute', href: href('/contribute/'), note: 'All the ways, also without an account.' },
  ];
}
