import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { contentFolder } from '../../src/disk/content-folder.ts';
import { loadContent, type LoadedContent } from '../../src/disk/load-content.ts';
import { checkEntry } from '../../src/garden/checks/check-entry.ts';
import { analyseBody } from '../../src/garden/entry/body.ts';
import { parseHeader } from '../../src/garden/entry/parse-header.ts';
import { readDraft } from '../../src/garden/entry/read-draft.ts';
import { writeEntry } from '../../src/garden/entry/write-entry.ts';
import { resolveTarget } from '../../src/garden/model/entry-index.ts';
import { cmsCollection } from '../../src/garden/outputs/cms-config.ts';
import type { CmsField } from '../../src/garden/outputs/cms-field.ts';
import { fieldFacts, fieldsOf } from '../../src/garden/outputs/field-facts.ts';
import { KIND_NAMES, KINDS, type KindName } from '../../src/garden/schema/index.ts';
import type { VocabularyName } from '../../src/garden/schema/vocabularies.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { formDriver, type FormDriver } from './form-driver.ts';
import { scratchGarden, type ScratchGarden } from './scratch-garden.ts';

type Data = Record<string, unknown>;

/** What the rules between fields want beside the required ones. */
const BESIDE: Partial<Record<KindName, Data>> = {
  'case-studies': { consent: { given_by: 'The group’s committee', on: '2026-05-03', covers: 'Text and figures' } },
  sessions: { minutes: 20 },
};
const RELATIONS = new Set(['relation', 'garden-entry']);
const TEXT = 'A text that somebody wrote for a test of the form, with a link to [[read-tracking-tunnels]].';

let content: LoadedContent;
let browser: Browser;
let page: Page;
let garden: ScratchGarden;
let agrees = true;
let form: FormDriver;

beforeAll(async () => {
  content = await loadContent(contentFolder());
  browser = await openBrowser();
  page = await browser.newPage();
  garden = await scratchGarden(inject('sites')[0]!);
  form = formDriver(page, garden.url, () => agrees);
});
afterAll(async () => {
  await browser?.close();
  await garden?.close();
});

test.each(KIND_NAMES)('a new entry in %s, with every required field and every relation filled in the form, is right and canonical in git', async (kind) => {
  const collection = cmsCollection(KINDS[kind], content.vocabularies);
  const title = `A new ${collection.label_singular}`;
  const id = title.toLowerCase().replaceAll(' ', '-');
  const data: Data = { ...newEntry(kind, collection.fields), title };
  await form.openNew(kind);
  for (const { label } of collection.fields.filter(({ widget }) => widget === 'garden-section')) await form.unfold(label);
  for (const field of collection.fields) if (field.name in data && data[field.name] !== field.default) await fill(field, data[field.name]);
  await form.typeAtEnd(TEXT);
  await form.save();

  const draft = garden.draft(kind, id);
  const { fields, body } = readDraft(draft);
  expect(fields).toEqual({ ...data, created: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string });
  expect(body).toBe(`\n${TEXT}\n`);
  expect(writeEntry({ kind, fields, body })).toBe(draft);
  expect(found(kind, id, draft)).toEqual([]);

  const discard = page.getByRole('button', { name: 'Discard draft' });
  agrees = false;
  const asked = page.waitForEvent('dialog');
  await discard.click();
  expect((await asked).message()).toContain('Throw away this draft?');
  // The desk does one thing after another: once it has answered this, it has done all that was asked before.
  await page.evaluate(
    (address) => fetch(address).then((response) => response.json()),
    `desk/base?${new URLSearchParams({ collection: kind, slug: id, path: `content/${kind}/${id}.mdx` }).toString()}`,
  );
  expect(garden.draft(kind, id)).toBe(draft);
  agrees = true;
  await discard.click();
  await page.waitForURL(/\/collections\/[a-z-]+$/);
  expect(() => garden.draft(kind, id)).toThrow();
});

