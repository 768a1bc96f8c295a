import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { readDraft } from '../../src/garden/entry/read-draft.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { formDriver, type FormDriver } from './form-driver.ts';
import { scratchGarden, type ScratchGarden } from './scratch-garden.ts';

/** A page as people write it by hand: comments, quotes and days in several ways. */
const page = (title: string, body: string, more = '') =>
  `---\n# Asked the hapū on 3 May, see minutes\ntitle: ${title}\nsummary: "A page that somebody wrote by hand, with care."\nstatus: review # not yet current\ncreated: 2026-03-01   # first draft\nreview_by: "2027-04-05"\n${more}credits:\n  - { name: Garden editors, role: author }\n---\n${body}`;

const WRITTEN = [
  '',
  '* star list',
  '',
  '___',
  '',
  '1) one',
  '',
  "two spaces at a line's end  ",
  'and \\[not a link], 5&nbsp;km, 🥝 and 👩‍🌾',
  '',
  '| A | B |',
  '|---|---|',
  '| [[read-tracking-tunnels\\|b]] | c |',
  '',
  "<Callout type='tip'>",
  '',
  'Single quotes.',
  '',
  '</Callout>',
  '',
  'The end has no line end',
].join('\n');

const FILES = {
  'content/pages/written.mdx': page('Written by hand 🥝', WRITTEN),
  'content/pages/comments.mdx': page('With comments', '\nWords below.\n'),
  'content/pages/days.mdx': page('With days', '\nWords below.\n'),
  'content/pages/names.mdx': page('With names', '\nWords below.\n'),
};

let browser: Browser;
let garden: ScratchGarden;
let form: FormDriver;

beforeAll(async () => {
  browser = await openBrowser();
  garden = await scratchGarden(inject('sites')[0]!, FILES);
  form = formDriver(await browser.newPage(), garden.url);
});
afterAll(async () => {
  await browser?.close();
  await garden?.close();
});

/** Lines that two texts do not share, as a diff tells them. */
function changes(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [...old.filter((line) => !now.includes(line)).map((line) => `-${line}`), ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`)];
}

test('only the title was changed (D1): old habits, emoji and entities stay, and so do those around a new letter', async () => {
  const before = garden.show('main', 'content/pages/written.mdx');
  await form.open('pages', 'written');
  await form.fill('Title', 'Written by hand 🥝🥝');
  await form.save();
  const titled = garden.draft('pages', 'written');
  expect(titled).toBe(before.replace('title: Written by hand 🥝', 'title: Written by hand 🥝🥝'));
  await form.typeAtEnd('s');
  await form.save();
  expect(garden.draft('pages', 'written')).toBe(`${titled}s\n`);
});

test('notes in the header (D3) stay in their places when the summary changes', async () => {
  const before = garden.show('main', 'content/pages/comments.mdx');
  await form.open('pages', 'comments');
  await form.fill('Summary', 'Another summary that somebody typed into the form.');
  await form.save();
  expect(changes(before, garden.draft('pages', 'comments'))).toEqual(['-summary: "A page that somebody wrote by hand, with care."', '+summary: "Another summary that somebody typed into the form."']);
});

test('a header in the body (D3) is text: the fields keep their values, and the text comes back as it was typed', async () => {
  const { page: at } = form;
  const before = readDraft(garden.draft('pages', 'comments'));
  const typed = ['---', 'status: current', 'licence: CC0-1.0', '---', 'Text'];
  await form.open('pages', 'comments');
  await form.text.click();
  await at.keyboard.press('Control+A');
  for (const line of typed) {
    await at.keyboard.type(line);
    await at.keyboard.press('Enter');
  }
  await form.save();
  const stored = readDraft(garden.draft('pages', 'comments'));
  expect(stored.fields).toEqual(before.fields);
  expect(stored.body.trim().split('\n')).toEqual(typed);
  await form.open('pages', 'comments');
  expect((await form.text.innerText()).trim().split('\n').filter(Boolean)).toEqual(typed);
  expect(await (await form.field('Summary')).inputValue()).toBe('Another summary that somebody typed into the form.');
});

const ZONES = [
  { timezoneId: 'Pacific/Auckland', now: '2026-03-01T12:30:00Z', day: '2026-03-02' },
  { timezoneId: 'UTC', now: '2026-03-01T12:30:00Z', day: '2026-03-01' },
  { timezoneId: 'America/Los_Angeles', now: '2026-03-01T02:30:00Z', day: '2026-02-28' },
];

test.each(ZONES)('in $timezoneId no day moves (F1), and a new page is of the day there', async ({ timezoneId, now, day }) => {
  const context = await browser.newContext({ timezoneId });
  const there = formDriver(await context.newPage(), garden.url);
  await there.page.clock.setFixedTime(now);
  const from = garden.git('-C', `${garden.folder}/.garden/desk`, 'branch', '--list', 'cms/pages/days').trim() ? garden.draft('pages', 'days') : garden.show('main', 'content/pages/days.mdx');
  await there.open('pages', 'days');
  await there.unfold('More');
  expect(await (await there.field('Created')).inputValue()).toBe('2026-03-01');
  expect(await (await there.field('Review by')).inputValue()).toBe('2027-04-05');
  const place = timezoneId.split('/').at(-1)!.replace('_', ' ');
  const title = `Seen from ${place}`;
  await there.fill('Title', title);
  await there.save();
  expect(changes(from, garden.draft('pages', 'days')).filter((line) => !/[+-]title:/.test(line))).toEqual([]);
  expect(readDraft(garden.draft('pages', 'days')).fields).toMatchObject({ title, created: '2026-03-01', review_by: '2027-04-05' });

  const name = `New in ${place}`;
  const id = name.toLowerCase().replaceAll(' ', '-');
  await there.openNew('glossary');
  await there.fill('Term', name);
  await there.fill('Summary', 'A term that somebody made up for a test of the form.');
  await there.save();
  expect(readDraft(garden.draft('glossary', id)).fields['created']).toBe(day);
  await context.close();
});

const WORDS = [
  ['Stoats: what works', '"Kia ora" said the volunteer: come in.'],
  [`DOC's "toolbox"`, '\'Single\' and "double" quotes in one line'],
  ['@ the ridge', '# not a comment, but the first rat of three'],
  ['Trapping:', '- and so on: [1, 2] and {a: b}, *star* & !bang'],
  ['null', 'back\\slash, tab and `code` of <b>5 % more</b>'],
  ['0123', '2026-03-01 was the day when somebody began'],
  ['Kiwi 🥝 and 👩‍🌾', 'M\u0101ori \u201cquotes\u201d \u2026 and a long dash \u2014 here'],
] as const;

