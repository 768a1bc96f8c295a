import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { chooseText } from '#cms/conflict/choose-text.ts';
import type { createDateField } from '#cms/fields/date-field.ts';
import type { createEntryPicker } from '#cms/fields/entry-picker.ts';
import type { foldSection } from '#cms/fields/fold-section.ts';
import type { createProgress, progress } from '#cms/fields/progress.ts';
import { openBrowser } from './open-browser.ts';

/** What the test page puts on its window. */
interface Parts {
  chooseText: typeof chooseText;
  createDateField: typeof createDateField;
  createEntryPicker: typeof createEntryPicker;
  createProgress: typeof createProgress;
  foldSection: typeof foldSection;
  progress: typeof progress;
  changes: unknown[];
  chosen: unknown;
  controls: Record<string, { setValue(value: never): void; focus(): void; destroy(): void }>;
}
declare global {
  interface Window {
    parts: Parts;
  }
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ADDRESS = 'http://localhost/form/';
const SCRIPT = `
  export * from '#cms/conflict/choose-text.ts';
  export * from '#cms/fields/date-field.ts';
  export * from '#cms/fields/entry-picker.ts';
  export * from '#cms/fields/fold-section.ts';
  export * from '#cms/fields/progress.ts';
`;
const STYLES = ['site/styles/tokens.css', 'cms/styles/dialog.css', 'cms/styles/fields.css', 'cms/styles/conflict.css'].map((name) => path.join(ROOT, 'src', name)).filter((file) => existsSync(file));

let browser: Browser;
let html: string;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  const bundle = await build({ stdin: { contents: SCRIPT, resolveDir: ROOT, loader: 'ts' }, bundle: true, write: false, format: 'iife', globalName: 'parts', logLevel: 'error' });
  const style = STYLES.map((file) => readFileSync(file, 'utf8')).join('\n');
  html = `<!doctype html><html lang="en-NZ"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A form</title>
    <style>${style} body { margin: 0; padding: 1rem; background: var(--paper); color: var(--ink); font-family: var(--text) } label, .label { display: block; margin: 1rem 0 .3rem; font-weight: 600 }</style>
    <main><h1>A form</h1><div id="form"></div><p><button type="button" id="after">Save</button></p></main>
    <script>${bundle.outputFiles[0]!.text.replaceAll('</script', '<\\/script')}; window.parts = { ...parts, changes: [], controls: {}, chosen: 'nothing yet' };</script></html>`;
});
afterAll(() => browser.close());
afterEach(() => page.context().close());

async function open(options: BrowserContextOptions = {}): Promise<void> {
  const context = await browser.newContext({ locale: 'en-NZ', viewport: { width: 900, height: 900 }, ...options });
  page = await context.newPage();
  page.on('pageerror', (error) => expect.fail(error.message));
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: route.request().url() === ADDRESS ? html : '' }));
  await page.goto(ADDRESS);
}

const changes = () => page.evaluate(() => window.parts.changes);
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id);
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Puts a picker called Guide on the page. */
function picker(options: { value?: string | string[]; multiple?: boolean; withKind?: boolean; kinds?: string[] } = {}): Promise<void> {
  return page.evaluate((given) => {
    const { parts } = window;
    const entry = (kind: string, id: string, title: string, draft = false) => ({ kind: kind as 'guides', id, title, lang: 'en', draft, headings: [] });
    const entries = [
      entry('guides', 'read-tracking-tunnels', 'Set and read tracking tunnels'),
      entry('guides', 'weta-houses', 'Wētā houses'),
      entry('guides', 'tracking-stoats', 'Tracking stoats in snow', true),
      entry('case-studies', 'weta-on-the-ridge', 'Wētā on the ridge'),
      ...Array.from({ length: 40 }, (_, index) => entry('guides', `trap-line-${index + 10}`, `Trap line ${index + 10}`)),
    ];
    const label = document.createElement('span');
    const parent = document.createElement('div');
    label.id = 'guide-label';
    label.className = 'label';
    label.textContent = 'Guide';
    document.getElementById('form')!.append(label, parent);
    parts.controls['guide'] = parts.createEntryPicker({
      parent,
      id: 'guide',
      labelledBy: 'guide-label',
      entries,
      kinds: ['guides'],
      withKind: false,
      multiple: false,
      value: '',
      onChange: (value) => parts.changes.push(value),
      ...given,
    });
    parts.controls['guide'].focus();
  }, options);
}

