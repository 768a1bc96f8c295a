import { expect, it } from 'vitest';
import { entry, garden, study } from '../../../tests/lib/example-garden.ts';

const all = garden(
  entry('guides/traps'),
  entry('guides/bait'),
  study('old', 'traps', 'worked', '2009'),
  study('new', 'traps', 'mixed', '2019-06'),
  study('own', 'traps', 'worked', '2015-06-30', '', ', outcome: harm, changes: Lines were closer together.'),
);

it('lists where a guide was tried, newest first', () => {
  expect(all.evidence.get('traps')?.trials.map(({ study: { id }, how }) => [id, how])).toEqual([
    ['new', 'adapted'],
    ['own', 'adapted'],
    ['old', 'adapted'],
  ]);
});

it('takes the outcome of the guide over that of the whole case', () => {
  const trial = all.evidence.get('traps')?.trials[1];
  expect(trial?.outcome.id).toBe('harm');
  expect(trial?.changes).toBe('Lines were closer together.');
});

it('counts outcomes in the order of the list, failures as plainly as successes', () => {
  expect(all.evidence.get('traps')?.counts.map(({ outcome, count }) => [outcome.id, count])).toEqual([
    ['worked', 1],
    ['mixed', 1],
    ['harm', 1],
  ]);
});

it('has an empty answer for a guide that nobody tried', () => {
  expect(all.evidence.get('bait')).toEqual({ trials: [], counts: [] });
});

it('counts a case once that applied a guide in two ways', () => {
  const twice = garden(entry('guides/a'), entry('case-studies/b', 'applied: [{ guide: a, how: adapted }, { guide: a, how: partly }]\noutcome: worked\nstarted: 2019'));
  expect(twice.evidence.get('a')?.trials.map(({ how }) => how)).toEqual(['adapted']);
});
