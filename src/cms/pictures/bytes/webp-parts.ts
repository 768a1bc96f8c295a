import { fourLetters } from './four-letters.ts';
import type { Part, Parts } from './parts.ts';

/** The chunks of a WebP; the twelve bytes before them are in none. */
export function webpParts(bytes: Uint8Array): Parts {
  const parts: Part[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const all = bytes.length < 12 ? 0 : 8 + view.getUint32(4, true);
  let at = 12;
  while (at + 8 <= Math.min(all, bytes.length)) {
    const length = view.getUint32(at + 4, true);
    // Some programs leave out the byte that makes the last chunk even.
    const end = Math.min(at + 8 + length + (length % 2), Math.max(bytes.length, at + 8 + length));
    if (end > bytes.length) break;
    parts.push({ name: fourLetters(bytes, at), start: at, content: at + 8, end });
    at = end;
  }
  return { parts, whole: parts.length > 0 && at + 1 >= all };
}