const box = () => page.getByRole('combobox', { name: 'Guide' });
const options = () => page.getByRole('option').allTextContents();
const active = () => page.evaluate(() => document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')?.textContent);
const said = () => page.getByRole('status').first().textContent();

describe('picking one page', () => {
  test('a title is found without its macrons and picked by the keys', async () => {
    await open();
    await picker();
    await page.keyboard.type('weta');
    expect(await options()).toEqual(['Wētā houses guide · weta-houses']);
    await press('ArrowDown');
    expect(await active()).toContain('Wētā houses');
    await press('Enter');
    expect(await box().inputValue()).toBe('Wētā houses');
    expect(await box().getAttribute('aria-expanded')).toBe('false');
    expect(await said()).toBe('Chosen: “Wētā houses”.');
    expect(await changes()).toEqual(['weta-houses']);
  });

  test('with several kinds the value says which, and the list too', async () => {
    await open();
    await picker({ kinds: ['guides', 'case-studies'], withKind: true });
    await page.keyboard.type('WETA');
    expect(await options()).toEqual(['Wētā houses guide · weta-houses', 'Wētā on the ridge case study · weta-on-the-ridge']);
    await press('ArrowUp', 'Enter');
    expect(await changes()).toEqual(['case-studies/weta-on-the-ridge']);
  });

  test('titles that start with the words come first, drafts are marked, and thirty are shown of many', async () => {
    await open();
    await picker();
    await page.keyboard.type('tracking');
    expect(await options()).toEqual(['Tracking stoats in snow draft guide · tracking-stoats', 'Set and read tracking tunnels guide · read-tracking-tunnels']);
    await press('Control+A');
    await page.keyboard.type('trap');
    expect(await options()).toHaveLength(30);
    expect(await page.getByText('… and 10 more, type further').isVisible()).toBe(true);
    await expect.poll(said).toBe('40 found, the first 30 are listed.');
  });

  test('Home, End and the arrows go through the list and round its ends, and the active option is in view', async () => {
    await open();
    await picker();
    await page.keyboard.type('trap');
    await press('ArrowDown', 'End');
    expect(await active()).toContain('Trap line 39');
    const inView = await page.evaluate(() => {
      const option = document.querySelector('[aria-selected=true]')!.getBoundingClientRect();
      const list = document.querySelector('[role=listbox]')!.getBoundingClientRect();
      return option.top >= list.top - 1 && option.bottom <= list.bottom + 1;
    });
    expect(inView).toBe(true);
    await press('ArrowDown');
    expect(await active()).toContain('Trap line 10');
    await press('ArrowUp');
    expect(await active()).toContain('Trap line 39');
    await press('Home');
    expect(await active()).toContain('Trap line 10');
  });

  test('Escape closes the list first, and then gives back what was chosen', async () => {
    await open();
    await picker({ value: 'weta-houses' });
    await press('End');
    await page.keyboard.type(' and more');
    await press('Escape');
    expect(await page.getByRole('listbox').isVisible()).toBe(false);
    expect(await box().inputValue()).toBe('Wētā houses and more');
    await press('Escape');
    expect(await box().inputValue()).toBe('Wētā houses');
    expect(await changes()).toEqual([]);
  });

  test('Escape closes the list and not the dialog around it', async () => {
    await open();
    await picker();
    await page.evaluate(() => {
      const dialog = document.createElement('dialog');
      dialog.append(document.getElementById('form')!);
      document.querySelector('main')!.append(dialog);
      dialog.showModal();
    });
    await box().focus();
    await page.keyboard.type('trap');
    await press('Escape');
    expect(await page.getByRole('listbox').isVisible()).toBe(false);
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    await press('Escape', 'Escape');
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
  });

  test('words that were typed and not picked stay, with a sentence, and are not saved', async () => {
    await open();
    await picker({ value: 'weta-houses' });
    await press('Control+A');
    await page.keyboard.type('stoat nets');
    expect(await page.getByText('Nothing found for “stoat nets”.').isVisible()).toBe(true);
    await page.locator('#after').focus();
    expect(await box().inputValue()).toBe('stoat nets');
    expect(await box().getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('[aria-live=polite]').textContent()).toBe('Choose one from the list, or clear this.');
    expect(await changes()).toEqual(['']);
    await page.getByRole('button', { name: 'Clear' }).press('Enter');
    expect(await box().getAttribute('aria-invalid')).toBe(null);
    expect(await focused()).toBe('guide');
  });

  test('a stored value without a page stays as it is until it is changed', async () => {
    await open();
    await picker({ value: 'read-traking-tunnels' });
    expect(await box().inputValue()).toBe('read-traking-tunnels');
    expect(await page.getByText('There is no such guide.').isVisible()).toBe(true);
    await press('Tab', 'Tab');
    expect(await changes()).toEqual([]);
    await box().focus();
    await press('Control+A', 'Delete');
    expect(await changes()).toEqual(['']);
  });

  test('a value from outside is shown and not handed back', async () => {
    await open();
    await picker();
    await page.evaluate(() => window.parts.controls['guide']!.setValue('tracking-stoats' as never));
    expect(await box().inputValue()).toBe('Tracking stoats in snow');
    expect(await changes()).toEqual([]);
  });

  test('a finger opens the list and picks from it', async () => {
    await open({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
    await picker();
    await page.locator('#after').focus();
    await box().tap();
    await page.getByRole('option', { name: 'Trap line 12' }).tap();
    expect(await changes()).toEqual(['trap-line-12']);
    const heights = await page.locator('button:visible, [role=option], input').evaluateAll((all) => all.filter((one) => one.id !== 'after').map((one) => one.getBoundingClientRect().height));
    for (const height of heights.filter((one) => one > 0)) expect(height).toBeGreaterThanOrEqual(44);
  });
});

describe('picking several pages', () => {
  const chosen = () => page.getByRole('listitem').locator('.garden-picker-title').allTextContents();

  test('each pick empties the box, and what is chosen is not offered again', async () => {
    await open();
    await picker({ multiple: true, value: [] });
    await page.keyboard.type('tunnels');
    await press('ArrowDown', 'Enter');
    await page.keyboard.type('wētā');
    await press('Enter');
    expect(await chosen()).toEqual(['Set and read tracking tunnels', 'Wētā houses']);
    expect(await box().inputValue()).toBe('');
    expect(await changes()).toEqual([['read-tracking-tunnels'], ['read-tracking-tunnels', 'weta-houses']]);
    expect(await said()).toBe('Added “Wētā houses”. 2 chosen.');
    await page.keyboard.type('tunnels');
    expect(await options()).toEqual([]);
  });

  test('they are moved and removed by buttons that say what they do, and the focus stays near', async () => {
    await open();
    await picker({ multiple: true, value: ['trap-line-10', 'trap-line-11', 'trap-line-12'] });
    await page.getByRole('button', { name: 'Move Trap line 12 up' }).press('Enter');
    expect(await chosen()).toEqual(['Trap line 10', 'Trap line 12', 'Trap line 11']);
    expect(await focused()).toBe('Move Trap line 12 up');
    await press('Enter');
    expect(await said()).toBe('“Trap line 12” is now 1 of 3.');
    expect(await focused()).toBe('Move Trap line 12 down');
    await page.getByRole('button', { name: 'Remove Trap line 11' }).press('Enter');
    expect(await focused()).toBe('Remove Trap line 10');
    await press('Enter', 'Enter');
    expect(await chosen()).toEqual([]);
    expect(await said()).toBe('Removed “Trap line 12”. None chosen.');
    expect(await focused()).toBe('guide');
    expect(await changes()).toEqual([['trap-line-10', 'trap-line-12', 'trap-line-11'], ['trap-line-12', 'trap-line-10', 'trap-line-11'], ['trap-line-12', 'trap-line-10'], ['trap-line-12'], []]);
  });

  test('a chosen page that is gone says so in its row', async () => {
    await open();
    await picker({ multiple: true, value: ['gone-for-good', 'weta-houses'] });
    expect(await page.getByRole('listitem').first().textContent()).toContain('gone-for-good There is no such guide.');
  });
});

describe('a day', () => {
  const day = (value: string) =>
    page.evaluate((given) => {
      const { parts } = window;
      const parent = document.createElement('div');
      const label = document.createElement('label');
      label.htmlFor = 'created';
      label.id = 'created-label';
      label.textContent = 'Created';
      document.getElementById('form')!.append(label, parent);
      parts.controls['created'] = parts.createDateField({ parent, id: 'created', labelledBy: 'created-label', value: given, onChange: (next) => parts.changes.push(next) });
      parts.controls['created'].focus();
    }, value);
  const field = () => page.getByLabel('Created', { exact: true });

  test.each(['Pacific/Auckland', 'UTC', 'America/Los_Angeles'])('it is the same day in %s, shown and typed', async (timezoneId) => {
    await open({ timezoneId });
    await day('2026-03-01');
    expect(await field().inputValue()).toBe('2026-03-01');
    await page.locator('#after').focus();
    expect(await changes()).toEqual([]);
    await field().focus();
    // The order of day and month is the browser's; this day reads the same in both.
    await page.keyboard.type('05052027');
    await page.locator('#after').focus();
    expect((await changes()).at(-1)).toBe('2027-05-05');
    expect(await changes()).not.toContain('0002-05-05');
  });

  test('clearing it hands on an empty text', async () => {
    await open();
    await day('2026-03-01');
    await page.getByRole('button', { name: 'Clear' }).press('Enter');
    expect(await changes()).toEqual(['']);
    expect(await focused()).toBe('created');
  });

  test('half a day says what is missing', async () => {
    await open();
    await day('');
    await page.keyboard.type('05');
    await page.locator('#after').focus();
    expect(await page.locator('[aria-live=polite]').textContent()).toBe('This day is not complete. Fill in day, month and year, or clear it.');
    expect(await changes()).toEqual([]);
  });

  test.each(['early March 2026', '2026-02-30', '2026-03'])('the stored text %j is no day and stays, until a day takes its place', async (text) => {
    await open();
    await day(text);
    expect(await field().inputValue()).toBe(text);
    expect(await page.getByText(`“${text}” is not a day.`).isVisible()).toBe(true);
    await page.locator('#after').focus();
    expect(await changes()).toEqual([]);
    await field().focus();
    await press('Control+A');
    await page.keyboard.type('2026-03-01');
    await press('Tab');
    expect((await changes()).at(-1)).toBe('2026-03-01');
    expect(await field().getAttribute('type')).toBe('date');
    expect(await field().inputValue()).toBe('2026-03-01');
  });
});

describe('a section that folds', () => {
  const section = () =>
    page.evaluate(() => {
      const { parts } = window;
      const form = document.getElementById('form')!;
      const field = (name: string) => {
        const container = document.createElement('div');
        const label = document.createElement('label');
        const input = document.createElement('input');
        input.name = name;
        label.append(name, input);
        container.append(label);
        return container;
      };
      const divider = () => {
        const made = document.createElement('div');
        made.className = 'divider';
        return made;
      };
      const more = divider();
      const last = divider();
      form.append(field('Title'), more, field('Kit'), field('Season'), last, field('Status'));
      const make = (element: HTMLElement, label: string) =>
        parts.foldSection({
          divider: element,
          label,
          open: false,
          nextDividers: '.divider',
          count: () => {
            const inputs = label === 'More' ? ['Kit', 'Season'] : ['Status'];
            return { all: inputs.length, filled: inputs.filter((name) => document.querySelector<HTMLInputElement>(`[name=${name}]`)!.value !== '').length };
          },
        });
      make(more, 'More');
      make(last, 'Publishing');
    });
  const heading = (name: RegExp | string) => page.getByRole('heading', { level: 2 }).getByRole('button', { name });
  const visible = async () => (await page.locator('#form input:visible').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).name))).join(' ');

  test('it opens and folds by its heading, up to the next one, and counts what is filled', async () => {
    await open();
    await section();
    expect(await visible()).toBe('Title');
    await heading('More · 2 fields, none filled').press('Enter');
    expect(await visible()).toBe('Title Kit Season');
    await press('Tab');
    await page.keyboard.type('Gloves');
    await heading('More · 2 fields, 1 filled').waitFor();
    await heading(/^More/).press('Space');
    expect(await visible()).toBe('Title');
    expect(await heading('Publishing · 1 field, none filled').getAttribute('aria-expanded')).toBe('false');
  });

  test('it is as it was left when the page is loaded again', async () => {
    await open();
    await section();
    await heading(/^More/).press('Enter');
    await page.reload();
    await section();
    expect(await visible()).toBe('Title Kit Season');
    expect(await heading(/^More/).getAttribute('aria-expanded')).toBe('true');
  });

  test('it opens by itself when a field in it has something to put right', async () => {
    await open();
    await section();
    await page.evaluate(() => document.querySelector('[name=Season]')!.setAttribute('aria-invalid', 'true'));
    await expect.poll(visible).toBe('Title Kit Season');
    await heading(/^More/).press('Enter');
    expect(await visible()).toBe('Title');
  });

  test('fields that come later are folded with the others, whatever their classes become', async () => {
    await open();
    await section();
    await page.evaluate(() => {
      const late = document.createElement('div');
      late.innerHTML = '<input name="Hazards" aria-label="Hazards">';
      document.querySelectorAll('.divider')[1]!.before(late);
      document.querySelector('[name=Kit]')!.closest('div')!.className = 'drawn-again';
    });
    await expect.poll(visible).toBe('Title');
    await heading(/^More/).press('Enter');
    expect(await visible()).toBe('Title Kit Season Hazards');
  });
});

