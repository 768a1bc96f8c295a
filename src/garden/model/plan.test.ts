import { expect, it } from 'vitest';
import { entry, garden, session } from '../../../tests/lib/example-garden.ts';

const course = (lines: string) => entry('curricula/course', `modules:\n  - { title: See the place, sessions: [one, two] }\n  - { title: Set traps, sessions: [three] }\n${lines}`);

it('adds up the minutes of each module and of the course', () => {
  const plan = garden(course(''), session('one', 20), session('two', 30), session('three', 45)).plans.get('course');
  expect(plan?.modules.map(({ title, minutes, sessions }) => [title, minutes, sessions.map(({ id }) => id)])).toEqual([
    ['See the place', 50, ['one', 'two']],
    ['Set traps', 45, ['three']],
  ]);
  expect(plan?.minutes).toBe(95);
});

it('counts a session once that two modules share', () => {
  const shared = entry('curricula/course', 'modules:\n  - { title: First, sessions: [one] }\n  - { title: Second, sessions: [one] }');
  expect(garden(shared, session('one', 20)).plans.get('course')?.minutes).toBe(20);
});

it('lists everything to know first, the furthest first, without its own sessions', () => {
  const plan = garden(
    course('requires: [guides/b]'),
    entry('guides/a'),
    entry('guides/b', 'requires: [a]'),
    session('one', 20),
    session('two', 30, 'requires: [sessions/one, guides/c]'),
    session('three', 45),
    entry('guides/c'),
  ).plans.get('course');
  expect(plan?.prerequisites.map(({ address }) => address)).toEqual(['guides/a', 'guides/b', 'guides/c']);
});

it('ends when what is to be known first leads round in a circle', () => {
  const plan = garden(course('requires: [guides/a]'), entry('guides/a', 'requires: [b]'), entry('guides/b', 'requires: [a]')).plans.get('course');
  expect(plan?.prerequisites.map(({ address }) => address)).toEqual(['guides/b', 'guides/a']);
});

it('leaves out sessions that are not there', () => {
  expect(garden(course(''), session('one', 20)).plans.get('course')?.minutes).toBe(20);
});
