import type { KindName } from '../../../src/garden/schema/index.ts';

/** The address of an entry, taken apart. */
export interface Named {
  readonly kind: KindName;
  readonly id: string;
}

/** One entry that gets another address. */
export interface Move {
  readonly from: Named;
  readonly to: Named;
}

/** `kind/id`. */
export function addressOf({ kind, id }: Named): string {
  return `${kind}/${id}`;
}

/** The file of an entry, from `content` on. */
export function fileOf({ kind, id }: Named): string {
  return `content/${kind}/${id}.mdx`;
}
