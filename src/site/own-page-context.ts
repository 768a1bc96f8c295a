import type { GardenProcessorOptions } from './safe-mdx-processor.ts';

/** What the site's own `.mdx` pages may ask: their links get the base path; they cite and mark nothing. */
export function ownPageContext(base: string): Required<GardenProcessorOptions>['context'] {
  const prefix = base.replace(/\/$/, '');
  return () => ({
    href: (address) => (address.startsWith('/') && !address.startsWith('//') ? prefix + address : address),
    link: () => undefined,
    source: () => undefined,
    termsMi: new Set(),
  });
}
