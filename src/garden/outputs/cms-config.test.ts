import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { KIND_NAMES, KINDS } from '../schema/index.ts';
import { siteSchema } from '../schema/site.ts';
import type { Vocabularies } from '../schema/vocabularies.ts';
import { cmsConfig } from './cms-config.ts';
import { cmsField, type CmsField } from './cms-field.ts';
import { configYaml } from './config-yaml.ts';
import { fieldFacts, fieldsOf } from './field-facts.ts';

const site = siteSchema.parse({ repository: 'https://github.com/example/garden', url: 'https://example.org/garden/' });
const vocabularies = { roles: { title: 'Roles', about: 'Who did what.', items: [{ id: 'author', label: 'Author' }] } } as Partial<Vocabularies>;
const config = cmsConfig({ site, vocabularies, base: '/garden' });
const collection = (name: string) => config.collections.find((item) => item.name === name)!;
const field = (kind: string, ...path: string[]) => {
  let fields: readonly CmsField[] = collection(kind).fields;
  let found: CmsField | undefined;
  for (const name of path) {
    found = fields.find((item) => item.name === name);
    fields = found?.fields ?? [];
  }
  return found;
};
/** Names of fields that hold data, with those inside them. */
const names = (fields: readonly CmsField[], around = ''): string[] =>
  fields.filter(({ name }) => !name.startsWith('_')).flatMap(({ name, fields: inside = [] }) => [`${around}${name}`, ...names(inside, `${around}${name}.`)]);
const schemaNames = (schema: z.ZodType, around = ''): string[] =>
  fieldsOf(schema).flatMap(([name, item]) => {
    const { inner } = fieldFacts(item);
    const group = inner instanceof z.ZodArray ? fieldFacts(inner.element as z.ZodType).inner : inner;
    return [`${around}${name}`, ...(group instanceof z.ZodObject ? schemaNames(group, `${around}${name}.`) : [])];
  });

describe('the configuration of the form', () => {
  it('has every kind, in a folder of its own, in the order of menus', () => {
    expect(config.collections.map(({ name, folder }) => [name, folder])).toEqual(KIND_NAMES.map((name) => [name, `content/${name}`]));
  });

  it.each(KIND_NAMES)('has every field of %s exactly once, and the text', (kind) => {
    expect(names(collection(kind).fields).sort()).toEqual([...schemaNames(KINDS[kind].fields), 'body'].sort());
  });

  it('lets nobody delete a page', () => {
    expect(config.collections.map((item) => item.delete)).toEqual(KIND_NAMES.map(() => false));
  });

  it('reads back from YAML as it was', () => {
    expect(parse(configYaml(config))).toEqual(JSON.parse(JSON.stringify(config)));
    expect(parse(configYaml(config))).toEqual(config);
  });

  it('says where the site stands, base path included', () => {
    expect([config.site_url, config.display_url]).toEqual(['https://example.org/garden/', 'https://example.org/garden/']);
  });

  it('names no field twice in one group', () => {
    const check = (fields: readonly CmsField[]) => {
      expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
      for (const { fields: inside } of fields) if (inside) check(inside);
    };
    for (const { fields } of config.collections) check(fields);
  });

  it('leaves review steps out on Gitea, where Decap does not start with them', () => {
    const gitea = siteSchema.parse({ repository: 'https://git.example.org/a/b', form: { host: 'gitea', app_id: 'x' } });
    expect(cmsConfig({ site: gitea, vocabularies, base: '/' }).publish_mode).toBe('simple');
    expect(config.publish_mode).toBe('editorial_workflow');
  });
});

