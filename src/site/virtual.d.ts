declare module 'virtual:kanopi/place' {
  /** Where the loader leaves the garden for the pages. */
  export const pack: string;
  /** Where the loader keeps the HTML of entries. */
  export const bodies: string;
  /** Where the loader leaves what the form knows of the garden. */
  export const formIndex: string;
}

declare module 'virtual:kanopi/media' {
  /** Pictures of entries by `content/media/…` path. */
  export const pictures: Record<string, () => Promise<{ default: import('astro').ImageMetadata }>>;
  /** Sizes of drawings by path. */
  export const drawingSizes: Record<string, { readonly width: number; readonly height: number } | undefined>;
  /** Drawings of entries by path: their address. */
  export const drawings: Record<string, () => Promise<{ default: string }>>;
}
