/** Whether the first frame of a GIF is all there, and whether more frames follow. */
export function gifFacts(bytes: Uint8Array): { whole: boolean; animated: boolean } {
  const table = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  let frames = 0;
  let at = 13 + table(bytes[10] ?? 0);
  while (frames < 2) {
    const kind = bytes[at];
    if (kind === 0x2c) at += 11 + table(bytes[at + 9] ?? 0);
    else if (kind === 0x21) at += 2;
    else break;
    // Pixels and notes are in short blocks, each led by its length; one of length 0 is the last.
    while (bytes[at]) at += 1 + bytes[at]!;
    if (at >= bytes.length) break;
    at += 1;
    if (kind === 0x2c) frames += 1;
  }
  return { whole: frames > 0, animated: frames > 1 };
}