describe('a form', () => {
  it('starts with what everybody fills, then the text, and ends with taking the page out of use', () => {
    const order = collection('guides').fields.map(({ name }) => name);
    expect(order.slice(0, 2)).toEqual(['title', 'summary']);
    expect(order.slice(-4)).toEqual(['_retire', 'status', 'retire_reason', 'superseded_by']);
    expect(order.indexOf('body')).toBeLessThan(order.indexOf('_more'));
    expect(field('guides', '_retire')).toEqual({ name: '_retire', label: 'Take this page out of use', widget: 'garden-section', required: false, count: 3 });
  });

  it('of a case study asks for the snapshot first, and measures how far both are', () => {
    const order = collection('case-studies').fields.map(({ name }) => name);
    const meter = field('case-studies', '_progress')!;
    expect(order[0]).toBe('_progress');
    expect(order.indexOf('outcome')).toBeLessThan(order.indexOf('_full'));
    expect(order.indexOf('what_we_did')).toBeGreaterThan(order.indexOf('_full'));
    expect(meter.full).toContainEqual({ name: 'what_we_did', label: 'What was done' });
    expect(meter.first).toContainEqual({ name: 'title', label: 'Title' });
  });

  it('asks for every required field before the text, or gives it a start', () => {
    for (const { fields } of config.collections) {
      const body = fields.findIndex(({ name }) => name === 'body');
      expect(fields.slice(body + 1).filter((item) => item.required && item.default === undefined)).toEqual([]);
    }
  });

  it('starts new entries with nothing but what a schema says', () => {
    const started = config.collections.flatMap(({ name, fields }) => fields.filter((item) => item.default !== undefined).map((item) => `${name}.${item.name}: ${String(item.default)}`));
    expect(started.filter((line) => !line.endsWith('.status: review'))).toEqual(['case-studies.basis: own-experience', 'case-studies.form: snapshot']);
  });
});

describe('a field of the form', () => {
  it('that is one line tells its length', () => {
    expect(field('guides', 'title')).toMatchObject({ widget: 'string', required: true, pattern: [expect.any(String), 'must be 2 to 90 characters on one line'] });
    expect(field('guides', 'not_for')).toMatchObject({ widget: 'text', required: false, pattern: [expect.any(String), 'must be at most 400 characters'] });
  });

  it('shows choices in words', () => {
    expect(field('case-studies', 'basis')?.options).toEqual([
      { label: 'Our own experience', value: 'own-experience' },
      { label: 'Published sources', value: 'published-sources' },
    ]);
    expect(field('case-studies', 'applied', 'how')?.options?.[0]).toEqual({ label: 'As written', value: 'as-written' });
    expect(field('guides', 'credits', 'role')?.options).toEqual([{ label: 'Author', value: 'author' }]);
  });

  it('keeps the bounds of numbers and lists', () => {
    expect(field('sessions', 'minutes')).toMatchObject({ widget: 'number', value_type: 'int', min: 5, max: 600, step: 1 });
    expect(field('case-studies', 'cost', 'amount')).toEqual(expect.objectContaining({ widget: 'number', value_type: 'float', min: 0 }));
    expect(field('case-studies', 'cost', 'amount')).not.toHaveProperty('max');
    expect(field('guides', 'key_messages')).toMatchObject({ widget: 'list', min: 2, max: 6, label_singular: 'message', field: { widget: 'string', required: false } });
  });

  it('picks entries instead of typing their names', () => {
    expect(field('guides', 'requires')).toMatchObject({ widget: 'relation', collection: 'guides', value_field: '{{slug}}', multiple: true, max: 8 });
    expect(field('guides', 'superseded_by')).toMatchObject({ widget: 'garden-entry', kinds: KIND_NAMES });
    expect(field('sessions', 'requires')).toMatchObject({ widget: 'garden-entry', kinds: ['sessions', 'guides'], multiple: true });
  });

  it('never is a list without fields, since Decap drops the commas typed into one', () => {
    const lists = (fields: readonly CmsField[]): CmsField[] => fields.flatMap((item) => [...(item.widget === 'list' ? [item] : []), ...lists(item.fields ?? [])]);
    for (const { fields } of config.collections) for (const list of lists(fields)) expect(list.fields ?? list.field).toBeDefined();
  });

  it('in a group that may be left out is not asked for by Decap, which would ask even then', () => {
    expect(field('guides', 'cover')).toMatchObject({ widget: 'object', required: false, collapsed: true });
    expect(field('guides', 'cover', 'alt')).toMatchObject({ required: false, hint: expect.stringContaining('Needed as soon as anything in this group is filled.') });
    expect(field('case-studies', 'place', 'name')).toMatchObject({ required: true });
  });

  it('folds items of a list to their first words', () => {
    expect(field('guides', 'kit')?.summary).toBe('{{fields.item}}');
    expect(field('case-studies', 'applied')?.summary).toBe('{{fields.guide}}');
  });

  it('shows marks of Markdown in its hint as they are', () => {
    expect(field('guides', 'outcome_indicators', 'unit')?.hint).toBe('In which unit. Example: % of those who came');
    const text = z.string().optional().meta({ title: 'Odd', description: '*Stars*, <tags> and [links](x).' });
    expect(cmsField('odd', text, {}).hint).toBe('\\*Stars\\*, \\<tags\\> and \\[links\\](x).');
  });
});
