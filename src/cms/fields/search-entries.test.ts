import { describe, expect, test } from 'vitest';
import type { IndexedEntry } from '#garden/model/entry-index.ts';
import { kindWords } from './kind-words.ts';
import { searchEntries } from './search-entries.ts';

const entry = (id: string, title: string): IndexedEntry => ({ kind: 'guides', id, title, lang: 'en', draft: false, headings: [] });
const ENTRIES = [
  entry('read-tracking-tunnels', 'Set and read tracking tunnels'),
  entry('weta-houses', 'Wētā houses for gardens'),
  entry('tracking-stoats', 'Tracking stoats in snow'),
  entry('tieke-walks', 'Ngā tīeke: walking the ridge'),
];
const titles = (words: string) => searchEntries(ENTRIES)(words).shown.map(({ title }) => title);

describe('search over entries', () => {
  test('every word must stand in the title or the id, in any order', () => {
    expect(titles('tunnels set')).toEqual(['Set and read tracking tunnels']);
    expect(titles('walks ridge')).toEqual(['Ngā tīeke: walking the ridge']);
    expect(titles('tunnels snow')).toEqual([]);
  });

  test('macrons and capitals do not matter, typed or in the title', () => {
    expect(titles('WETA')).toEqual(['Wētā houses for gardens']);
    expect(titles('tīeke')).toEqual(titles('tieke'));
    expect(titles('trācking')).toHaveLength(2);
  });

  test('titles that start with what was typed come first', () => {
    expect(titles('tracking')).toEqual(['Tracking stoats in snow', 'Set and read tracking tunnels']);
    expect(titles('  tracking   stoats ')).toEqual(['Tracking stoats in snow']);
  });

  test('without words everything is there, by title as people sort it', () => {
    expect(titles('')).toEqual(['Ngā tīeke: walking the ridge', 'Set and read tracking tunnels', 'Tracking stoats in snow', 'Wētā houses for gardens']);
  });

  test('what is over the limit is counted, and what is chosen already is left out', () => {
    const many = Array.from({ length: 57 }, (_, index) => entry(`trap-${index}`, `Trap ${index}`));
    const search = searchEntries(many);
    expect(search('trap')).toMatchObject({ more: 27, shown: { length: 30 } });
    expect(search('trap 5', new Set([many[5]!])).shown.map(({ id }) => id)).not.toContain('trap-5');
    expect(search('trap 5').shown.map(({ id }) => id)).toContain('trap-5');
  });
});

test('kinds are named as a sentence needs them', () => {
  expect(kindWords(['guides'])).toBe('guide');
  expect(kindWords(['guides', 'case-studies'])).toBe('guide or case study');
  expect(kindWords(['guides', 'case-studies', 'curricula', 'sessions'])).toBe('page');
});
