import { expect, test } from 'vitest';
import { findWikilinks } from './wikilinks.ts';

const find = (text: string) => findWikilinks(text, () => true).map(({ link }) => link);

test('target, heading and label are told apart and trimmed', () => {
  expect(find('[[ guides/a # b | c d ]]')).toEqual([{ target: 'guides/a', wanted: false, heading: 'b', label: 'c d' }]);
});

test('a question mark asks for a page', () => {
  expect(find('[[? New page |later]]')).toEqual([{ target: 'New page', wanted: true, label: 'later' }]);
});

test('what is empty, open or broken over lines is no link', () => {
  expect(find('[[]] [[ | a]] [[a [[b\nc]]')).toEqual([]);
});

test('an escaped bracket makes no link', () => {
  expect(findWikilinks('[[a]]', (index) => index !== 0)).toEqual([]);
});
