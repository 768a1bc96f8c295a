import { describe, expect, it } from 'vitest';
import { entry, garden, session, study } from '../../../tests/lib/example-garden.ts';
import type { Link } from './garden.ts';

const short = (links: readonly Link[] | undefined) => (links ?? []).map(({ from, to, relation }) => `${from.address} ${relation} ${to.address}`).sort();

describe('references', () => {
  const all = garden(
    entry('guides/a', 'requires: [b]\nfollow_ups: [c]', 'So <Cite source="doc" />.'),
    entry('guides/b'),
    entry('guides/c', 'superseded_by: guides/a'),
    study('trial', 'a', 'mixed', '2019'),
    session('walk', 20, 'uses_guides: [a]\nuses_cases: [trial]'),
    entry('curricula/course', 'modules: [{ title: See the place, sessions: [walk] }]\nrequires: [guides/b]'),
    entry('capabilities/mapping'),
    entry('glossary/mast', 'see: [tikanga]'),
    entry('glossary/tikanga'),
    entry('sources/doc'),
  );

  it('go out from an entry', () => {
    expect(short(all.linksFrom.get('guides/a'))).toEqual(['guides/a builds capabilities/mapping', 'guides/a cites sources/doc', 'guides/a follows guides/c', 'guides/a requires guides/b']);
    expect(short(all.linksFrom.get('curricula/course'))).toEqual(['curricula/course builds capabilities/mapping', 'curricula/course requires guides/b', 'curricula/course teaches sessions/walk']);
    expect(short(all.linksFrom.get('glossary/mast'))).toEqual(['glossary/mast related glossary/tikanga']);
  });

  it('come back to the other', () => {
    expect(short(all.linksTo.get('guides/a'))).toEqual(['case-studies/trial applies guides/a', 'guides/c replaces guides/a', 'sessions/walk uses guides/a']);
    expect(short(all.linksTo.get('guides/b'))).toEqual(['curricula/course requires guides/b', 'guides/a requires guides/b']);
  });

  it('that lead nowhere are left out', () => {
    expect(short(garden(entry('guides/a', 'requires: [gone]')).linksFrom.get('guides/a'))).toEqual([]);
  });
});

describe('links in texts', () => {
  it('are kept with the sentence around them, once for each pair', () => {
    const all = garden(entry('pages/a', '', 'First. Read [[b|this page]] before you start! Then [[b]] again.'), entry('pages/b'));
    expect(all.linksTo.get('pages/b')).toEqual([expect.objectContaining({ relation: 'mentions', excerpt: 'Read this page before you start!' })]);
  });

  it('count whether they are wikilinks, file links, addresses of pages or of the whole site', () => {
    const all = garden(
      entry('pages/a', '', '[[b]] [c](../guides/c.mdx) [d](/guides/d/#part) [e](https://example.org/garden/guides/e/) [f](https://example.org/guides/f/)'),
      entry('pages/b'),
      ...['c', 'd', 'e', 'f'].map((id) => entry(`guides/${id}`)),
    );
    expect(short(all.linksFrom.get('pages/a'))).toEqual(['guides/c', 'guides/d', 'guides/e', 'pages/b'].map((address) => `pages/a mentions ${address}`));
  });

  it('to the page itself do not count', () => {
    expect(garden(entry('pages/a', '', '[[a]]')).linksFrom.size).toBe(0);
  });

  it('cite sources', () => {
    const all = garden(entry('pages/a', '', 'So <Cite source="doc" />.'), entry('sources/doc'));
    expect(short(all.linksTo.get('sources/doc'))).toEqual(['pages/a cites sources/doc']);
  });

  it('ask for pages that nobody has written, the most wanted first', () => {
    const all = garden(entry('pages/a', '', '[[?Weasels]] and [[?Bats]]'), entry('pages/b', '', '[[?weasels]] and [[?Eels]]'));
    expect(all.wanted.map(({ title, from }) => [title, from.length])).toEqual([
      ['Weasels', 2],
      ['Bats', 1],
      ['Eels', 1],
    ]);
  });
});

describe('places to browse', () => {
  const all = garden(
    entry('guides/a', 'title: Ōtara\nregions: [nz]\nhabitats: [forest]\ntopics: [trapping]'),
    entry('guides/b', 'title: Orari\nregions: [nz]\nhabitats: [forest, stream]'),
    study('c', 'a', 'worked', '2019', 'regions: [nz, nz-wgn]'),
  );

  it('hold entries by region, habitat, topic and skill', () => {
    const ids = (map: ReadonlyMap<string, readonly { id: string }[]>, key: string) =>
      map
        .get(key)
        ?.map(({ id }) => id)
        .sort();
    expect(ids(all.byRegion, 'nz')).toEqual(['a', 'b', 'c']);
    expect(ids(all.byHabitat, 'stream')).toEqual(['b']);
    expect(ids(all.byTopic, 'trapping')).toEqual(['a']);
    expect(ids(all.byCapability, 'mapping')).toEqual(['a', 'b']);
  });

  it('hold a case study where it happened, once', () => {
    expect(all.byRegion.get('nz-wgn')?.map(({ id }) => id)).toEqual(['c']);
  });

  it('sort titles as people do, macrons and capitals aside', () => {
    expect(garden(...['Zebra', 'ōtara', 'Orari', 'Papa'].map((title, index) => entry(`pages/p${index}`, `title: ${title}`))).byKind.pages.map(({ title }) => title)).toEqual([
      'Orari',
      'ōtara',
      'Papa',
      'Zebra',
    ]);
  });
});

it('is the same whatever the order of the files', () => {
  const entries = [entry('guides/a', 'requires: [b]', 'See [[b]].'), entry('guides/b', '', 'See [[a]].'), study('c', 'a', 'mixed', '2019'), study('d', 'a', 'worked', '2019')];
  const plain = (list: typeof entries) => JSON.stringify([...garden(...list).linksTo].map(([key, links]) => [key, short(links)]).sort());
  expect(plain([...entries].reverse())).toBe(plain(entries));
  expect(
    garden(...[...entries].reverse())
      .evidence.get('a')
      ?.trials.map(({ study: { id } }) => id),
  ).toEqual(
    garden(...entries)
      .evidence.get('a')
      ?.trials.map(({ study: { id } }) => id),
  );
});
