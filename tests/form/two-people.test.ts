import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { readDraft } from '../../src/garden/entry/read-draft.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { formDriver, type FormDriver } from './form-driver.ts';
import { scratchGarden, type ScratchGarden } from './scratch-garden.ts';

const GUIDE = `---
title: A guide that two people read
summary: A page that two people of the garden open at the same time.
status: review
purpose: For two people who want to put the same page right.
level: starter
key_messages:
  - Talk to each other before you write.
  - Read both texts before you choose.
capabilities:
  - { capability: trap-network-design, level: 3 }
evidence:
  grade: none-found
  summary: Nobody has studied how two people write one page.
credits:
  - { name: Garden editors, role: author }
---

The first line of the text.

The last line of the text.
`;
const PAGES = ['draft', 'published', 'outside', 'overtaken'].map((name) => `two-${name}`);
const SUMMARY = {
  ana: 'Ana wrote this summary, at the same time as Ben.',
  ben: 'Ben wrote this summary, at the same time as Ana.',
  eve: 'Eve wrote this summary without the form, while a draft was open.',
};

let browser: Browser;
let garden: ScratchGarden;
let open: FormDriver[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  garden = await scratchGarden(inject('sites')[0]!, Object.fromEntries(PAGES.map((id) => [`content/guides/${id}.mdx`, GUIDE])));
});
afterEach(async () => {
  for (const { page } of open) await page.context().close();
  open = [];
});
afterAll(async () => {
  await browser?.close();
  await garden?.close();
});

test('when a draft was saved in the meantime, the second person sees both texts, can go back, and takes theirs in one place and the own text in another', async () => {
  const [ana, ben] = [await person('two-draft'), await person('two-draft')];
  await ana.fill('Summary', SUMMARY.ana);
  await ana.typeAtEnd('Ana knows more.');
  await ben.fill('Summary', SUMMARY.ben);
  await ben.typeAtEnd('Ben knows more.');
  await ana.save();
  const hers = garden.draft('guides', 'two-draft');
  expect(hers).toContain('Ana knows more.');

  const asked = await saveIntoQuestion(ben);
  expect(await bothTexts(asked)).toEqual({ theirs: expect.stringContaining(SUMMARY.ana) as string, mine: expect.stringContaining(SUMMARY.ben) as string });
  expect(garden.draft('guides', 'two-draft')).toBe(hers);
  await asked.getByRole('button', { name: 'Go back to the form' }).click();
  await ben.page.getByText('Nothing was saved. Your text is still here.').waitFor();
  expect(garden.draft('guides', 'two-draft')).toBe(hers);
  expect(await (await ben.field('Summary')).inputValue()).toBe(SUMMARY.ben);
  expect(await ben.text.textContent()).toContain('Ben knows more.');

  const again = await saveIntoQuestion(ben);
  await again.getByText('2 places differ.').waitFor();
  await again.getByRole('button', { name: 'Next difference' }).click();
  await again.getByRole('button', { name: 'Take theirs here' }).click();
  await again.getByText('1 place differs.').waitFor();
  await again.getByRole('button', { name: /^Save/ }).click();
  await expect.poll(() => garden.draft('guides', 'two-draft'), LATER).toContain('Ben knows more.');
  const { fields, body } = readDraft(garden.draft('guides', 'two-draft'));
  expect(fields).toEqual({ ...readDraft(GUIDE).fields, summary: SUMMARY.ana });
  expect(body).not.toContain('Ana knows more.');
  // The form reads anew what was chosen.
  await expect.poll(() => shownSummary(ben), LATER).toBe(SUMMARY.ana);
  expect(await ben.text.textContent()).toContain('Ben knows more.');
  // What Ben did not take is still in git.
  expect(deskGit('log', '-p', '--format=', 'main..cms/guides/two-draft')).toContain('Ana knows more.');
});

test('when a change was published in the meantime, the second person sees both texts, and nothing of either is lost in git', async () => {
  const [ana, ben] = [await person('two-published'), await person('two-published')];
  await ana.fill('Summary', SUMMARY.ana);
  await ana.save();
  await ana.setStatus('Ready');
  await ana.publish();
  const published = garden.show('main', 'content/guides/two-published.mdx');
  expect(readDraft(published).fields['summary']).toBe(SUMMARY.ana);

  await ben.typeAtEnd('Ben knows more.');
  const asked = await saveIntoQuestion(ben);
  expect((await bothTexts(asked)).theirs).toContain(SUMMARY.ana);
  expect(() => garden.draft('guides', 'two-published')).toThrow();
  await asked.getByRole('button', { name: 'Next difference' }).click();
  await asked.getByRole('button', { name: 'Take theirs here' }).click();
  await asked.getByRole('button', { name: /^Save/ }).click();
  await expect.poll(() => shownSummary(ben), LATER).toBe(SUMMARY.ana);
  const draft = garden.draft('guides', 'two-published');
  expect(readDraft(draft).fields).toEqual(readDraft(published).fields);
  expect(draft).toContain('Ben knows more.');
  await ben.setStatus('Ready');
  await ben.publish();
  expect(garden.show('main', 'content/guides/two-published.mdx')).toBe(draft);
  expect(garden.git('log', '-p', '--format=', 'main', '--', 'content/guides/two-published.mdx')).toContain(`+summary: ${SUMMARY.ana}`);
});

