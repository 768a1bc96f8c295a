import { expect, it } from 'vitest';
import { analyseBody } from '../entry/body.ts';
import { parseHeader } from '../entry/parse-header.ts';
import { entryIndex } from '../model/entry-index.ts';
import { siteSchema } from '../schema/site.ts';
import { checkEntry } from './check-entry.ts';
import { checkGarden } from './check-garden.ts';
import { page } from './example-page.ts';
import { compareProblems, type Problem } from './problem.ts';
import type { CheckedEntry, GardenContext } from './rule.ts';

function read(file: string, text: string): CheckedEntry {
  const header = parseHeader(file, text);
  return { header, body: analyseBody(header.body, header.bodyLine).facts };
}

function context(...entries: CheckedEntry[]): GardenContext {
  const index = entryIndex(entries.map(({ header, body }) => ({ kind: header.kind, id: header.id, title: header.title, lang: 'en', draft: header.draft, headings: body.headings })));
  return { entries, files: [], index, vocabularies: {}, site: siteSchema.parse({}) };
}

it('checks one entry with no more than an index of the others, as the form does', () => {
  const entry = read('content/pages/a.mdx', page('See [[abuot]], [[about#wy]] and <Calout />.\n\n### Deep', 'licens: x'));
  const about = read('content/pages/about.mdx', page('## Why\n\nText.'));
  const { index, vocabularies, site } = context(about);
  const problems = checkEntry(entry, { index, vocabularies, site });
  expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(['unknown-field', 'unknown-component', 'broken-link', 'heading-jump']));
  expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['content/pages/a.mdx']));
});

it('says nothing of pictures and lists where nobody can know them', () => {
  expect(checkEntry(read('content/pages/a.mdx', page('![A map](../media/map.svg)')), context())).toEqual([]);
});

it('sorts the problems of all files and gives each once', () => {
  const entries = [read('content/pages/b.mdx', page('[[gone]] [[lost]]')), read('content/pages/a.mdx', page('[[gone]]'))];
  const extra: Problem = { rule: 'wrong-value', severity: 'error', file: 'content/site.yaml', line: 1, column: 1, message: 'No.' };
  const problems = checkGarden(context(...entries), [extra, extra]);
  expect(problems.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual(['content/pages/a.mdx:7:1', 'content/pages/b.mdx:7:1', 'content/pages/b.mdx:7:10', 'content/site.yaml:1:1']);
  expect(problems).toEqual([...problems].sort(compareProblems));
});

it('names every step of a circle, at the line that begins it', () => {
  const session = (id: string, needs: string) => read(`content/sessions/${id}.mdx`, page('Text.', `requires: [sessions/${needs}]`).replace('A page', `Session ${id.toUpperCase()}`));
  const [problem] = checkGarden(context(session('a', 'b'), session('b', 'c'), session('c', 'a'))).filter(({ rule }) => rule === 'prerequisite-cycle');
  expect(problem).toMatchObject({ file: 'content/sessions/a.mdx', line: 6, column: 12, message: 'These need each other first, in a circle: "Session A" → "Session B" → "Session C" → "Session A".' });
});
