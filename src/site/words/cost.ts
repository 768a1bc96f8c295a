import type { Entry } from '#garden/model/garden.ts';
import { count } from './count.ts';

/** What a case cost, as short facts: money with its year, then hours. */
export function costFacts(cost: Entry<'case-studies'>['fields']['cost']): string[] {
  if (!cost) return [];
  const money = cost.amount === undefined ? [] : [`${symbol(cost.currency)}${cost.amount.toLocaleString('en-NZ')}${cost.year ? ` (${cost.year} money)` : ''}`];
  const hours = cost.hours === undefined ? [] : [count(cost.hours, 'volunteer hour')];
  return [...money, ...hours];
}

function symbol(currency: 'NZD' | 'AUD' | 'USD' | undefined): string {
  return currency === 'NZD' ? 'NZ$' : currency === 'AUD' ? 'A$' : currency === 'USD' ? 'US$' : '$';
}
