import { describe, expect, it } from 'vitest';
import { entryIndex, indexedPath, resolveTarget, type IndexedEntry } from './entry-index.ts';

const item = (kind: IndexedEntry['kind'], id: string): IndexedEntry => ({ kind, id, title: id, lang: 'en', draft: false, headings: [] });
const index = entryIndex([item('guides', 'read-tunnels'), item('guides', 'mast'), item('glossary', 'mast'), item('pages', 'about'), item('sources', 'doc-spacing')]);

describe('a name', () => {
  it.each([
    ['about', 'pages', 'about'],
    ['pages/about', 'pages', 'about'],
    ['glossary/mast', 'glossary', 'mast'],
  ])('%s leads to one entry', (target, kind, id) => {
    expect(resolveTarget(index, target).entry).toMatchObject({ kind, id });
  });

  it('that two kinds share is not guessed', () => {
    expect(resolveTarget(index, 'mast')).toEqual({ ambiguous: ['guides/mast', 'glossary/mast'] });
    expect(resolveTarget(index, 'mast', ['glossary']).entry).toMatchObject({ kind: 'glossary' });
  });

  it.each([
    ['read-tunels', 'read-tunnels'],
    ['guides/read-tunels', 'guides/read-tunnels'],
    ['abuot', 'about'],
  ])('%s that is mistyped gets the nearest', (target, near) => {
    expect(resolveTarget(index, target)).toEqual({ near });
  });

  it('of the wrong kind does not count', () => {
    expect(resolveTarget(index, 'doc-spacing', ['guides']).entry).toBeUndefined();
    expect(resolveTarget(index, 'sources/doc-spacing', ['guides']).entry).toBeUndefined();
  });

  it.each(['__proto__', 'constructor', 'toString', 'guides/__proto__'])('%s is only a name', (target) => {
    expect(resolveTarget(index, target).entry).toBeUndefined();
  });
});

it('knows where pages stand', () => {
  expect(indexedPath(item('pages', 'about'))).toBe('/about/');
  expect(indexedPath(item('case-studies', 'orokonui'))).toBe('/case-studies/orokonui/');
});
