import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT } from '../../src/disk/content-folder.ts';
import { serveFolder, type Served } from '../serve-folder.ts';
import { openBrowser } from './open-browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHOTS = process.env['EDITOR_SHOTS'];

const SAMPLE = readFileSync(path.join(import.meta.dirname, 'editor-sample.mdx'), 'utf8');

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

describe('the editor of a text', () => {
  let browser: Browser;
  let folder: string;
  let served: Served;
  let context: BrowserContext | undefined;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kanopi-editor-'));
    await build({
      absWorkingDir: PROJECT,
      entryPoints: { page: 'tests/browser/editor-page.ts', look: 'tests/browser/editor-page.css' },
      bundle: true,
      format: 'esm',
      outdir: folder,
      logLevel: 'error',
    });
    await writeFile(
      path.join(folder, 'index.html'),
      '<!doctype html><html lang="en-NZ"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Editor</title><link rel="stylesheet" href="look.css"><script type="module" src="page.js"></script><main><h1>Form</h1><p id="body-label">Text</p><div id="place"></div><button>Save</button></main></html>',
    );
    served = await serveFolder(folder, '/');
    browser = await openBrowser();
  });
  afterEach(async () => {
    await context?.close();
    context = undefined;
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  async function open(text: string, settings: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
    context = await browser.newContext({ viewport: { width: 1360, height: 900 }, ...settings });
    page = await context.newPage();
    faults = [];
    page.on('console', (message) => message.type() === 'error' && !/favicon|404/.test(message.text()) && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(served.url);
    await page.evaluate((body) => window.openEditor(body), text);
  }

  const said = () => page.evaluate(() => window.said);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const goTo = (line: number, column: number) => page.evaluate(([at, sign]) => window.editor.goTo(at!, sign!), [line, column]);
  const dialog = () => page.locator('dialog[open]').last();
  const tool = (name: string) => page.getByRole('toolbar').getByRole('button', { name, exact: true });
  const isFocused = (selector: string) => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

  const poll = <T>(value: () => T | Promise<T>) => expect.poll(value, { timeout: 10_000 });

  async function axeFinds(): Promise<string[]> {
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
    return page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: Axe }).axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
      return violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`)
            .join(' | ')}`,
      );
    });
  }

  async function shot(name: string): Promise<void> {
    if (SHOTS) await page.screenshot({ path: path.join(SHOTS, `editor-${name}.png`), fullPage: false });
  }

  describe('what is not touched stays as it is', () => {
    test.each([
      ['Windows line ends', 'one\r\ntwo\r\n\r\nthree\r\n', 'one\r\ntwoX\r\n\r\nthree\r\n'],
      ['mixed line ends', 'one\r\ntwo\nthree\r\nfour\n', 'one\r\ntwoX\nthree\r\nfour\n'],
      ['no final line end', 'one\ntwo', 'one\ntwoX'],
      ['blank lines and spaces around', '\n\n  one  \n\n\n'.replace('\n', 'a\n'), 'a\nX\n  one  \n\n\n'],
    ])('with %s, a letter changes its own line only', async (_name, before, after) => {
      await open(before);
      await goTo(2, 99);
      await page.keyboard.type('X');
      expect(await said()).toBe(after);
      await press('Control+z');
      expect(await said()).toBe(before);
    });

    test('nothing is said before somebody types, and each letter is said at once', async () => {
      await open(SAMPLE);
      expect(await page.evaluate(() => window.times)).toBe(0);
      await goTo(1, 1);
      await page.keyboard.type('abc');
      expect(await page.evaluate(() => window.times)).toBe(3);
      expect(await said()).toBe(`abc${SAMPLE}`);
    });

    test('a text from outside is not said back, and the cursor stays at its words', async () => {
      await open('one\r\ntwo\r\nthree\r\n');
      await goTo(3, 4);
      await page.evaluate(() => window.editor.setText('zero\none\r\ntwo\r\nthree\r\n'));
      expect(await said()).toBeUndefined();
      await page.keyboard.type('X');
      expect(await said()).toBe('zero\none\r\ntwo\r\nthrXee\r\n');
    });
  });

  describe('by keyboard', () => {
    test('Tab leaves the text, Alt+F10 opens the toolbar and Escape comes back', async () => {
      await open('one');
      await goTo(1, 1);
      await press('Tab');
      expect(await isFocused('#body')).toBe(false);
      await goTo(1, 1);
      await press('Alt+F10');
      expect(await isFocused('[aria-label^="Heading"]')).toBe(true);
      await press('ArrowLeft');
      expect(await isFocused('[aria-label="Redo"]')).toBe(true);
      await press('Home', 'ArrowRight', 'ArrowRight');
      expect(await isFocused('[aria-label="Bold"]')).toBe(true);
      await press('Escape');
      expect(await isFocused('#body')).toBe(true);
      await press('Alt+F10');
      expect(await isFocused('[aria-label="Bold"]')).toBe(true);
      await press('Enter');
      expect(await said()).toBe('**one**');
      expect(await isFocused('#body')).toBe(true);
    });

    test('Tab reaches one button of the toolbar', async () => {
      await open('one');
      expect(await page.locator('[role=toolbar] button[tabindex="0"]').count()).toBe(1);
    });

    test.each([
      ['Control+b', '**one**'],
      ['Control+i', '_one_'],
      ['Control+k', '[one]()'],
      ['Control+Alt+2', '## one'],
      ['Control+Alt+3', '### one'],
      ['Control+Shift+7', '1. one'],
      ['Control+Shift+8', '- one'],
      ['Control+Shift+9', '- [ ] one'],
    ])('%s makes %s', async (key, after) => {
      await open('one');
      await goTo(1, 1);
      await press('Shift+End', key);
      expect(await said()).toBe(after);
    });

    test('Enter goes on with a list, and Ctrl+] moves the item in', async () => {
      await open('- one');
      await goTo(1, 9);
      await press('Enter');
      await page.keyboard.type('two');
      await press('Control+]');
      expect(await said()).toBe('- one\n  - two');
      await press('Control+[');
      expect(await said()).toBe('- one\n- two');
    });
  });

  describe('names that it completes', () => {
    // A list does not take keys in the moment it appears, so that nobody chooses by accident.
    const listTakesKeys = () => page.waitForTimeout(120);
    const options = () => page.getByRole('listbox').getByRole('option');

    test('[[ lists pages by their title, without regard to macrons, and Enter writes the link', async () => {
      await open('See .');
      await goTo(1, 5);
      await page.keyboard.type('[[KAITĪ');
      await poll(() => options().allInnerTexts()).toEqual([expect.stringMatching(/^Kaitiaki\s*glossary/)]);
      expect(await page.locator('#body').getAttribute('aria-activedescendant')).toBeTruthy();
      expect(await axeFinds()).toEqual([]);
      await listTakesKeys();
      await press('Enter');
      expect(await said()).toBe('See [[kaitiaki]].');
    });

    test('a name that two pages have is written with its kind', async () => {
      await open('');
      await goTo(1, 1);
      await page.keyboard.type('[[weka');
      await poll(() => options().count()).toBe(2);
      await listTakesKeys();
      await press('ArrowDown', 'Enter');
      expect(await said()).toMatch(/^\[\[(?:guides|glossary)\/weka\]\]$/);
    });

    test('# lists the headings of the page that is linked', async () => {
      await open('[[read-tracking-tunnels]]');
      await goTo(1, 24);
      await page.keyboard.type('#set');
      await poll(() => options().count()).toBe(1);
      await listTakesKeys();
      await press('Enter');
      expect(await said()).toBe('[[read-tracking-tunnels#set-out-the-cards]]');
    });

    test('a tag and the source in it are completed', async () => {
      await open('');
      await goTo(1, 1);
      await page.keyboard.type('So it is <Ci');
      await poll(() => options().count()).toBe(1);
      await listTakesKeys();
      await press('Enter');
      await page.keyboard.type('matauranga');
      await poll(() => options().allInnerTexts()).toEqual([expect.stringContaining('maori-tapu')]);
      await listTakesKeys();
      await press('Enter');
      expect(await said()).toBe('So it is <Cite source="maori-tapu" />');
    });
  });

  describe('parts of a page', () => {
    test('a callout is made by a dialog, and its tag edited by the same one', async () => {
      await open('one\n\ntwo\n');
      await goTo(1, 2);
      await tool('Callout').click();
      expect(await axeFinds()).toEqual([]);
      await dialog().getByLabel('Type').selectOption('caution');
      await dialog().getByLabel('Title').fill('Look "out"');
      await press('Enter');
      await poll(said).toBe('one\n\n<Callout type="caution" title="Look &quot;out&quot;">\n\nWords.\n\n</Callout>\n\ntwo\n');
      await page.keyboard.type('Mind.');
      await goTo(3, 5);
      await tool('Other parts').click();
      expect(await dialog().getByLabel('Title').inputValue()).toBe('Look "out"');
      await dialog().getByLabel('Type').selectOption('stop');
      await dialog().getByRole('button', { name: 'Change' }).click();
      await poll(said).toBe('one\n\n<Callout type="stop" title="Look &quot;out&quot;">\n\nMind.\n\n</Callout>\n\ntwo\n');
    });

    test('chosen lines become steps', async () => {
      await open('Walk.\nLook.\n\nMore.');
      await goTo(1, 1);
      await press('Shift+ArrowDown', 'Shift+End');
      await tool('Other parts').click();
      expect(await axeFinds()).toEqual([]);
      await shot('parts');
      await dialog()
        .getByRole('button', { name: /^Steps/ })
        .click();
      await poll(said).toBe('<Steps>\n\n1. Walk.\n2. Look.\n\n</Steps>\n\nMore.');
    });

    test('a part is not inserted without what it needs', async () => {
      await open('');
      await goTo(1, 1);
      await tool('Other parts').click();
      await dialog()
        .getByRole('button', { name: /^Evidence/ })
        .click();
      await dialog().getByRole('button', { name: 'Insert' }).click();
      expect(await dialog().isVisible()).toBe(true);
      await dialog().getByLabel('Strength').selectOption('weak');
      await dialog().getByRole('button', { name: 'Find a source' }).click();
      await dialog().getByLabel('Find a source').fill('trap');
      await press('Enter');
      await poll(() => dialog().getByLabel('Sources').inputValue()).toBe('doc-spacing');
      await shot('evidence');
      await dialog().getByRole('button', { name: 'Insert' }).click();
      await poll(said).toBe('<Evidence strength="weak" sources="doc-spacing">\n\nThe claim.\n\n</Evidence>');
    });

    test('a figure starts with its picture', async () => {
      await open('');
      await goTo(1, 1);
      await tool('Other parts').click();
      await dialog()
        .getByRole('button', { name: /^Figure/ })
        .click();
      await poll(() => dialog().getByLabel('File').inputValue()).toBe('../media/ridge.jpg');
      await dialog().getByRole('button', { name: 'Insert' }).click();
      await poll(said).toBe('<Figure src="../media/ridge.jpg" alt="A ridge in fog" />');
    });

    test('a source is found by its words and cited', async () => {
      await open('So it is.');
      await goTo(1, 9);
      await tool('Cite a source').click();
      await page.keyboard.type('matauranga');
      expect(await axeFinds()).toEqual([]);
      await dialog().getByLabel('Page').fill('12');
      await press('Enter');
      await poll(said).toBe('So it is <Cite source="maori-tapu" page="12" />.');
      expect(await isFocused('#body')).toBe(true);
    });

    test('sources are chosen with the arrow keys', async () => {
      await open('');
      await goTo(1, 1);
      await tool('Cite a source').click();
      await press('ArrowDown', 'ArrowDown');
      await shot('cite');
      await press('Enter');
      await poll(said).toBe('<Cite source="maori-tapu" />');
    });

    test('a footnote gets its mark and its words', async () => {
      await open('One[^1] two.\n\n[^1]: First.\n');
      await goTo(1, 12);
      await tool('Footnote').click();
      expect(await axeFinds()).toEqual([]);
      await page.keyboard.type('Second.');
      await dialog().getByRole('button', { name: 'Add' }).click();
      await poll(said).toBe('One[^1] two[^2].\n\n[^1]: First.\n[^2]: Second.\n');
    });

    test('a dialog that is closed by Escape changes nothing', async () => {
      await open('one');
      await goTo(1, 2);
      for (const name of ['Callout', 'Cite a source', 'Footnote', 'Table', 'Other parts']) {
        await tool(name).click();
        await press('Escape');
        await poll(() => page.locator('dialog').count()).toBe(0);
        expect(await isFocused('#body')).toBe(true);
      }
      expect(await said()).toBeUndefined();
    });
  });

  describe('tables', () => {
    test('a table is edited as a grid, and only lines that differ change', async () => {
      await open('Words.\r\n\r\n| a  | b   |\r\n|:---|----:|\n| 1  | 2   |\r\n|3|4|\r\n\r\nMore.');
      await goTo(5, 3);
      await tool('Table').click();
      expect(await axeFinds()).toEqual([]);
      await dialog().getByLabel('Row 1, column 2').fill('x | y');
      await dialog().getByRole('button', { name: 'Done' }).click();
      await poll(said).toBe('Words.\r\n\r\n| a  | b   |\r\n|:---|----:|\n| 1  | x \\| y |\r\n|3|4|\r\n\r\nMore.');
      await tool('Table').click();
      await dialog().getByRole('button', { name: 'Add a row' }).click();
      expect(await isFocused('[aria-label="Row 3, column 1"]')).toBe(true);
      await page.keyboard.type('5');
      await dialog().getByRole('button', { name: 'Take out row 1' }).click();
      await dialog().getByRole('button', { name: 'Done' }).click();
      await poll(said).toBe('Words.\r\n\r\n| a  | b   |\r\n|:---|----:|\n|3|4|\r\n| 5 |  |\r\n\r\nMore.');
    });

    test('a new table is filled in as a grid', async () => {
      await open('Words.\n');
      await goTo(1, 3);
      await tool('Table').click();
      await dialog().getByLabel('Rows below').fill('1');
      await press('Enter');
      await poll(() => isFocused('[aria-label="Heading of column 1"]')).toBe(true);
      await page.keyboard.type('Target');
      await dialog().getByLabel('Heading of column 2').fill('Metres');
      await dialog().getByLabel('Row 1, column 1').fill('Stoats');
      await dialog().getByLabel('How column 2 stands').selectOption('right');
      await shot('table');
      await dialog().getByRole('button', { name: 'Done' }).click();
      await poll(said).toBe('Words.\n\n| Target | Metres |\n| --- | --: |\n| Stoats |  |\n');
    });
  });

  describe('problems', () => {
    test('what is wrong is underlined and counted, and one key puts it right', async () => {
      await open('Words.\n\n<Callout typ="tip">\n\nMore.\n\n</Callout>\n');
      await poll(() => page.locator('.cm-lintRange-error').allInnerTexts()).toEqual(['typ="tip"']);
      await poll(() => page.getByRole('status').innerText()).toBe('1 thing to look at.');
      expect(await page.locator('.cm-lint-marker-error').count()).toBe(1);
      await goTo(1, 1);
      await press('F8');
      expect(await page.locator('.garden-problem').innerText()).toContain('Did you mean "type"?');
      expect(await axeFinds()).toEqual([]);
      await shot('problem');
      await press('Control+.');
      expect(await said()).toBe('Words.\n\n<Callout type="tip">\n\nMore.\n\n</Callout>\n');
      await poll(() => page.getByRole('status').innerText()).toBe('Nothing to put right.');
      expect(await page.locator('.cm-lintRange').count()).toBe(0);
    });

    test('F8 goes round the problems and Shift+F8 goes back', async () => {
      await open('<Nope />\n\n<Nada />\n');
      await poll(() => page.locator('.cm-lintRange-error').count()).toBe(2);
      await goTo(2, 1);
      const first = page.locator('.garden-problem', { hasText: 'Nope' });
      const second = page.locator('.garden-problem', { hasText: 'Nada' });
      await press('F8');
      expect(await second.isVisible()).toBe(true);
      await press('F8');
      expect(await first.isVisible()).toBe(true);
      await press('Shift+F8');
      expect(await second.isVisible()).toBe(true);
    });
  });

  test('titles, names and problems of contributors are words, whatever they say', async () => {
    const hostile = '<img src=x onerror="window.harmed=1">';
    await open(`${hostile}\n\n<Callout ${hostile} type="<img src=x>">\n\n[[hostile]]\n`);
    await poll(() => page.locator('.cm-lintRange-error').count()).toBeGreaterThan(0);
    await press('Escape');
    await goTo(1, 1);
    await press('F8', 'F8');
    await goTo(5, 10);
    await page.keyboard.type('#');
    await poll(() => page.getByRole('option').count()).toBe(1);
    expect(await page.getByRole('option').innerText()).toContain(hostile);
    await press('Escape');
    await tool('Cite a source').click();
    await page.keyboard.type('hostile');
    await poll(() => dialog().locator('.garden-scroll label').innerText()).toContain(hostile);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
  });

  describe('pictures', () => {
    const give = (type: 'paste' | 'drop', names: readonly string[], words = '') =>
      page.evaluate(
        ([event, files, text]) => {
          const data = new DataTransfer();
          for (const name of files) data.items.add(new File(['x'], name, { type: 'image/png' }));
          if (text) data.setData('text/plain', text);
          const target = document.getElementById('body')!;
          const { left, top } = target.querySelector('.cm-line')!.getBoundingClientRect();
          target.dispatchEvent(
            event === 'paste'
              ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
              : new DragEvent('drop', { dataTransfer: data, clientX: left + 13, clientY: top + 5, bubbles: true, cancelable: true }),
          );
        },
        [type, names, words] as const,
      );

    const stored = async () => {
      await poll(() => page.evaluate(() => window.store !== undefined)).toBe(true);
      await page.evaluate(() => {
        const store = window.store!;
        window.store = undefined;
        store();
      });
    };

    test('pictures that are pasted come one after the other, where they were put', async () => {
      await open('one\n\n\n\ntwo');
      await goTo(3, 1);
      await give('paste', ['a.png', 'b.png']);
      await stored();
      await poll(said).toBe('one\n\n![Picture 1](../media/a.png)\n\ntwo');
      await goTo(1, 1);
      await page.keyboard.type('X');
      await stored();
      await poll(said).toBe('Xone\n\n![Picture 1](../media/a.png)\n\n![Picture 2](../media/b.png)\n\ntwo');
      await page.keyboard.type('Y');
      expect(await said()).toMatch(/^XYone/);
    });

    test('a picture that is dropped stands where it was dropped', async () => {
      await open('one\n\ntwo');
      await goTo(3, 1);
      await give('drop', ['a.png']);
      await stored();
      await poll(said).toBe('![Picture 1](../media/a.png)one\n\ntwo');
    });

    test('words that come with a picture of them stay words', async () => {
      await open('');
      await goTo(1, 1);
      await give('paste', ['a.png'], 'Words');
      expect(await said()).toBe('Words');
    });

    test('a picture is chosen by the toolbar', async () => {
      await open('one ');
      await goTo(1, 5);
      await tool('Picture').click();
      await poll(said).toBe('one ![A ridge in fog](../media/ridge.jpg)');
    });
  });

  describe.each(['light', 'dark'] as const)('in the %s scheme', (colorScheme) => {
    test.each([390, 1360])('at %i pixels nothing overflows and axe finds no fault', async (width) => {
      await open(SAMPLE, { colorScheme, viewport: { width, height: 844 }, hasTouch: width < 600, isMobile: width < 600 });
      await poll(() => page.locator('.garden-problems [role=status]').innerText()).toBe('1 thing to look at.');
      await shot(`top-${width}-${colorScheme}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(
        await page.evaluate(() => [...document.querySelectorAll('.cm-content, .garden-problems, .garden-help')].filter((element) => element.getBoundingClientRect().right > innerWidth).length),
      ).toBe(0);
      if (width < 600) {
        const sizes = await page.locator('[role=toolbar] button').evaluateAll((all) => all.map((button) => Math.min(button.getBoundingClientRect().width, button.getBoundingClientRect().height)));
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
      }
      expect(await axeFinds()).toEqual([]);
      await goTo(SAMPLE.split('\n').length, 1);
      await shot(`end-${width}-${colorScheme}`);
      await page.keyboard.type('[[');
      await poll(() => page.getByRole('option').count()).toBeGreaterThan(3);
      expect(await axeFinds()).toEqual([]);
      await shot(`list-${width}-${colorScheme}`);
      await press('Escape');
      for (const name of ['Table', 'Cite a source', 'Other parts', 'Callout']) {
        await tool(name).click();
        expect(await axeFinds(), name).toEqual([]);
        await shot(`${name.split(' ')[0]!.toLowerCase()}-${width}-${colorScheme}`);
        if (name === 'Table') {
          await press('Enter');
          await poll(() => dialog().locator('table').count()).toBe(1);
          expect(await axeFinds(), 'grid').toEqual([]);
          await shot(`grid-${width}-${colorScheme}`);
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await press('Escape');
        await poll(() => page.locator('dialog').count()).toBe(0);
      }
      expect(faults).toEqual([]);
    });
  });
});
