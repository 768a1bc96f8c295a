import { formAddress } from './form-address.ts';

/** Where somebody who used a guide says how it went: a new case study with the guide filled in. */
export function usedAddress(guide: string): string {
  return formAddress({ kind: 'case-studies', prefill: { applied: [{ guide, how: 'as-written' }] } });
}
