import { expect, test } from 'vitest';
import { entry, garden, session } from '../../../tests/lib/example-garden.ts';
import { indexGroups } from './index-groups.ts';

const short = (groups: ReturnType<typeof indexGroups>) => groups.map(({ label, entries }) => `${label}: ${entries.map(({ id }) => id).join(' ')}`);

test('sessions stand by course, in the order of the course, and one of no course stands last', () => {
  const all = garden(
    session('walk', 20),
    session('alone', 20),
    session('look', 20),
    entry('curricula/course', 'title: A course\nmodules: [{ title: One, sessions: [walk] }, { title: Two, sessions: [look] }]'),
    entry('capabilities/mapping'),
  );
  expect(short(indexGroups('sessions', all))).toEqual(['A course: walk look', 'Others: alone']);
});

test('guides of a garden without topics have no groups, and none is lost', () => {
  const all = garden(entry('guides/a'), entry('guides/b'), entry('capabilities/mapping'));
  expect(indexGroups('guides', { ...all, vocabularies: { ...all.vocabularies, topics: { title: 'Topics', about: '', items: [] } } })).toEqual([]);
});

test('guides stand under their first topic', () => {
  const all = garden(entry('guides/a', 'topics: [people, planting]'), entry('guides/b'), entry('guides/c', 'topics: [planting]'), entry('capabilities/mapping'));
  const items = [
    { id: 'planting', label: 'Planting' },
    { id: 'people', label: 'People' },
  ];
  expect(short(indexGroups('guides', { ...all, vocabularies: { ...all.vocabularies, topics: { title: 'Topics', about: '', items } } }))).toEqual(['Planting: c', 'People: a', 'Others: b']);
});

test('kinds without groups have none', () => {
  expect(indexGroups('glossary', garden(entry('glossary/mast')))).toEqual([]);
});
