import { isReserved } from '../../../src/garden/checks/reserved-addresses.ts';
import type { KindName } from '../../../src/garden/schema/index.ts';
import { isDeviceName } from '../../../src/garden/text/is-device-name.ts';
import { slugOf } from '../../../src/garden/text/slug-of.ts';

/** The file name that a title gives, without `.mdx`. Throws one sentence when it cannot be one. */
export function entryName(kind: KindName, title: string): string {
  const name = slugOf(title);
  if (name === '') throw new Error(`"${title}" has no letter or digit for a file name. Give it a title with some.`);
  if (kind === 'pages' && isReserved(name)) throw new Error(`The address /${name}/ belongs to the site itself. Choose another title.`);
  if (isDeviceName(name)) throw new Error(`A file called "${name}" cannot be opened on Windows. Choose another title.`);
  return name;
}
