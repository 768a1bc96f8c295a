import { isLoopback } from './read-settings.ts';

/** What Decap sends as the site for a page on `localhost`. */
const DECAPS_NAME_FOR_LOCALHOST = 'demo.decapcms.org';

/** The allowed origins that a site's name stands for. Decap sends the host without port, so it can be more than one. */
export function knownSites(sites: readonly string[], siteId: string): readonly string[] {
  return sites.filter((site) => {
    const { hostname } = new URL(site);
    return hostname === siteId || (siteId === DECAPS_NAME_FOR_LOCALHOST && hostname === 'localhost' && isLoopback(site));
  });
}
