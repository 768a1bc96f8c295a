import type { z } from 'zod';
import { KIND_NAMES, KINDS } from '../schema/index.ts';
import type { Kind } from '../schema/kind.ts';
import { kindWords } from '../schema/kind-words.ts';
import type { Site } from '../schema/site.ts';
import type { Vocabularies } from '../schema/vocabularies.ts';
import { cmsBackend, type CmsBackend } from './cms-backend.ts';
import { cmsField, type CmsField } from './cms-field.ts';
import { fieldFacts } from './field-facts.ts';
import { formSections } from './form-sections.ts';
import { usedFields } from './used-fields.ts';

export { formHost } from './form-host.ts';

/** One kind of entry in the form. */
export interface CmsCollection {
  readonly name: string;
  readonly label: string;
  readonly label_singular: string;
  readonly description: string;
  readonly folder: string;
  readonly create: true;
  readonly delete: false;
  readonly extension: 'mdx';
  readonly format: 'frontmatter';
  readonly slug: string;
  readonly identifier_field: string;
  readonly summary: string;
  readonly fields: readonly CmsField[];
}

/** Decap's configuration as plain data. */
export interface CmsConfig {
  readonly backend: CmsBackend;
  readonly publish_mode: 'editorial_workflow' | 'simple';
  readonly locale: 'en';
  readonly site_url: string;
  readonly display_url: string;
  readonly media_folder: string;
  readonly public_folder: string;
  readonly slug: { readonly encoding: 'ascii'; readonly clean_accents: true };
  readonly collections: readonly CmsCollection[];
}

/** What the configuration is made from. */
export interface CmsSettings {
  readonly site: Site;
  readonly vocabularies: Partial<Vocabularies>;
  /** Base path under which the site stands. */
  readonly base: string;
}

/** Makes the configuration of the form from the schemas of all kinds. */
export function cmsConfig({ site, vocabularies, base }: CmsSettings): CmsConfig {
  const address = new URL(base.endsWith('/') ? base : `${base}/`, site.url).href;
  const backend = cmsBackend(site);
  return {
    backend,
    // Decap stores on Gitea only without review steps, and does not start when it is told otherwise.
    publish_mode: backend.name === 'gitea' ? 'simple' : 'editorial_workflow',
    locale: 'en',
    site_url: address,
    display_url: address,
    media_folder: 'content/media',
    public_folder: '../media',
    slug: { encoding: 'ascii', clean_accents: true },
    collections: KIND_NAMES.map((name) => cmsCollection(kindWords(KINDS[name], site), vocabularies)),
  };
}

/** Makes the form of one kind. */
export function cmsCollection(kind: Kind<string, z.ZodType>, vocabularies: Partial<Vocabularies>): CmsCollection {
  return {
    name: kind.name,
    label: kind.heading,
    label_singular: kind.one,
    description: kind.about,
    folder: `content/${kind.name}`,
    create: true,
    delete: false,
    extension: 'mdx',
    format: 'frontmatter',
    slug: '{{slug}}',
    identifier_field: 'title',
    summary: '{{title}}',
    fields: formFields(kind, vocabularies),
  };
}

function formFields(kind: Kind<string, z.ZodType>, vocabularies: Partial<Vocabularies>): CmsField[] {
  const shape = usedFields(kind.fields, vocabularies);
  const schemas = new Map(shape);
  const required = new Set(shape.filter(([, field]) => fieldFacts(field).required).map(([name]) => name));
  const sections = formSections(kind.form, [...schemas.keys()], required);
  const [first, full, more, retire] = [sections.first, sections.full, sections.more, sections.retire].map((names) => names.map((name) => cmsField(name, schemas.get(name)!, vocabularies)));
  const named = (fields: readonly CmsField[]) => fields.map(({ name, label }) => ({ name, label }));
  const meter: CmsField[] =
    full!.length > 0
      ? [{ name: '_progress', label: 'How far it is', widget: 'garden-progress', required: false, first: named(first!.filter((field) => field.required !== false)), full: named(full!) }]
      : [];
  const body: CmsField = { name: 'body', label: 'Text', widget: 'garden-body', required: kind.body === 'required', hint: 'The page itself, below its facts.' };
  return [...meter, ...first!, body, ...section('_full', `Make it a full ${kind.one}`, full!), ...section('_more', 'More', more!), ...section('_retire', 'Take this page out of use', retire!)];
}

function section(name: string, label: string, fields: readonly CmsField[]): CmsField[] {
  return fields.length === 0 ? [] : [{ name, label, widget: 'garden-section', required: false, count: fields.length }, ...fields];
}
