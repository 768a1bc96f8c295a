import type { KindName } from '#garden/schema/index.ts';
import { href } from '#site/address.ts';

/** What to open in the form: an entry, or a new one with some of its fields filled in. */
export type FormTarget = { readonly kind: KindName; readonly id: string } | { readonly kind: KindName; readonly prefill?: Readonly<Record<string, unknown>> };

/** Where the form opens: on its list of pages, on one entry, or on a new one. Text in `prefill` stays text, all else goes as JSON. */
export function formAddress(target?: FormTarget): string {
  if (!target) return href('/admin/');
  const collection = `#/collections/${target.kind}`;
  if ('id' in target) return `${href('/admin/')}${collection}/entries/${encodeURIComponent(target.id)}`;
  const fields = Object.entries(target.prefill ?? {}).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))}`);
  return `${href('/admin/')}${fields.length > 0 ? `?${fields.join('&')}` : ''}${collection}/new`;
}
