import { describe, expect, it } from 'vitest';
import { aliasClaims, oldAddresses, type AddressedEntry } from './addresses.ts';
import type { PastAddress } from './past-address.ts';

function entry(address: string, more: Partial<AddressedEntry> = {}): AddressedEntry {
  const [kind, id] = address.split('/') as [AddressedEntry['kind'], string];
  return { kind, id, title: id, ...more };
}

const old = (entries: AddressedEntry[], past: Record<string, PastAddress> = {}) => Object.fromEntries(oldAddresses(entries, new Map(Object.entries(past))));

describe('what an old address does', () => {
  it('leads an alias to its entry', () => {
    expect(old([entry('guides/b', { aliases: ['guides/a', 'pages/a'] })])).toEqual({
      'guides/a': { type: 'moved', to: 'guides/b', said: true },
      'pages/a': { type: 'moved', to: 'guides/b', said: true },
    });
  });

  it('leaves an address alone that has a living page, whoever names it', () => {
    expect(old([entry('guides/a', { aliases: ['guides/a'] }), entry('guides/b', { aliases: ['guides/a'] })], { 'guides/a': { last: '2026-01-01', movedTo: 'guides/b' } })).toEqual({});
  });

  it('leads round in no circle when two entries name each other', () => {
    expect(old([entry('guides/a', { aliases: ['guides/b'] }), entry('guides/b', { aliases: ['guides/a'] })])).toEqual({});
  });

  it('follows what git knows of a new name, and an alias before it', () => {
    const past = { 'guides/a': { last: '2026-01-01', movedTo: 'guides/b' }, 'guides/x': { last: '2026-01-01', movedTo: 'guides/b' } };
    expect(old([entry('guides/b'), entry('guides/c', { aliases: ['guides/x'] })], past)).toEqual({
      'guides/a': { type: 'moved', to: 'guides/b', said: false },
      'guides/x': { type: 'moved', to: 'guides/c', said: true },
    });
  });

  it('leads nobody to a page that readers cannot see', () => {
    expect(old([], { 'guides/a': { last: '2026-01-01', movedTo: 'guides/draft' } })).toEqual({ 'guides/a': { type: 'gone', last: '2026-01-01', near: [] } });
  });

  it('takes the first of two claims', () => {
    expect(old([entry('guides/b', { aliases: ['guides/a'] }), entry('guides/c', { aliases: ['guides/a'] })])).toEqual({ 'guides/a': { type: 'moved', to: 'guides/b', said: true } });
  });

  it('says of a page that went what has the same words, rare ones first, in the kind it had', () => {
    const entries = [
      entry('guides/lay-out-a-trap-network', { title: 'Lay out a trap network' }),
      entry('glossary/trap-shy', { title: 'trap-shy' }),
      entry('guides/read-tracking-tunnels', { title: 'Read tracking tunnels' }),
      entry('sessions/listen', { title: 'Listen for kākā in 2013' }),
    ];
    const near = (address: string) => {
      const found = oldAddresses(entries, new Map([[address, { last: '2026-01-01' }]])).get(address as never);
      return found?.type === 'gone' ? found.near : undefined;
    };
    expect(near('guides/traps-on-a-line')).toEqual(['guides/lay-out-a-trap-network', 'glossary/trap-shy']);
    expect(near('guides/trap-network-and-tunnel')).toEqual(['guides/lay-out-a-trap-network', 'guides/read-tracking-tunnels', 'glossary/trap-shy']);
    expect(near('guides/the-kaka')).toEqual(['sessions/listen']);
    expect(near('guides/of-the-and-2013')).toEqual([]);
  });

  it('names in place of a retired entry the one that replaces it', () => {
    const entries = [entry('guides/bait-old', { retired: true, supersededBy: 'guides/poison' }), entry('guides/poison'), entry('guides/bait-lost', { retired: true })];
    expect(old(entries, { 'guides/bait': { last: '2026-01-01' } })).toEqual({ 'guides/bait': { type: 'gone', last: '2026-01-01', near: ['guides/poison'] } });
  });
});

it('names all who claim an address', () => {
  const [a, b] = [entry('guides/a', { aliases: ['guides/old', 'guides/old'] }), entry('guides/b', { aliases: ['guides/old'] })];
  expect([...aliasClaims([a, b])]).toEqual([['guides/old', [a, b]]]);
});
