import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { contentFolder } from './content-folder.ts';
import { siteAddress } from './site-address.ts';

/** The address of the site for Astro's config: `SITE_URL`, else `content/site.yaml`, else this computer.
 *  It does not complain: the check reads the same file and does. */
export function siteFacts(): { url: URL } {
  return { url: siteAddress(fromFile(), 'http://localhost:4321/') };
}

function fromFile(): string | undefined {
  try {
    const facts: unknown = parse(readFileSync(path.join(contentFolder(), 'site.yaml'), 'utf8'));
    const url = typeof facts === 'object' && facts !== null && 'url' in facts ? facts.url : undefined;
    return typeof url === 'string' ? url : undefined;
  } catch {
    return undefined;
  }
}
