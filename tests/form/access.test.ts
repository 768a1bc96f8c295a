import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../browser/open-browser.ts';
import { formDriver, type FormDriver } from './form-driver.ts';
import { scratchGarden, type ScratchGarden } from './scratch-garden.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const OURS = '.garden-field, #garden-bar, .garden-dialog, #garden-notice, #garden-news';
const GUIDE = 'read-tracking-tunnels';
/** What axe still finds in Decap's own parts, by view and rule. It may only become shorter. */
const LEFT_IN_DECAP: Readonly<Record<string, readonly string[]>> = {};

let browser: Browser;
let garden: ScratchGarden;

beforeAll(async () => {
  browser = await openBrowser();
  garden = await scratchGarden(inject('sites')[0]!);
});
afterAll(async () => {
  await browser?.close();
  await garden?.close();
});

async function openAll(page: Page): Promise<void> {
  for (const folded = page.locator('.garden-fold-button[aria-expanded="false"]'); (await folded.count()) > 0;) await folded.first().click();
}

const VIEWS: readonly { readonly name: string; go(form: FormDriver, page: Page): Promise<void> }[] = [
  {
    name: 'the list of pages',
    async go(_form, page) {
      await page.goto(`${garden.url}admin/#/collections/guides`);
      await page.getByText('Set and read tracking tunnels').first().waitFor();
    },
  },
  {
    name: 'the pictures',
    async go(_form, page) {
      await page.getByRole('button', { name: 'Pictures' }).click();
      await page.locator('.ReactModalPortal img').first().waitFor();
    },
  },
  { name: 'a new page', go: (form) => form.openNew('case-studies') },
  {
    name: 'a page that exists, with every part open',
    async go(form, page) {
      await form.open('guides', GUIDE);
      await openAll(page);
    },
  },
  {
    name: 'the list of problems',
    async go(form) {
      await form.openNew('guides');
      await form.fill('Title', 'x');
      expect((await form.saveAndRead()).length).toBeGreaterThan(3);
    },
  },
  {
    name: 'what is said before sending',
    async go(form, page) {
      await form.open('sources', 'doc-spacing');
      await form.typeAtEnd(' ');
      await page.locator('#garden-bar').getByRole('button', { name: 'Send for review' }).click();
      await page.locator('dialog[open]').waitFor();
    },
  },
  {
    name: 'the board',
    async go(form, page) {
      await form.open('pages', 'about');
      await form.fill('Title', `About this garden ${page.viewportSize()?.width}`);
      await form.save();
      await page.goto('about:blank');
      await page.goto(`${garden.url}admin/#/workflow`);
      await page.getByText('About this garden').first().waitFor();
    },
  },
];

/** Controls that stand outside of the screen to the left or right; the tools of the editor scroll in a row of their own. */
const outside = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('a, button, input, textarea, select, summary, [role="button"], [role="textbox"], [role="combobox"]')]
      .filter((control) => {
        const { left, right, width, height } = control.getBoundingClientRect();
        if (width <= 1 || height <= 1 || !control.checkVisibility() || control.closest('.garden-toolbar')) return false;
        return left < -1 || right > innerWidth + 1;
      })
      .map((control) => `${control.tagName} ${control.textContent} ${control.id}`),
  );

interface Found {
  readonly rule: string;
  readonly ours: boolean;
  readonly html: string;
}

/** What fades or slides in has not its colours and its place yet. A ring that turns while something loads, and the life of short news, last longer. */
async function still(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().every(({ playState, effect }) => playState !== 'running' || Number(effect?.getComputedTiming().endTime ?? 0) > 3000));
}

async function axe(page: Page): Promise<Found[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async (ours) => {
    type Run = { violations: { id: string; nodes: { html: string; target: string[]; failureSummary: string }[] }[] };
    const { violations } = await (window as unknown as { axe: { run(of: Document, options: object): Promise<Run> } }).axe.run(document, {
      iframes: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, target, failureSummary }) => ({ rule: id, ours: document.querySelector(target[0]!)?.closest(ours) instanceof Element, html: `${html.slice(0, 160)} ${failureSummary}` })),
    );
  }, OURS);
}

describe.each([
  { width: 390, height: 844 },
  { width: 1360, height: 900 },
] as const)('at $width × $height', ({ width, height }) => {
  let context: BrowserContext;
  let form: FormDriver;
  beforeAll(async () => {
    // The policy of the page would not let the checker in.
    context = await browser.newContext({ viewport: { width, height }, hasTouch: width < 500, bypassCSP: true });
    form = formDriver(await context.newPage(), garden.url);
  });
  afterAll(() => context?.close());

  test.each(VIEWS)('$name fits the screen, and axe finds nothing in what is ours, by day and by night', async ({ name, go }) => {
    const { page } = form;
    await page.emulateMedia({ colorScheme: 'light' });
    await go(form, page);
    await still(page);
    expect(await page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth))).toBeLessThanOrEqual(width);
    expect(await outside(page)).toEqual([]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await still(page);
      const found = await axe(page);
      expect(found.filter(({ ours }) => ours)).toEqual([]);
      const left = found.filter(({ ours }) => !ours);
      expect([...new Set(left.map(({ rule }) => rule))].sort(), left.map(({ html }) => html).join('\n')).toEqual(LEFT_IN_DECAP[name] ?? []);
    }
  });
});

