/** What the disk says of one thing below `content/`. */
export interface FileFacts {
  /** `content/…` with `/`. */
  readonly file: string;
  readonly type: 'file' | 'symlink' | 'other';
  /** Bytes. */
  readonly size: number;
  readonly image?: ImageFacts;
  /** The text of an SVG. */
  readonly svg?: string;
}

/** What the bytes of a picture say. */
export interface ImageFacts {
  /** The format by its first bytes, or undefined when they are of no picture. */
  readonly format: 'jpg' | 'png' | 'webp' | 'avif' | 'gif' | 'svg' | undefined;
  /** Pixels; undefined when the picture cannot be decoded. */
  readonly width?: number;
  readonly height?: number;
  /** Whether it says where it was taken. */
  readonly gps: boolean;
  /** Whether it tells of the camera or of the person behind it: make, serial number, owner, the moment. */
  readonly camera?: boolean;
}