test.each(KIND_NAMES)('an entry in %s is edited in one line, taken out of use by the form, and cannot be deleted', async (kind) => {
  const { id } = anEntry(kind);
  const [titleField] = cmsCollection(KINDS[kind], content.vocabularies).fields.filter(({ name }) => name === 'title');
  await form.open(kind, id);
  expect(await page.getByRole('button', { name: /delete|discard/i }).count()).toBe(0);
  const published = garden.show('main', `content/${kind}/${id}.mdx`);
  await form.fill(titleField!.label, 'Another title');
  await form.save();
  const edited = garden.draft(kind, id);
  expect(changes(published, edited)).toEqual([expect.stringMatching(/^-title: /) as string, expect.stringMatching(/^\+title: ("?)Another title\1$/) as string]);

  const reason = 'The way it describes is no longer in use.';
  await form.unfold('Take this page out of use');
  await form.choose('Status', 'Retired');
  await form.fill('Why it was retired', reason);
  await form.pick('Replaced by', 'Set and read tracking tunnels');
  await form.save();
  const retired = garden.draft(kind, id);
  expect(readDraft(retired).fields).toEqual({ ...readDraft(edited).fields, status: 'retired', retire_reason: reason, superseded_by: 'guides/read-tracking-tunnels' });
  expect(readDraft(retired).body).toBe(readDraft(published).body);
  expect(changes(edited, retired).length).toBe(4);
  expect(found(kind, id, retired)).toEqual([]);
});

/** Data for a new entry: what the form asks for, and every relation, as the schema's examples have it. */
function newEntry(kind: KindName, fields: readonly CmsField[]): Data {
  const schemas = new Map(fieldsOf(KINDS[kind].fields));
  const wanted = fields.filter(({ name, required, widget }) => schemas.has(name) && (required || RELATIONS.has(widget)) && name !== 'superseded_by');
  return { ...Object.fromEntries(wanted.map(({ name, default: initial }) => [name, initial ?? example(schemas.get(name)!)])), ...BESIDE[kind] };
}

/** The first entry of a kind that readers see. */
function anEntry(kind: KindName) {
  const entry = [...content.index.entries.values()].find((one) => one.kind === kind && !one.draft)!;
  return { ...entry, key: `${kind}/${entry.id}` };
}

/** A value with the required parts alone; it names an entry and items of lists that exist. */
function example(schema: z.ZodType): unknown {
  const { inner, notes } = fieldFacts(schema);
  if (inner instanceof z.ZodObject) {
    const parts = fieldsOf(inner).filter(([, part]) => fieldFacts(part).required);
    return Object.fromEntries(parts.map(([name, part]) => [name, example(part)]));
  }
  if (inner instanceof z.ZodArray) {
    const item = fieldFacts(inner.element as z.ZodType);
    if (item.inner instanceof z.ZodObject || item.notes.ref || item.notes.vocabulary) return [example(inner.element as z.ZodType)];
  }
  if (notes.ref) return anEntry(notes.ref[0] as KindName)[notes.withKind ? 'key' : 'id'];
  if (notes.vocabulary) return content.vocabularies[notes.vocabulary as VocabularyName]!.items[0]!.id;
  return notes.examples?.[0];
}

/** Fills a field as a person does: by its label, with the words that the form shows for a value. */
async function fill(field: CmsField, value: unknown, scope?: Locator): Promise<void> {
  const { label, widget, multiple, options = [], fields = [], field: one } = field;
  if (multiple) {
    for (const item of value as unknown[]) await fill({ ...field, multiple: false }, item, scope);
  } else if (widget === 'list') {
    for (const item of value as unknown[]) {
      const added = await form.add(label);
      if (one) await fill(one, item, added);
      else await fillParts(fields, item as Data, added);
    }
  } else if (widget === 'object') {
    await fillParts(fields, value as Data, await form.expand(label));
  } else if (widget === 'select') {
    await form.choose(label, options.find((option) => option.value === value)!.label, scope);
  } else if (RELATIONS.has(widget)) {
    await form.pick(label, resolveTarget(content.index, String(value), field.kinds ?? [field.collection!]).entry!.title, scope);
  } else if (widget === 'datetime') {
    await (await form.field(label, scope)).fill(String(value));
  } else {
    await form.fill(label, String(value), scope);
  }
}

async function fillParts(fields: readonly CmsField[], data: Data, scope: Locator): Promise<void> {
  for (const field of fields) if (field.name in data) await fill(field, data[field.name], scope);
}

/** What the check of the garden says of a file. */
function found(kind: KindName, id: string, text: string): string[] {
  const header = parseHeader(`content/${kind}/${id}.mdx`, text);
  const { facts: body } = analyseBody(header.body, header.bodyLine);
  return checkEntry({ header, body }, { ...content, media: new Set(content.files.map(({ file }) => file)) })
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);
}

/** Lines that are in only one of two texts. */
function changes(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [...old.filter((line) => !now.includes(line)).map((line) => `-${line}`), ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`)];
}
