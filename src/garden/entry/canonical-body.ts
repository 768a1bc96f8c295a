import { bodySource, type BodySource } from '../safe-mdx/body-source.ts';
import { canonicalEdits, type Rewriting } from './canonical-edits.ts';
import { drawnBody } from './drawn-body.ts';
import { applyEdits } from './yaml-places.ts';

/** How many doubtful rewritings are tried one by one. */
const MOST_TRIED = 100;

/**
 * Writes a body (with LF line ends) as standard MDX: signs that MDX takes for code get a backslash, autolinks become
 * links, HTML comments become MDX comments. It draws the same page as before and changes nothing when it is done again.
 * With `keep`, the lines in it (counted from 1) are left alone, and the text keeps its number of lines. A body with an
 * error comes back as it is.
 */
export function canonicalBody(text: string, keep?: ReadonlySet<number>): string {
  const before = drawnBody(text);
  if (before === undefined) return text;
  const source = bodySource(text, 1);
  const edits = canonicalEdits(text).filter((rewriting) => !keep || mayRewrite(rewriting, keep, source));
  const all = apply(text, edits);
  if (all === text || drawnBody(all) === before) return all;
  if (edits.length > MOST_TRIED) return text;
  // One of them would change the page: each is made only when the page stays the same.
  const safe: Rewriting[] = [];
  for (const rewriting of edits) if (drawnBody(apply(text, [...safe, rewriting])) === before) safe.push(rewriting);
  return apply(text, safe);
}

/** Whether a rewriting touches none of the kept lines, those between its edits included, and adds no line. */
function mayRewrite(rewriting: Rewriting, keep: ReadonlySet<number>, { place }: BodySource): boolean {
  if (rewriting.some((edit) => edit.text.includes('\n'))) return false;
  const last = place(rewriting.at(-1)?.end ?? 0).line;
  for (let line = place(rewriting[0]?.start ?? 0).line; line <= last; line += 1) if (keep.has(line)) return false;
  return true;
}

function apply(text: string, rewritings: readonly Rewriting[]): string {
  return applyEdits(text, rewritings.flat());
}
