import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from '../browser/open-browser.ts';
import { constructs, type Construct } from '../lib/round-trip-corpus.ts';
import { formDriver } from './form-driver.ts';
import { scratchGarden, type ScratchGarden } from './scratch-garden.ts';

/** Constructs about the file as a whole, which can share it with no other. */
const WHOLE = /line ends|^CRLF|final newline|leading blank|no blank line above|header|trailing spaces/;
const PAGE_SIZE = 16;
const TITLE = 'title: A page of old habits';
const HEAD = `---\n${TITLE}\nsummary: A page that the tests of this garden open and save.\nstatus: review\ncredits:\n  - { name: Garden editors, role: author }\n---\n`;

interface Sample {
  readonly id: string;
  readonly names: readonly string[];
  readonly body: string;
  /** Numbers of the lines at whose ends a letter is typed, one for each construct. */
  readonly typed: readonly number[];
}

const samples = [...constructs.filter(({ name }) => WHOLE.test(name)).map((construct) => [construct]), ...pages(constructs.filter(({ name }) => !WHOLE.test(name)))].map(sample);

function pages(rest: readonly Construct[]): Construct[][] {
  return Array.from({ length: Math.ceil(rest.length / PAGE_SIZE) }, (_, index) => rest.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE));
}

function sample(own: readonly Construct[], index: number): Sample {
  const lines: string[] = [];
  const typed: number[] = [];
  own.forEach(({ body }, place) => {
    if (place > 0) lines.push('', `So much for number ${place}.`);
    // In this garden some links of the corpus lead nowhere; the form would rightly not save them.
    const part = body.replace('[[a\\|b]]', '[[read-tracking-tunnels\\|b]]').replaceAll('example.org', 'example.net').split('\n');
    if (place < own.length - 1 && part.at(-1) === '') part.pop();
    const at = part.findLastIndex((line) => /[\p{L}\d.]\r?$/u.test(line));
    typed.push(lines.length + (at === -1 ? part.findLastIndex((line) => line.trim() !== '') : at));
    lines.push(...part);
  });
  return { id: own.length === 1 ? own[0]!.name.replaceAll(' ', '-').toLowerCase() : `habits-${index}`, names: own.map(({ name }) => name), body: lines.join('\n'), typed };
}

let browser: Browser;
let page: Page;
let garden: ScratchGarden;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
  garden = await scratchGarden(inject('sites')[0]!, Object.fromEntries(samples.map(({ id, body }) => [`content/pages/${id}.mdx`, HEAD + body])));
});
afterAll(async () => {
  await browser?.close();
  await garden?.close();
});

test('the corpus holds at least 60 ways of writing', () => expect(samples.flatMap(({ names }) => names).length).toBeGreaterThanOrEqual(60));

test.each(samples)('$id: a new title leaves the body as it is, and a letter in a line changes that line alone', async ({ id, body, typed }) => {
  const form = formDriver(page, garden.url);
  const opened = garden.show('main', `content/pages/${id}.mdx`);
  expect(opened).toBe(HEAD + body);
  await form.open('pages', id);
  await form.fill('Title', 'Another title');
  await form.save();
  const titled = opened.replace(TITLE, 'title: Another title');
  expect(garden.draft('pages', id)).toBe(titled);

  await form.text.click();
  await page.keyboard.press('Control+Home');
  const lines = body.split('\n');
  let line = 0;
  for (const target of typed) {
    // An arrow goes by what is seen, which for a long line is a part of it; the end of a line is never wrong.
    for (; line < target; line += 1) {
      for (let more = 0; more < 3; more += 1) await page.keyboard.press('End');
      await page.keyboard.press('ArrowRight');
    }
    for (let more = 0; more < 3; more += 1) await page.keyboard.press('End');
    await page.keyboard.press('z');
  }
  await form.save();
  const saved = garden
    .draft('pages', id)
    .slice(titled.length - body.length)
    .split('\n');
  // A last line that somebody has touched gets the end that it lacked.
  if (!body.endsWith('\n')) expect(saved.pop()).toBe('');
  expect(saved.flatMap((text, at) => (text === lines[at] ? [] : [at]))).toEqual(typed);
  for (const at of typed) expect(saved[at]).toMatch(/z/);
});
