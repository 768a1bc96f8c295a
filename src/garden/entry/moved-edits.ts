import type { BodyFacts, Place } from './body-facts.ts';
import type { ParsedHeader } from './parse-header.ts';
import type { Edit } from './yaml-places.ts';

/** What has moved in the garden. Each answers with the new name, or undefined when the given one is right or unknown. */
export interface Moves {
  /** The new name of an entry that a link or a field names by an old one, as `id` or `kind/id` like the old. */
  entry(name: string, kinds?: readonly string[]): string | undefined;
  /** The new id of a heading in the entry that a link names; an empty name is the page itself. */
  heading(name: string, id: string): string | undefined;
  /** The new address of a page of the site. */
  address(url: string): string | undefined;
}

/** The edits that make the links and fields of a file (with LF line ends) name everything as it is called now. What cannot be found letter for letter in its place is left. */
export function movedEdits(text: string, header: ParsedHeader, body: BodyFacts, moves: Moves): Edit[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const edits = new Map<number, Edit>();
  for (const { value, kinds, ...place } of header.references) if (kinds.length > 0) replace(place, value, moves.entry(value, kinds));
  for (const { source, ...place } of body.citations) replace(place, source, moves.entry(source, ['sources']));
  for (const { url, ...place } of body.links) replace(place, url, moves.address(url));
  for (const link of body.wikilinks) {
    if (link.wanted) continue;
    if (link.target !== '') replace(link, link.target, moves.entry(link.target));
    if (link.heading) replace(link, `#${link.heading}`, prefixed(moves.heading(link.target, link.heading)));
  }
  return [...edits.values()];

  function replace({ line, column, length = 0 }: Place, old: string, now: string | undefined): void {
    if (now === undefined || now === old) return;
    const start = (starts[line - 1] ?? 0) + column - 1;
    const within = text.slice(start, start + length);
    const sign = /[\w-]/;
    const opens = sign.test(old[0] ?? '');
    for (let at = within.indexOf(old); at !== -1; at = within.indexOf(old, at + 1)) {
      if ((opens && sign.test(within[at - 1] ?? '')) || sign.test(within[at + old.length] ?? '') || edits.has(start + at)) continue;
      edits.set(start + at, { start: start + at, end: start + at + old.length, text: now });
      return;
    }
  }
}

function prefixed(id: string | undefined): string | undefined {
  return id === undefined ? undefined : `#${id}`;
}
