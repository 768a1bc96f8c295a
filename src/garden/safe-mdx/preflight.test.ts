import { expect, test } from 'vitest';
import { analyseBody } from '../entry/body.ts';
import { renderBody } from './render-body.ts';

const context = { link: () => undefined, href: (url: string) => url, source: () => undefined, image: () => undefined, termsMi: new Set<string>() };

/** Reads and draws a body; returns whether it was refused as too large, and fails when that takes too long. */
function refused(text: string): boolean {
  const start = performance.now();
  const { tree, facts } = analyseBody(text, 1);
  renderBody(tree, context);
  // The limit is 1.2 s on a quiet machine; a busy one gets more before this fails.
  expect(performance.now() - start).toBeLessThan(6000);
  return facts.problems.some(({ rule }) => rule === 'too-large');
}

test.each([
  ['a page of more than 512 KiB', 'word '.repeat(110_000)],
  ['a line of 5 MB', 'a'.repeat(5_000_000)],
  ['more than 20,000 lines', 'a\n'.repeat(20_001)],
  ['a word without end', 'a'.repeat(5000)],
  ['quotes in quotes', '>'.repeat(10_000)],
  ['lists in lists', '- '.repeat(5000)],
  ['numbers in numbers', '1. '.repeat(5000)],
  ['lists that step in', Array.from({ length: 150 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
  ['a table of 5,000 columns', `${'|a'.repeat(5000)}|\n${'|-'.repeat(5000)}|\n`],
  ['100,000 links', '[a](b) '.repeat(70_000)],
  ['emphasis in emphasis', `${'*a '.repeat(4000)}`],
  ['brackets in brackets', '['.repeat(5000)],
  ['components in components', '<Callout>\n\n'.repeat(60)],
  ['comments that do not end', '<!-- '.repeat(1000)],
  ['definitions without end', '[a]: b\n'.repeat(2000)],
  ['notes without end', '[^a]: b\n\n'.repeat(2000)],
  ['underlined headings without end', 'a\n=\n'.repeat(2000)],
  ['quotes without end', '> a\n\n'.repeat(2000)],
])('%s is refused', (_name, text) => expect(refused(text)).toBe(true));

const units = [
  '[',
  '![',
  '[a](',
  '*a ',
  '***a',
  '_',
  '`',
  '``a ',
  '<',
  '<a ',
  '<a b="',
  "<a b={'",
  '<!-- ',
  '{/* ',
  '{',
  '| a |',
  '\\',
  '&',
  '[[a',
  '[[a]] ',
  '[^1]',
  'a@b.',
  'www.',
  '~~a ',
  '<b>',
  '</',
  '<Cite source="a" />',
  '**a*b',
  '- [ ] a\n',
  '# a\n',
  '```\n',
  '|-|-|\n',
];

test.each(units)('%j over and over takes no long time', (unit) => {
  refused(unit.repeat(Math.min(1490, Math.floor(19_000 / unit.length))));
  refused(`${unit.repeat(Math.floor(1400 / unit.length))}\n\n`.repeat(60));
  refused(`${unit.trimEnd()}\n`.repeat(Math.min(5900, Math.floor(58_000 / unit.length))));
});

test('a long, honest page is read', () => {
  expect(refused('Set the trap in a dry place, and see [[guides/a|the guide]] for *why*.\n\n'.repeat(1500))).toBe(false);
});
