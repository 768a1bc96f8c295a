import { describe, expect, it } from 'vitest';
import { dropEmpty } from '../entry/drop-empty.ts';
import { fieldProblems } from '../entry/field-problems.ts';
import { readYaml } from '../entry/read-yaml.ts';
import { every } from '../schema/base.ts';
import { line, oneOf } from '../schema/fields.ts';
import { header } from '../schema/header.ts';
import { defineKind } from '../schema/kind.ts';
import type { Vocabularies } from '../schema/vocabularies.ts';
import { cmsCollection } from './cms-config.ts';
import { fieldReference } from './field-reference.ts';
import { jsonSchema } from './json-schema.ts';

const fields = {
  weather: line(3, 40).meta({ title: 'Weather', description: 'How the day was.', examples: ['Still and wet'] }),
  season: oneOf('topics')
    .optional()
    .meta({ title: 'Season', description: 'When it was.', examples: ['winter'] }),
};
const kind = (own: object) =>
  defineKind({
    name: 'diaries',
    one: 'diary page',
    many: 'diary pages',
    heading: 'Diaries',
    about: 'Days in the field.',
    body: 'optional',
    form: { first: ['title', 'summary'] },
    fields: header({ ...every, ...own }),
  });
const before = kind({});
const after = kind(fields);
const vocabularies = { topics: { title: 'Topics', about: 'What it is about.', items: [{ id: 'winter', label: 'Winter' }] } } as Partial<Vocabularies>;
const HEADER = 'title: A wet day\nsummary: What we saw on a wet day.\nstatus: review\n';

describe('a field that is added to a schema, and nowhere else', () => {
  it('stands in the form, among the first when it is required', () => {
    const names = (of: typeof before) => cmsCollection(of, vocabularies).fields.map(({ name }) => name);
    expect(names(before).slice(0, 3)).toEqual(['title', 'summary', 'body']);
    expect(names(after).slice(0, 4)).toEqual(['title', 'summary', 'weather', 'body']);
    expect(names(after).filter((name) => !names(before).includes(name))).toEqual(['weather', 'season']);
    expect(cmsCollection(after, vocabularies).fields.filter(({ name }) => name in fields)).toEqual([
      {
        name: 'weather',
        label: 'Weather',
        widget: 'string',
        pattern: [expect.any(String), 'must be 3 to 40 characters on one line'],
        required: true,
        hint: 'How the day was. Example: Still and wet',
      },
      { name: 'season', label: 'Season', widget: 'select', options: [{ label: 'Winter', value: 'winter' }], required: false, hint: 'When it was.' },
    ]);
  });

  it('is checked', () => {
    expect(found(`${HEADER}weather: Still and wet\n`)).toEqual([]);
    expect(found(HEADER)).toEqual(['"weather" is missing. How the day was.']);
    expect(found(`${HEADER}weather: ok\n`)).toEqual(['"weather" is too short: 2 characters, at least 3.']);
  });

  it('stands in the schema for editors', () => {
    expect(jsonSchema(after, vocabularies)).toMatchObject({
      required: expect.arrayContaining(['weather']),
      properties: {
        weather: { type: 'string', minLength: 3, maxLength: 40, title: 'Weather', description: 'How the day was.', examples: ['Still and wet'] },
        season: { type: 'string', enum: ['winter'], title: 'Season' },
      },
    });
    expect(jsonSchema(before, vocabularies)).not.toHaveProperty('properties.weather');
  });

  it('stands in the reference', () => {
    expect(fieldReference(after, vocabularies).filter(({ name }) => name in fields)).toEqual([
      {
        name: 'weather',
        depth: 0,
        title: 'Weather',
        what: 'How the day was.',
        required: true,
        allowed: 'Text; it must be 3 to 40 characters on one line.',
        example: 'weather: Still and wet',
      },
      {
        name: 'season',
        depth: 0,
        title: 'Season',
        what: 'When it was.',
        required: false,
        allowed: 'One item of content/vocabularies/topics.yaml.',
        values: [{ label: 'Winter', value: 'winter' }],
        example: 'season: winter',
      },
    ]);
  });
});

/** What the check says of a header of the new kind. */
function found(text: string): string[] {
  const yaml = readYaml(text, 2);
  const cleaned = dropEmpty(yaml.data);
  const result = after.fields.safeParse(cleaned.value);
  return result.success ? [] : fieldProblems(result.error.issues, after.fields, cleaned, yaml).map(({ message }) => message);
}
