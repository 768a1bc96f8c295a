import { normaliseText } from '../../../src/garden/text/normalise-text.ts';
import { applyEdits, type Edit } from '../../../src/garden/entry/yaml-places.ts';

/** Makes edits, whose offsets count in the normalised text, in the text of a file as it is on the disk: its line ends and its mark stay. */
export function editRaw(raw: string, edits: readonly Edit[]): string {
  if (edits.length === 0 || normaliseText(raw) === raw) return applyEdits(raw, edits);
  const offsets: number[] = [];
  for (let at = raw.startsWith('\uFEFF') ? 1 : 0; at < raw.length; at += 1) {
    offsets.push(at);
    if (raw[at] === '\r' && raw[at + 1] === '\n') at += 1;
  }
  offsets.push(raw.length);
  return applyEdits(
    raw,
    edits.map(({ start, end, text }) => ({ start: offsets[start] ?? raw.length, end: offsets[end] ?? raw.length, text })),
  );
}
