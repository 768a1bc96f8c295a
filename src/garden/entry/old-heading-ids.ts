import type { Heading } from './body-facts.ts';
import { isIdOfPage } from './headings.ts';

/** A heading that was renamed: what stood after `#` in links to it, and what stands there now. */
export interface MovedHeading {
  readonly from: string;
  readonly to: string;
}

/**
 * The old ids of headings by the id each has today, in the order given. One that was renamed twice is found by both old
 * ids. An old id that a heading has today, or that the page itself may use, is none, so that no id stands twice.
 */
export function oldHeadingIds(headings: readonly Pick<Heading, 'id'>[], moved: readonly MovedHeading[]): ReadonlyMap<string, readonly string[]> {
  const living = new Set(headings.map(({ id }) => id));
  const next = new Map<string, string>();
  for (const { from, to } of moved) if (!next.has(from) && !living.has(from) && !isIdOfPage(from)) next.set(from, to);
  const found = new Map<string, string[]>();
  for (const from of next.keys()) {
    let to = next.get(from);
    // No way is longer than the list, unless it leads round in a circle.
    for (let steps = next.size; to !== undefined && !living.has(to) && steps > 0; steps -= 1) to = next.get(to);
    if (to === undefined || !living.has(to)) continue;
    const ids = found.get(to);
    if (ids) ids.push(from);
    else found.set(to, [from]);
  }
  return found;
}
