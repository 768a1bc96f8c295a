import { afterEach, expect, test, vi } from 'vitest';
import { formAddress } from './form-address.ts';

afterEach(() => vi.unstubAllEnvs());

test('an entry opens in the form by its kind and its file name', () => {
  expect(formAddress({ kind: 'guides', id: 'use-chew-cards' })).toBe('/admin/#/collections/guides/entries/use-chew-cards');
});

test('a new entry opens empty', () => {
  expect(formAddress({ kind: 'case-studies' })).toBe('/admin/#/collections/case-studies/new');
});

test('without a target the form opens on its list of pages', () => {
  expect(formAddress()).toBe('/admin/');
});

test('what is filled in stands before the hash and comes back as it was', () => {
  const applied = [{ guide: 'lay-out-a-trap-network', how: 'as-written' }];
  const title = 'Kererū & tūī: 50 % more? #1 + "2"';
  const address = new URL(formAddress({ kind: 'case-studies', prefill: { title, applied } }), 'https://garden.example/');
  expect(address.hash).toBe('#/collections/case-studies/new');
  expect(address.searchParams.get('title')).toBe(title);
  expect(JSON.parse(address.searchParams.get('applied') ?? '')).toEqual(applied);
});

test('the form stands below the base path of the site', () => {
  vi.stubEnv('BASE_URL', '/garden/');
  expect(formAddress({ kind: 'sources', id: 'wcc-2023' })).toBe('/garden/admin/#/collections/sources/entries/wcc-2023');
});
