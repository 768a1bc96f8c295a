const drawn = new WeakSet<File>();

/** Remembers that a file is one that we drew. */
export function rememberDrawn(file: File): File {
  drawn.add(file);
  return file;
}

/** Whether a file is one that we drew, as the same object. */
export function isDrawn(file: File): boolean {
  return drawn.has(file);
}
