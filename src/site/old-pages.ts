import { isReserved } from '#garden/checks/reserved-addresses.ts';
import type { OldAddress } from '#garden/model/addresses.ts';
import type { Garden } from '#garden/model/garden.ts';
import { pagePath } from '#garden/model/page-path.ts';
import { isKindName } from '#garden/schema/index.ts';

/** An address of the site at which a page stood. */
export interface OldPage {
  /** Its site path, `/guides/x/`. */
  readonly path: string;
  readonly does: OldAddress;
}

/** Every old address of a garden at which a page can stand: not those that belong to the site itself. */
export function oldPages({ old }: Pick<Garden, 'old'>): OldPage[] {
  return [...old].flatMap(([address, does]) => {
    const [kind = '', id = ''] = address.split('/');
    return !isKindName(kind) || (kind === 'pages' && isReserved(id)) ? [] : [{ path: pagePath(kind, id), does }];
  });
}