describe('progress', () => {
  test('both parts are told in words and bars, and the next field can be gone to', async () => {
    await open();
    await page.evaluate(() => {
      const { parts } = window;
      const first = ['Title', 'The problem', 'Place'].map((label) => ({ name: label.toLowerCase(), label }));
      const full = [{ name: 'lessons', label: 'Lessons' }];
      const meter = parts.createProgress({ parent: document.getElementById('form')!, onPick: (field) => parts.changes.push(field.name) });
      meter.show(parts.progress({ title: 'Stoats' }, first, full));
      (window as unknown as { later(): void }).later = () => meter.show(parts.progress({ title: 'Stoats', 'the problem': 'Stoats', place: 'Ridge' }, first, full));
    });
    const bar = page.getByRole('progressbar', { name: 'Short case: 1 of 3' });
    expect(await bar.evaluate((element) => (element as HTMLProgressElement).position)).toBeCloseTo(1 / 3);
    await page.getByRole('progressbar', { name: 'Full case: 0 of 1' }).waitFor();
    await page.getByText('Next: The problem').waitFor();
    await page.getByRole('button', { name: 'The problem' }).press('Enter');
    expect(await changes()).toEqual(['the problem']);
    await page.evaluate(() => (window as unknown as { later(): void }).later());
    await page.getByRole('progressbar', { name: 'Short case: 3 of 3' }).waitFor();
    await page.getByText('Next: Lessons').waitFor();
  });
});

