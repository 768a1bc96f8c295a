/** What a page knows of the rest of the garden when it is drawn. */
export interface RenderContext {
  /** The page that a `[[link]]` leads to, or undefined when there is none. */
  link(target: { readonly kind?: string; readonly id: string; readonly heading?: string }): LinkTarget | undefined;
  /** The address to write for one that stands in a text: with the base path, and a page for a file of an entry. */
  href(url: string): string;
  /** What is known of a source; its id is the one it has today. */
  source(named: string): { readonly id: string; readonly title: string; readonly label: string } | undefined;
  /** The file that shows an image, or undefined when there is none. */
  image(src: string): ImageFile | undefined;
  /** Old ids of headings by the id that each has today; links to them arrive there. */
  readonly oldIds?: ReadonlyMap<string, readonly string[]>;
  /** Terms of te reo Māori to mark, with their macrons. */
  readonly termsMi: ReadonlySet<string>;
}

/** Where a `[[link]]` leads. */
export interface LinkTarget {
  readonly href: string;
  readonly title: string;
  readonly kind: string;
  readonly lang?: string;
}

/** An image as the page shows it. */
export interface ImageFile {
  readonly src: string;
  readonly width?: number;
  readonly height?: number;
  readonly srcset?: string;
  readonly sizes?: string;
}