test('on a phone the tools of the editor stay at the very top while its text is read', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const form = formDriver(await context.newPage(), garden.url);
  await form.open('guides', GUIDE);
  const tools = form.page.locator('.garden-toolbar');
  await form.text.evaluate((text) => window.scrollBy(0, text.getBoundingClientRect().top + 600));
  await form.page.waitForFunction(() => document.querySelector('.garden-toolbar')?.getBoundingClientRect().top === 0);
  expect(await tools.evaluate((bar) => document.elementFromPoint(120, 20)?.closest('.garden-toolbar') === bar)).toBe(true);
  await context.close();
});

describe('by keyboard alone', () => {
  /** What has the focus, and whether somebody who looks at the page sees that. */
  const focused = (page: Page) =>
    page.evaluate(() => {
      const at = document.activeElement as HTMLElement;
      const framed = (element: Element | null) => {
        if (!element) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
      };
      // The editor shows its cursor and the whole of it a stronger line; a list of choices frames the box around its field;
      // the last stop in a box for a day is its little calendar, which the browser frames by itself.
      const shown =
        framed(at) ||
        at.matches('.cm-content, iframe, body') ||
        framed(at.closest('[class$="-container"]')) ||
        framed(at.closest('label')) ||
        (at.matches('input[type="date"]') && !at.matches(':focus-visible'));
      return {
        ids: [
          ...(function* () {
            for (let up: Element | null = at; up; up = up.parentElement) if (up.id) yield up.id;
          })(),
        ],
        tag: at.tagName,
        words: `${at.getAttribute('aria-label') ?? ''} ${at.textContent.slice(0, 40)}`.trim(),
        shown,
        html: at.outerHTML.slice(0, 200),
      };
    });

  test('a guide can be gone through from the first field to Save, its editor and tools included, and the focus is always seen', async () => {
    const context = await browser.newContext({ viewport: { width: 1360, height: 900 } });
    const page = await context.newPage();
    const form = formDriver(page, garden.url);
    await form.open('guides', GUIDE);
    await openAll(page);
    const wanted = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLLabelElement>('#nc-root label[for]')].filter((label) => label.checkVisibility()).map((label) => ({ id: label.htmlFor, label: label.textContent })),
    );
    expect(wanted.length).toBeGreaterThan(20);
    await (await form.field('Title')).focus();
    await page.keyboard.type('!');
    const reached = new Set<string>();
    const unseen: string[] = [];
    let toSave = false;
    for (let step = 0; step < 600 && !toSave; step += 1) {
      const { ids, shown, html, words } = await focused(page);
      for (const id of ids) reached.add(id);
      if (!shown) unseen.push(html);
      if (ids[0]?.startsWith('body-field')) {
        await page.keyboard.press('Alt+F10');
        expect(await page.evaluate(() => document.activeElement?.closest('.garden-toolbar') !== null)).toBe(true);
        await page.keyboard.press('ArrowRight');
        expect((await focused(page)).shown).toBe(true);
        await page.keyboard.press('Escape');
        expect((await focused(page)).ids[0]).toBe(ids[0]);
      }
      toSave = ids.includes('garden-bar') && words === 'Save';
      if (!toSave) await page.keyboard.press('Tab');
    }
    expect(toSave).toBe(true);
    expect([...new Set(unseen)]).toEqual([]);
    expect(wanted.filter(({ id }) => !reached.has(id))).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('#garden-bar [role="status"]', { hasText: 'Saved, but not sent yet' }).waitFor();
    await context.close();
  });

  test('the list of problems leads to the field with the fault, which says what is wrong with it', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const form = formDriver(page, garden.url);
    await form.openNew('glossary');
    await (await form.field('Term')).focus();
    await page.keyboard.type('Gully');
    const save = page.locator('#garden-bar').getByRole('button', { name: 'Save', exact: true });
    for (let step = 0; step < 60 && !(await save.evaluate((button) => button === document.activeElement)); step += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.closest('#garden-bar li') instanceof Element);
    for (let step = 0; step < 20 && !/^"Summary" is missing/.test((await focused(page)).words); step += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const summary = await form.field('Summary');
    expect(await summary.evaluate((field) => field === document.activeElement)).toBe(true);
    expect((await focused(page)).shown).toBe(true);
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
    const said = await summary.evaluate((field) => (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? ''));
    expect(said.some((words) => words.startsWith('"Summary" is missing.'))).toBe(true);
    // What the field is for is said too.
    expect(said.length).toBeGreaterThan(1);
    await page.keyboard.type('A small valley that water made, often with steep sides.');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === null);
    await context.close();
  });

  test('every sentence beside a field is tied to its control', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const form = formDriver(page, garden.url);
    await form.openNew('case-studies');
    await form.fill('Title', 'x');
    await form.saveAndRead();
    await page.locator('[class*="-ControlErrorsList"] li').first().waitFor();
    await page.waitForFunction(() => [...document.querySelectorAll('[class*="-ControlErrorsList"]')].every((list) => list.id !== ''));
    const untied = await page.evaluate(() =>
      [...document.querySelectorAll('[class*="-ControlErrorsList"]')]
        .filter((list) => document.querySelector(`[aria-invalid="true"][aria-describedby~="${list.id}"]`) === null)
        .map((list) => list.textContent),
    );
    expect(untied).toEqual([]);
    await context.close();
  });
});