describe('two people, one page', () => {
  const THEIRS =
    '---\ntitle: Trap lines\nsummary: How to lay a line of traps that one person can walk in a morning, with what to carry.\n---\n\nWalk the line once a week.\n\n## What to take with you\n\nA map, a phone, water.\n\nWear gloves.\n\n## What to write down\n\nThe day and the weather.\n\nNote what you find.\n';
  const MINE = THEIRS.replace('once a week', 'twice a week').replace('Wear gloves.\n\n', '').replace('Note what you find.\n', 'Note what you find.\nAnd where.\n');
  const ask = (mine = MINE, theirs = THEIRS) =>
    page.evaluate(
      (texts) => {
        document.getElementById('after')!.focus();
        void window.parts.chooseText({ ...texts, who: 'Hana Reweti', where: 'content/guides/trap-lines.mdx' }).then((text) => (window.parts.chosen = text ?? 'back'));
      },
      { mine, theirs },
    );
  const dialog = () => page.getByRole('dialog', { name: 'Two people changed this page' });
  const summary = () => dialog().getByRole('status').textContent();
  const result = async () => {
    await expect.poll(() => page.evaluate(() => window.parts.chosen)).not.toBe('nothing yet');
    expect(await dialog().count()).toBe(0);
    return page.evaluate(() => window.parts.chosen);
  };
  const mine = () => dialog().getByRole('textbox', { name: 'Yours, what will be saved' });
  const save = () => dialog().getByRole('button', { name: /^Save/ }).press('Enter');

  test('it says what happened and how many places differ, and saves mine untouched when nothing is taken', async () => {
    await open({ viewport: { width: 1360, height: 900 } });
    await ask();
    await dialog().getByText('While you were writing, this page was changed by Hana Reweti. Nothing is lost: choose what is saved.').waitFor();
    expect(await summary()).toBe('3 places differ.');
    expect(await dialog().getByRole('textbox', { name: 'Theirs, as the page is now' }).getAttribute('aria-readonly')).toBe('true');
    await save();
    expect(await result()).toBe(MINE);
    expect(await focused()).toBe('after');
  });

  test('by the keys one goes from place to place, takes theirs in one, and writes in another', async () => {
    await open({ viewport: { width: 1360, height: 900 } });
    await ask();
    await mine().focus();
    await press('F7');
    expect(await summary()).toBe('Difference 1 of 3, at line 6 of yours.');
    await press('F7');
    expect(await summary()).toBe('Difference 2 of 3, at line 11 of yours.');
    await press('F8');
    expect(await summary()).toBe('2 places differ.');
    await press('Shift+F7');
    expect(await summary()).toBe('Difference 1 of 2, at line 6 of yours.');
    await press('End');
    await page.keyboard.type(' Or more.');
    await save();
    expect(await result()).toBe(THEIRS.replace('once a week.', 'twice a week. Or more.').replace('Note what you find.\n', 'Note what you find.\nAnd where.\n'));
  });

  test('the button between the texts takes one place over, by key as by mouse', async () => {
    await open({ viewport: { width: 1360, height: 900 } });
    await ask();
    await dialog().getByRole('button', { name: 'Take theirs for this piece' }).first().press('Enter');
    expect(await summary()).toBe('2 places differ.');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Next difference');
    await dialog().locator('.cm-merge-revert button').last().click();
    expect(await summary()).toBe('1 place differs.');
    await save();
    expect(await result()).toBe(THEIRS.replace('Wear gloves.\n\n', ''));
  });

  test('all of theirs, then all of mine again', async () => {
    await open({ viewport: { width: 1360, height: 900 } });
    await ask();
    await dialog().getByRole('button', { name: 'Take all of theirs' }).press('Enter');
    expect(await summary()).toBe('The text is theirs now. Both texts are the same now.');
    await dialog().getByRole('button', { name: 'Take all of mine' }).press('Enter');
    expect(await summary()).toBe('The text is yours again. 3 places differ.');
    await dialog().getByRole('button', { name: 'Take all of theirs' }).press('Enter');
    await save();
    expect(await result()).toBe(THEIRS);
  });

  test('the line ends of mine are kept in all that is taken', async () => {
    await open({ viewport: { width: 1360, height: 900 } });
    await ask(MINE.replaceAll('\n', '\r\n'), THEIRS);
    expect(await summary()).toBe('3 places differ.');
    await dialog().getByRole('button', { name: 'Take all of theirs' }).press('Enter');
    await save();
    expect(await result()).toBe(THEIRS.replaceAll('\n', '\r\n'));
  });

  test('Escape goes back to the form, and says so first when something was changed here', async () => {
    await open({ viewport: { width: 1360, height: 900 } });
    await ask();
    await mine().focus();
    await page.keyboard.type('x');
    await press('Escape');
    expect(await summary()).toBe('Escape again goes back to the form without what you changed here.');
    await press('Escape');
    expect(await result()).toBe('back');
  });

  test('on a phone theirs stands above mine in one text, and a window made wide keeps what was written', async () => {
    await open({ viewport: { width: 390, height: 844 } });
    await ask();
    expect(await summary()).toBe('3 places differ.');
    await dialog().locator('.cm-deletedChunk').getByRole('button').nth(1).press('Enter');
    expect(await summary()).toBe('2 places differ.');
    await page.setViewportSize({ width: 1360, height: 900 });
    await dialog().getByRole('button', { name: 'Save the text on the right' }).waitFor();
    expect(await summary()).toBe('2 places differ.');
    await save();
    expect(await result()).toBe(MINE.replace('water.\n\n', 'water.\n\nWear gloves.\n\n'));
  });
});

