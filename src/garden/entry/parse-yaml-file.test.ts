import { expect, it } from 'vitest';
import { siteSchema } from '../schema/site.ts';
import { vocabularySchema } from '../schema/vocabularies.ts';
import { parseYamlFile } from './parse-yaml-file.ts';

it('takes defaults for what an empty site file leaves out', () => {
  expect(parseYamlFile('content/site.yaml', '# nothing yet\n', siteSchema)).toMatchObject({ value: { name: 'Knowledge garden', branch: 'main' }, problems: [] });
});

it('names file, line and column of a mistake in a list', () => {
  const { value, problems } = parseYamlFile(
    'content/vocabularies/regions.yaml',
    'title: Regions\nabout: Where.\nitems:\n  - { id: nz, label: Aotearoa }\n  - { id: a b, label: Two words }\n',
    vocabularySchema,
  );
  expect(value).toBeUndefined();
  expect(problems).toEqual([expect.objectContaining({ rule: 'wrong-value', file: 'content/vocabularies/regions.yaml', line: 5, column: 11 })]);
});

it('counts lines from the first line of the file', () => {
  expect(parseYamlFile('content/site.yaml', 'name: Stoats: a garden\n', siteSchema).problems).toEqual([
    expect.objectContaining({ rule: 'bad-front-matter', line: 1, suggestion: 'Write it in quotes: name: "Stoats: a garden"' }),
  ]);
});
