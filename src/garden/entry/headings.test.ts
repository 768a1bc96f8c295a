import { expect, test } from 'vitest';
import { headingIds } from './headings.ts';

test('no id comes twice, also when a heading looks like the number of another', () => {
  const ids = headingIds(['Results', 'Results', 'Results 1', 'Results-1', '…', 'Search', 'Main', 'Footnotes', 'section-5', '🐦']);
  expect(ids).toEqual(['results', 'results-1', 'results-1-1', 'results-1-2', 'section-5', 'search-1', 'main-1', 'footnotes-1', 'section-5-1', 'section-10']);
});

test('ids that the page makes itself stay free', () => {
  expect(headingIds(['Source doc', 'Cite', 'Cite', 'User content fn 1', 'Footnote label'])).toEqual([
    'section-source-doc',
    'cite',
    'section-cite-1',
    'section-user-content-fn-1',
    'section-footnote-label-1',
  ]);
});

test('names of object properties are names like others', () => {
  expect(headingIds(['__proto__', 'constructor', 'location'])).toEqual(['__proto__', 'constructor', 'location']);
});

test('macrons stay, in one form', () => {
  expect(headingIds(['Māori', 'Ma\u0304ori'])).toEqual(['māori', 'māori-1']);
});
