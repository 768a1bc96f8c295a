/** The part of Pagefind's browser API that the search uses. */
export interface PagefindApi {
  options(options: { baseUrl?: string; excerptLength?: number }): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<Counts>;
  search(query: string | null, options: { filters: Filters }): Promise<PagefindAnswer>;
}

/** Numbers of pages by facet and value. */
export type Counts = Record<string, Record<string, number>>;
/** Chosen values by facet: any value of a facet, and every facet. */
export type Filters = Record<string, { any: string[] }>;

export interface PagefindAnswer {
  readonly results: readonly { readonly id: string; data(): Promise<PagefindPage> }[];
  readonly filters: Counts;
}

export interface PagefindPage {
  readonly url: string;
  readonly excerpt: string;
  /** The whole text of the page, and which of its words matched. */
  readonly content: string;
  readonly locations: readonly number[];
  readonly meta: Record<string, string>;
  readonly sub_results: readonly { readonly title: string; readonly url: string }[];
}

/** Loads Pagefind from the site's own folder, once it is needed. */
export async function loadPagefind(root: string): Promise<PagefindApi> {
  const pagefind = (await import(/* @vite-ignore */ `${root}pagefind/pagefind.js`)) as PagefindApi;
  await pagefind.options({ baseUrl: root, excerptLength: 26 });
  await pagefind.init();
  return pagefind;
}