test('punctuation in title and summary (F3) comes back letter for letter from git and in the form', async () => {
  await form.open('pages', 'names');
  for (const [title, summary] of WORDS) {
    await form.fill('Title', title);
    await form.fill('Summary', summary);
    await form.save();
    expect(readDraft(garden.draft('pages', 'names')).fields).toMatchObject({ title, summary });
  }
  expect(changes(garden.show('main', 'content/pages/names.mdx'), garden.draft('pages', 'names')).length).toBe(4);
  await form.open('pages', 'names');
  const [title, summary] = WORDS.at(-1)!;
  expect(await (await form.field('Title')).inputValue()).toBe(title);
  expect(await (await form.field('Summary')).inputValue()).toBe(summary);
});

/** Opens a new term and fills in what it needs. */
async function newTerm(title: string): Promise<void> {
  await form.openNew('glossary');
  await form.fill('Term', title);
  await form.fill('Summary', 'A term that somebody made up for a test of the form.');
}

test.each([
  ['Kererū & tūī: ngā manu?', 'kereru-tui-nga-manu'],
  ['Ma\u0304tauranga ☀ 🥝', 'matauranga'],
  ['DOC’s "best" way / 5 % more', 'doc-s-best-way-5-more'],
])('a page called %s has the address %s', async (title, id) => {
  await newTerm(title);
  await form.save();
  expect(readDraft(garden.draft('glossary', id)).fields['title']).toBe(title.normalize('NFC'));
});

test('a page whose title makes no address that the garden takes is not saved, and a sentence says why', async () => {
  await newTerm('trap_line');
  await form.page.locator('#garden-bar').getByRole('button', { name: 'Save', exact: true }).click();
  await form.page.getByText('The address of this page would be "trap_line".').first().waitFor();
  expect(await (await form.field('Term')).inputValue()).toBe('trap_line');
});

test('a page whose title has no letter for an address is not saved, and a sentence says why', async () => {
  await newTerm('\u6f22\u5b57');
  await form.page.locator('#garden-bar').getByRole('button', { name: 'Save', exact: true }).click();
  await form.page.getByText('Not saved. The address of this page is made from its title').first().waitFor();
  expect(await form.status()).toMatch(/^Not saved yet/);
});