describe.each([
  [390, 'light'],
  [390, 'dark'],
  [1360, 'light'],
  [1360, 'dark'],
] as const)('at %i px, %s', (width, colorScheme) => {
  const fits = async () => {
    const sizes = await page.evaluate(() => ({
      width: innerWidth,
      page: document.documentElement.scrollWidth,
      out: [...document.querySelectorAll('button, input, [role=option], progress')].filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5).length,
    }));
    expect(sizes).toEqual({ width, page: width, out: 0 });
  };
  const axe = async () => {
    await page.evaluate(AXE);
    const found = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run());
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  };
  const shoot = async (name: string) => {
    const folder = process.env['SHOTS'];
    if (folder) await page.screenshot({ path: path.join(folder, `fields-${name}-${width}-${colorScheme}.png`) });
  };

  test('the fields fit and axe finds nothing, with a list open', async () => {
    await open({ viewport: { width, height: 1000 }, colorScheme, ...(width === 390 && { hasTouch: true, isMobile: true }) });
    await page.evaluate(() => {
      const { parts } = window;
      const form = document.getElementById('form')!;
      const name = (id: string, text: string) => {
        const label = document.createElement('label');
        label.id = `${id}-label`;
        label.htmlFor = id;
        label.textContent = text;
        const parent = document.createElement('div');
        form.append(label, parent);
        return parent;
      };
      const fields = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `f${index}`, label: index === 7 ? 'The problem' : `Field ${index}` }));
      const data = Object.fromEntries(fields(7).map(({ name: field }) => [field, 'x']));
      parts.createProgress({ parent: form, onPick: () => undefined }).show(
        parts.progress(data, fields(9), [
          ...fields(3),
          ...fields(12)
            .slice(0, 9)
            .map((field) => ({ ...field, name: `g${field.name}` })),
        ]),
      );
      const entry = (id: string, title: string, draft = false) => ({ kind: 'guides' as const, id, title, lang: 'en', draft, headings: [] });
      const entries = [
        entry('weta-houses', 'Wētā houses'),
        ...Array.from({ length: 40 }, (_, index) => entry(`trap-line-${index}`, `Trap line ${index}: a title that is rather long, as titles are`, index % 3 === 0)),
      ];
      const common = { entries, kinds: ['guides'], withKind: false, onChange: () => undefined };
      parts.createEntryPicker({ ...common, parent: name('a', 'Read next'), id: 'a', labelledBy: 'a-label', multiple: true, value: ['trap-line-3', 'gone-for-good', 'weta-houses'] });
      parts.createDateField({ parent: name('b', 'Created'), id: 'b', labelledBy: 'b-label', value: '2026-03-01', onChange: () => undefined });
      parts.createDateField({ parent: name('c', 'Review by'), id: 'c', labelledBy: 'c-label', value: 'early March', onChange: () => undefined });
      const divider = document.createElement('div');
      form.append(divider);
      parts.foldSection({ divider, label: 'More', open: true, nextDividers: '.none', count: () => ({ all: 14, filled: 3 }) });
      parts.createEntryPicker({ ...common, parent: name('d', 'What it replaces'), id: 'd', labelledBy: 'd-label', multiple: false, value: 'no-such-guide' });
      parts.createEntryPicker({ ...common, parent: name('e', 'Guide'), id: 'e', labelledBy: 'e-label', multiple: false, value: '' }).focus();
    });
    await fits();
    await axe();
    await shoot('form');
    await page.keyboard.type('trap');
    await press('ArrowDown', 'ArrowDown');
    await fits();
    await axe();
    await page.locator('#e').evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await shoot('list');
  });

  test('the two texts fit and axe finds nothing', async () => {
    await open({ viewport: { width, height: 900 }, colorScheme, ...(width === 390 && { hasTouch: true, isMobile: true }) });
    await page.evaluate(() => {
      const theirs = `---\ntitle: Lay out a trap network\nsummary: How to place devices so that every animal meets one, with a map that a new volunteer can follow.\nstatus: current\n---\n\n## Before you start\n\nAsk every landholder, and write down who said yes.\n\nWalk the ridge once a week in summer.\n\n- Gloves\n- A map\n\n${Array.from({ length: 12 }, (_, index) => `Paragraph ${index}, which nobody changed and which is as long as a line of text on a wide screen.`).join('\n\n')}\n`;
      const mine = theirs
        .replace('once a week in summer', 'twice a week from October')
        .replace('- A map\n', '- A map\n- Something to drink\n')
        .replace('Ask every landholder, and write down who said yes.\n\n', '')
        .replace('Paragraph 9', 'Part nine');
      void window.parts.chooseText({ mine, theirs, who: 'Hana Reweti', where: 'content/guides/lay-out-a-trap-network.mdx' });
    });
    await fits();
    await press('F7');
    await page.getByRole('button', { name: 'Next difference' }).press('Enter');
    await axe();
    await shoot('conflict');
  });
});
