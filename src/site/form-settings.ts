import { readFile } from 'node:fs/promises';
import { formIndex } from 'virtual:kanopi/place';
import type { FormIndex } from '#garden/outputs/form-index.ts';
import type { Site } from '#garden/schema/site.ts';

/** What the pages of the form need: the index of the garden, its facts, and the hosts that the form may ask. */
export interface FormSettings {
  readonly index: FormIndex;
  readonly site: Site;
  /** Origins besides the site's own. */
  readonly hosts: readonly string[];
}

const APIS: Record<string, string> = { github: 'https://api.github.com' };

/** Reads what the loader left for the form. */
export async function readFormSettings(): Promise<FormSettings> {
  const index = JSON.parse(await readFile(formIndex, 'utf8')) as FormIndex;
  const { site } = index;
  const api = site.form?.api ?? APIS[site.form?.host ?? 'github'] ?? site.repository;
  return { index, site, hosts: api ? [new URL(api).origin] : [] };
}
