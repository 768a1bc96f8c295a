import { expect, test } from 'vitest';
import type { IndexedEntry } from '#garden/model/entry-index.ts';
import { findEntries } from './find-entries.ts';

const entry = (id: string, title: string): IndexedEntry => ({ kind: 'sources', id, title, lang: 'en-NZ', draft: false, headings: [] });
const entries = [entry('a-report', 'What mātauranga says of weka'), entry('weka-2019', 'Birds of the coast'), entry('doc-spacing', 'Trap spacing')];
const ids = (query: string) => findEntries(entries, query).map(({ id }) => id);

test('macrons and capitals do not matter', () => {
  expect(ids('MATAURANGA')).toEqual(['a-report']);
  expect(ids('mātauranga')).toEqual(['a-report']);
});

test('an entry has to have every word, in its title or its file name', () => {
  expect(ids('trap doc')).toEqual(['doc-spacing']);
  expect(ids('trap weka')).toEqual([]);
});

test('names that start with the words come first', () => {
  expect(ids('weka')).toEqual(['weka-2019', 'a-report']);
});

test('without words all are there, in their order', () => {
  expect(ids(' ')).toEqual(['a-report', 'weka-2019', 'doc-spacing']);
});
