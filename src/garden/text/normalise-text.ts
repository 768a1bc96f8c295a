/** The text of a file as every part reads it: no byte order mark, and LF for every line end. */
export function normaliseText(raw: string): string {
  return raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
