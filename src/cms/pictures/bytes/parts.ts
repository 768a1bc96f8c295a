/** A stretch of a picture file that stands for itself. */
export interface Part {
  /** How the format calls it: a marker of a JPEG as two hexadecimal digits, the four letters of a chunk. */
  readonly name: string;
  /** Where it starts, where its own content starts, and where it ends. */
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

/** All parts of a picture file in order. Bytes after the picture's own end are in none. */
export interface Parts {
  readonly parts: readonly Part[];
  /** Whether the file goes on to the end that its format asks for. */
  readonly whole: boolean;
}
