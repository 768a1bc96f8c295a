import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { contentFolder } from './content-folder.ts';

/** The address of the site for Astro's config: `SITE_URL`, else `content/site.yaml`, else this computer.
 *  It does not complain: the check reads the same file and does. */
export function siteFacts(): { url: URL } {
  return { url: firstAddress([process.env['SITE_URL'], fromFile(), 'http://localhost:4321/']) };
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

function firstAddress(candidates: readonly (string | undefined)[]): URL {
  for (const candidate of candidates) {
    if (!candidate || !/^https?:\/\//.test(candidate) || !URL.canParse(candidate)) continue;
    return new URL(candidate.endsWith('/') ? candidate : `${candidate}/`);
  }
  throw new Error('There is no address for the site.');
}