test('when the page was changed in the repository while a draft is open, it cannot be published unseen, and the next save shows both texts', async () => {
  const ben = await person('two-outside');
  await ben.typeAtEnd('Ben knows more.');
  await ben.save();
  await ben.setStatus('Ready');
  const changed = GUIDE.replace(/summary: A page.*/, `summary: ${SUMMARY.eve}`);
  commit('two-outside', changed);

  await ben.page.locator('[class*="-PublishButton"]').click();
  await ben.page.getByRole('menuitem', { name: /Publish now/ }).click();
  await ben.page.getByText(/This page was changed on the site after this draft was begun\. Open the draft, change a letter and save/).waitFor();
  expect(garden.show('main', 'content/guides/two-outside.mdx')).toBe(changed);

  await ben.typeAtEnd(' And more.');
  const asked = await saveIntoQuestion(ben);
  const texts = await bothTexts(asked);
  expect(texts.theirs).toContain(SUMMARY.eve);
  expect(texts.mine).not.toContain(SUMMARY.eve);
  await asked.getByRole('button', { name: 'Next difference' }).click();
  await asked.getByRole('button', { name: 'Take theirs here' }).click();
  await asked.getByRole('button', { name: /^Save/ }).click();
  await expect.poll(() => garden.draft('guides', 'two-outside'), LATER).toContain('And more.');
  await expect.poll(() => shownSummary(ben), LATER).toBe(SUMMARY.eve);
  await ben.publish();
  const now = garden.show('main', 'content/guides/two-outside.mdx');
  for (const words of [SUMMARY.eve, 'Ben knows more.', 'And more.']) expect(now).toContain(words);
});

test('a draft that another person opened is shown as it is, and whoever saves second is asked', async () => {
  const ana = await person('two-overtaken');
  await ana.fill('Summary', SUMMARY.ana);
  await ana.save();
  const ben = await person('two-overtaken');
  expect(await (await ben.field('Summary')).inputValue()).toBe(SUMMARY.ana);
  expect(await ben.status()).toMatch(/^Saved, but not sent yet/);
  await ben.fill('Summary', SUMMARY.ben);
  await ben.save();
  expect(readDraft(garden.draft('guides', 'two-overtaken')).fields['summary']).toBe(SUMMARY.ben);

  await ana.typeAtEnd('Ana knows more.');
  const asked = await saveIntoQuestion(ana);
  expect(await bothTexts(asked)).toEqual({ theirs: expect.stringContaining(SUMMARY.ben) as string, mine: expect.stringContaining(SUMMARY.ana) as string });
  await asked.getByRole('button', { name: 'Take all of mine' }).click();
  await asked.getByRole('button', { name: /^Save/ }).click();
  await expect.poll(() => garden.draft('guides', 'two-overtaken'), LATER).toContain('Ana knows more.');
  expect(readDraft(garden.draft('guides', 'two-overtaken')).fields['summary']).toBe(SUMMARY.ana);
  expect(deskGit('log', '-p', '--format=', 'main..cms/guides/two-overtaken')).toContain(SUMMARY.ben);
});

const LATER = { timeout: 20_000 };

/** Somebody with a browser of their own who has opened a guide. */
async function person(id: string): Promise<FormDriver> {
  const context = await browser.newContext();
  const form = formDriver(await context.newPage(), garden.url);
  open.push(form);
  await form.open('guides', id);
  return form;
}

/** The summary in the form, while the page may be loading. */
function shownSummary({ page }: FormDriver): Promise<string> {
  return page
    .locator('[id^="summary-field-"]')
    .first()
    .inputValue({ timeout: 1000 })
    .catch(() => '');
}

/** Presses Save, and gives the question that the form asks instead of saving. */
async function saveIntoQuestion({ page }: FormDriver): Promise<Locator> {
  await page.locator('#garden-bar').getByRole('button', { name: 'Save', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Two people changed this page' });
  await question.waitFor(LATER);
  return question;
}

async function bothTexts(question: Locator): Promise<{ theirs: string; mine: string }> {
  const text = async (name: RegExp) => (await question.getByRole('textbox', { name }).textContent()) ?? '';
  return { theirs: await text(/^Theirs/), mine: await text(/^Yours/) };
}

function deskGit(...args: string[]): string {
  return garden.git('-C', '.garden/desk', ...args);
}

/** Changes a page as somebody does who works with git. */
function commit(id: string, text: string): void {
  writeFileSync(path.join(garden.folder, `content/guides/${id}.mdx`), text);
  garden.git('commit', '-q', '-a', '-m', 'Change a guide by hand');
}
