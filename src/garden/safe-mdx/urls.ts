import { parseEntities } from 'parse-entities';

/** What is wrong with an address, and the one thing to do about it. */
export interface AddressProblem {
  readonly message: string;
  readonly suggestion: string;
}

/** One address can stand in a page thousands of times, through references. */
const LONGEST = 2000;
const TOO_LONG = { message: 'This address is longer than 2,000 characters.', suggestion: 'Use a shorter address of the same page.' };

const PROTOCOLS = new Set(['http', 'https', 'mailto', 'tel']);
const IMAGE = /\.(?:png|jpe?g|webp|avif|gif|svg)$/i;

// Signs that a browser leaves out of an address, or that hide what it says.
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\uffff]/;
const HIDDEN_OR_SPACE = new RegExp(`${HIDDEN.source}|\\s`, 'g');

/** What is wrong with the address of a link; undefined when it is fine. Only what is on the list is fine. */
export function linkProblem(url: string): AddressProblem | undefined {
  if (url.length > LONGEST) return TOO_LONG;
  if (HIDDEN.test(url)) return { message: 'This address has a hidden character in it.', suggestion: 'Type the address again.' };
  if (url.includes('\\')) return { message: 'This address has a backslash in it.', suggestion: 'Write it with forward slashes.' };
  for (const form of forms(url)) {
    const scheme = /^([^/?#]*?):/.exec(form)?.[1];
    if (scheme !== undefined && !PROTOCOLS.has(scheme)) {
      return { message: `A link to "${scheme.slice(0, 30)}:" is not allowed.`, suggestion: 'Use an address that starts with https://, http://, mailto: or tel:, or a page of the garden.' };
    }
    if (form.startsWith('//')) return { message: 'This address has no protocol.', suggestion: 'Start it with https://.' };
  }
  const web = /^https?:(.*)$/is.exec(url.trim());
  if (!web) return undefined;
  const rest = web[1] ?? '';
  if (!rest.startsWith('//') || !isWebAddress(url.trim())) return { message: 'This is not a whole web address.', suggestion: 'Write it like https://example.org/page.' };
  if (/^\/\/[^/?#]*@/.test(rest)) return { message: 'This address has a name before the "@", which hides where it leads.', suggestion: 'Leave out all from https:// up to the "@".' };
  return undefined;
}

/** What is wrong with the address of an image; undefined when it is a file of ours. */
export function imageProblem(src: string): AddressProblem | undefined {
  if (src.length > LONGEST) return TOO_LONG;
  const decoded = percentDecoded(src);
  const suggestion = 'Put the file in content/media and write ../media/file-name.jpg.';
  if (HIDDEN.test(decoded)) return { message: 'The address of this image has a hidden character in it.', suggestion: 'Type the address again.' };
  for (const form of forms(decoded)) {
    if (/^[^/?#]*:/.test(form) || form.startsWith('/')) return { message: 'Images must be files of the garden.', suggestion };
  }
  const path = decoded.replace(/^(?:\.\.?\/){0,3}/, '');
  if (/[?#\\]/.test(path) || path.split('/').some((part) => part === '' || part.startsWith('.'))) return { message: 'This is not the address of an image file.', suggestion };
  if (!IMAGE.test(path)) return { message: 'This file is not an image that pages can show.', suggestion: 'Use a .jpg, .png, .webp, .avif, .gif or .svg file in content/media.' };
  return undefined;
}

/** The ways in which a reader of HTML may see an address: as it is, and once more decoded; all without hidden signs. */
function forms(url: string): Set<string> {
  const found = new Set<string>();
  for (const form of [url, parseEntities(url), percentDecoded(url)]) {
    const bare = form.replace(HIDDEN_OR_SPACE, '');
    found.add(bare.toLowerCase());
    found.add(bare.normalize('NFKC').toLowerCase());
  }
  return found;
}

function percentDecoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function isWebAddress(url: string): boolean {
  try {
    return new URL(url).hostname !== '';
  } catch {
    return false;
  }
}
