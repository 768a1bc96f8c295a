import type { Part, Parts } from './parts.ts';

/** The segments of a JPEG; the pixels are in the content of the `da` before them. */
export function jpegParts(bytes: Uint8Array): Parts {
  const parts: Part[] = [];
  let at = 0;
  for (;;) {
    const start = bytes.indexOf(0xff, at);
    if (start === -1) return { parts, whole: false };
    let marker = start + 1;
    while (bytes[marker] === 0xff) marker += 1;
    const code = bytes[marker];
    if (code === undefined) return { parts, whole: false };
    at = marker + 1;
    if (code === 0) continue;
    const name = code.toString(16).padStart(2, '0');
    if (code === 0xd8 || code === 0xd9 || code === 0x01 || (code >= 0xd0 && code <= 0xd7)) {
      parts.push({ name, start: marker - 1, content: at, end: at });
      if (code === 0xd9) return { parts, whole: true };
      continue;
    }
    const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    const end = code === 0xda ? pixelsEnd(bytes, at + length) : at + length;
    if (length < 2 || end > bytes.length) return { parts, whole: false };
    parts.push({ name, start: marker - 1, content: at + 2, end });
    at = end;
  }
}

/** Where the pixels end: at the next marker that is neither a stuffed byte nor a restart. */
function pixelsEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
