import { fourLetters } from './four-letters.ts';
import type { Part, Parts } from './parts.ts';

/** The chunks of a PNG; the eight bytes before them are in none. */
export function pngParts(bytes: Uint8Array): Parts {
  const parts: Part[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) break;
    const name = fourLetters(bytes, at + 4);
    parts.push({ name, start: at, content: at + 8, end });
    if (name === 'IEND') return { parts, whole: true };
    at = end;
  }
  return { parts, whole: false };
}
