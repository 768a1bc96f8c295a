import { isReserved } from '../../../src/garden/checks/reserved-addresses.ts';
import { isKindName, KIND_NAMES } from '../../../src/garden/schema/index.ts';
import { isDeviceName } from '../../../src/garden/text/is-device-name.ts';
import { isPageId } from '../../../src/garden/text/is-page-id.ts';
import { nearest } from '../../../src/garden/text/nearest.ts';
import { slugOf } from '../../../src/garden/text/slug-of.ts';
import type { Move, Named } from './move.ts';

/** Reads the two names as people type them: `guides/old guides/new` or `guides/old new`, also with `content/` and `.mdx`. Throws an Error of one plain sentence. */
export function readMove(given: readonly string[]): Move {
  const [old, fresh, ...more] = given.map((name) =>
    name
      .replaceAll('\\', '/')
      .replace(/^(?:\.\/)?content\//, '')
      .replace(/\.mdx$/, ''),
  );
  if (old === undefined || fresh === undefined || more.length > 0) throw new Error('Say which entry moves and what it is called then, such as guides/old guides/new.');
  const from = named(old, undefined);
  const to = named(fresh, from);
  if (!isPageId(to.id)) throw new Error(`"${to.id}" cannot be a page address: use lower case letters, digits and hyphens, such as ${slugOf(to.id) || 'a-new-name'}.`);
  if (isDeviceName(to.id)) throw new Error(`A file called "${to.id}.mdx" cannot be opened on Windows: choose another name.`);
  if (to.kind === 'pages' && isReserved(to.id)) throw new Error(`The address /${to.id}/ belongs to the site itself: choose another name.`);
  if (from.kind === to.kind && from.id === to.id) throw new Error(`"${old}" has this name already.`);
  return { from, to };
}

function named(name: string, like: Named | undefined): Named {
  const [kind = '', id, ...more] = name.split('/');
  if (id === undefined && like) return { kind: like.kind, id: kind };
  if (id === undefined || id === '' || more.length > 0) throw new Error(`"${name}" names no entry: write its kind and its file name, such as guides/${kind === '' ? 'old' : kind}.`);
  if (isKindName(kind)) return { kind, id };
  const near = nearest(kind, KIND_NAMES);
  throw new Error(`There is no kind of entry called "${kind}": ${near ? `did you mean "${near}"?` : `the kinds are ${KIND_NAMES.join(', ')}.`}`);
}
