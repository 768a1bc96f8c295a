import { expect, it } from 'vitest';
import { page, session, source, STUDY_FILES, study } from '../checks/example-page.ts';
import { judgeExample } from '../checks/judge-example.ts';
import { analyseBody } from '../entry/body.ts';
import { parseHeader } from '../entry/parse-header.ts';
import { currentNames } from './current-names.ts';
import { entryIndex } from './entry-index.ts';
import { indexedEntry } from './indexed-entry.ts';

const FILES: Record<string, string> = {
  'sessions/look.mdx': session('Look').replace('setting:', 'aliases: [watch]\nsetting:'),
  'sessions/listen.mdx': session('Listen', ['sessions/watch']),
  'sources/new.mdx': source('A rule', 'aliases: [old, older]'),
  'pages/a.mdx': page('It works <Cite source="old" />, and <Cite sources="older, new" />.', 'superseded_by: sessions/watch'),
  'pages/b.mdx': page('It works <Cite source="new" />.'),
};

function read(files: Record<string, string>) {
  const entries = Object.entries(files)
    .filter(([name]) => name.endsWith('.mdx'))
    .map(([name, text]) => {
      const header = parseHeader(`content/${name}`, text);
      return { header, body: analyseBody(header.body, header.bodyLine).facts };
    });
  const index = entryIndex(entries.map(({ header, body }) => indexedEntry(header, body.headings)));
  return (name: string) => {
    const entry = entries.find(({ header }) => header.file === `content/${name}`)!;
    return { entry, today: currentNames(entry, index) };
  };
}

it('calls everything that fields and citations name by the name it has today', () => {
  const of = read({ ...(STUDY_FILES as Record<string, string>), ...FILES, 'case-studies/c.mdx': study().replaceAll('doc-spacing', 'old') });
  expect(of('sessions/listen.mdx').today.header.fields?.['requires']).toEqual(['sessions/look']);
  expect(of('pages/a.mdx').today.header.fields?.['superseded_by']).toBe('sessions/look');
  expect(of('pages/a.mdx').today.body.citations.map((item) => item.source)).toEqual(['new', 'new', 'new']);
  expect(of('case-studies/c.mdx').today.header.fields?.['sources']).toEqual(['new']);
});

it('keeps an entry as it is that names nothing by an old name', () => {
  const { entry, today } = read(FILES)('pages/b.mdx');
  expect(today).toBe(entry);
});

it('lets the check find circles and uncited sources by old names too, and nothing wrong with the names themselves', () => {
  const circle = { ...FILES, 'sessions/look.mdx': session('Look', ['sessions/listen']).replace('setting:', 'aliases: [watch]\nsetting:') };
  const rules = (files: Record<string, string>) => judgeExample({ title: '', found: true, files }, new Map()).map(({ rule, file }) => `${rule} ${file}`);
  expect(rules(FILES)).toEqual([]);
  expect(rules(circle)).toEqual(['prerequisite-cycle content/sessions/listen.mdx']);
  expect(rules({ 'sources/new.mdx': FILES['sources/new.mdx']!, 'pages/a.mdx': page('It works <Cite source="old" />.') })).toEqual([]);
});
