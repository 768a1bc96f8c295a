import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT } from '../../src/disk/content-folder.ts';
import { analyseBody } from '../../src/garden/entry/body.ts';
import { attacks } from '../../src/garden/safe-mdx/attacks.ts';
import { normaliseText } from '../../src/garden/text/normalise-text.ts';
import { buildSite, type Build } from '../build-site.ts';
import { contentFolder, page as entry } from '../content-folder.ts';
import { readPage } from '../read-page.ts';
import { serveFolder, type Served } from '../serve-folder.ts';
import { openBrowser } from './open-browser.ts';

const SECRET = 'secret-that-no-page-may-show';
const marker = path.join(tmpdir(), `kanopi-attack-${process.pid}`);
const write = `globalThis.process.getBuiltinModule('fs').writeFileSync(${JSON.stringify(marker)}, 'x')`;

/** Attacks that would leave a mark on this disk or show a file of it. */
const marked = [
  { name: 'an expression that writes', body: `{${write}}` },
  { name: 'an export that writes', body: `export const a = ${write}` },
  { name: 'an import of code', body: `import x from "data:text/javascript,${encodeURIComponent(write)}"` },
  { name: 'a picture that is code', body: '![x](./evil.mjs)' },
  { name: 'a picture that is a secret', body: '![x](../.env?raw)' },
  { name: 'a picture from the root of the disk', body: '![x](/etc/passwd?raw)' },
  { name: 'a script', body: `<script>document.title = 'run'; fetch('http://evil.example/')</script>` },
  { name: 'an image that fails', body: `<img src="x" onerror="document.title = 'run'" />` },
  { name: 'a link that runs', body: '[x](javascript:alert(1))' },
];

// An attack as the engine sees it once it was a file: UTF-8, LF line ends, no byte order mark.
const all = [...attacks, ...marked].map((attack) => ({ ...attack, body: normaliseText(Buffer.from(attack.body).toString()) }));
const refused = all.filter(({ body }) => analyseBody(body, 1).facts.problems.some((problem) => problem.severity === 'error'));
const inert = all.filter((attack) => !refused.includes(attack));
const id = (index: number) => `attack-${index}`;

describe('attacks through the real build', () => {
  let built: Build;
  let browser: Browser;
  let served: Served;
  const folders: string[] = [];

  beforeAll(async () => {
    // Links and pictures that lead nowhere are refused by other rules; here only what may reach a page is built.
    const harmless = inert.filter(({ body }) => !/\[\[|\]\(|!\[|<Cite|sources?=|source=|<Figure|^\[/.test(body));
    const folder = await contentFolder({ ...Object.fromEntries(harmless.map(({ body }, index) => [`pages/${id(index)}.mdx`, entry(`Attack ${index}`, body)])), '../.env': '' });
    folders.push(folder);
    built = await buildSite({ content: folder, url: 'https://example.org/', env: { KANOPI_SECRET: SECRET } });
    folders.push(built.folder);
    expect(built.code, built.output.slice(-6000)).toBe(0);
    browser = await openBrowser();
    served = await serveFolder(built.folder, '/');
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });

  test('those that are only words run nothing, ask nobody and show no file', async () => {
    const page = await browser.newPage();
    const outside: string[] = [];
    page.on('request', (request) => !request.url().startsWith(served.url) && outside.push(request.url()));
    page.on('dialog', (dialog) => outside.push(`dialog: ${dialog.message()}`) && void dialog.dismiss());
    const names = readdirSync(built.folder).filter((name) => name.startsWith('attack-'));
    expect(names.length).toBeGreaterThan(15);
    for (const name of names) {
      await page.goto(`${served.url}${name}/`);
      const html = await page.content();
      expect(html).not.toContain(SECRET);
      expect(html).not.toContain('root:x:0:0');
      expect(await page.title()).toMatch(/^Attack \d+/);
      const active = await page
        .locator('[data-entry-body]')
        .evaluate((body) =>
          [...body.querySelectorAll('*')]
            .filter(
              (element) =>
                /^(?:script|iframe|object|embed|style|link|meta|base|form)$/i.test(element.tagName) ||
                [...element.attributes].some((attribute) => attribute.name.startsWith('on') || attribute.name === 'style' || /^\s*(?:javascript|data|vbscript):/i.test(attribute.value)),
            )
            .map((element) => element.outerHTML),
        );
      expect(active, name).toEqual([]);
    }
    expect(outside).toEqual([]);
    expect(existsSync(marker)).toBe(false);
    await page.close();
  });

  test('those that are more are all named in one run of the check, and the build makes nothing of them', async () => {
    const folder = await contentFolder(Object.fromEntries(refused.map(({ body }, index) => [`pages/${id(index)}.mdx`, entry(`Attack ${index}`, body)])));
    folders.push(folder);
    const check = spawnSync(process.execPath, [path.join(PROJECT, 'scripts/run.mjs'), 'check', '--format', 'json'], { env: { ...process.env, GARDEN_CONTENT: folder }, encoding: 'utf8' });
    expect(check.status).toBe(1);
    const { problems } = JSON.parse(check.stdout) as { problems: { file: string; severity: string; line: number; column: number }[] };
    const named = new Set(problems.filter((problem) => problem.severity === 'error').map((problem) => problem.file));
    expect(refused.map((_, index) => `content/pages/${id(index)}.mdx`).filter((file) => !named.has(file))).toEqual([]);
    const build = await buildSite({ content: folder, url: 'https://example.org/' });
    folders.push(build.folder);
    expect(build.code).toBe(1);
    expect(build.output).toMatch(/content\/pages\/attack-\d+\.mdx:\d+:\d+/);
    expect(existsSync(path.join(build.folder, 'index.html'))).toBe(false);
    expect(existsSync(marker)).toBe(false);
  });
});

describe('attacks through @astrojs/mdx', () => {
  let root: string;

  /** A plain Astro project whose every `.mdx` page is an attack, with the garden's processor. */
  function project(bodies: readonly string[]): string {
    mkdirSync(path.join(root, 'src/pages'), { recursive: true });
    writeFileSync(path.join(root, 'package.json'), '{ "type": "module", "private": true }');
    writeFileSync(path.join(root, '.env'), `SECRET=${SECRET}\n`);
    writeFileSync(path.join(root, 'src/pages/evil.mjs'), `${write};\nexport default 1;\n`);
    writeFileSync(
      path.join(root, 'astro.config.mjs'),
      `import mdx from '@astrojs/mdx';\nimport { garden } from ${JSON.stringify(path.join(PROJECT, 'src/site/safe-mdx-processor.ts'))};\nexport default { markdown: { processor: garden() }, integrations: [mdx()], devToolbar: { enabled: false } };\n`,
    );
    bodies.forEach((body, index) =>
      writeFileSync(path.join(root, `src/pages/${id(index)}.mdx`), `---\nlayout: ${JSON.stringify(`data:text/javascript,${encodeURIComponent(write)}`)}\n---\n\n${body}\n`),
    );
    return root;
  }

  const build = () => {
    const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production' };
    for (const name of Object.keys(env)) if (name.startsWith('VITE') || ['TEST', 'DEV', 'PROD', 'MODE', 'SSR', 'BASE_URL'].includes(name)) delete env[name];
    return spawnSync(path.join(PROJECT, 'node_modules/.bin/astro'), ['build'], { cwd: root, env, encoding: 'utf8' });
  };

  beforeAll(async () => {
    mkdirSync(path.join(PROJECT, '.cache'), { recursive: true });
    root = await mkdtemp(path.join(PROJECT, '.cache', 'mdx-'));
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  test('those that are only words are built as words', () => {
    const bodies = inert.filter(({ body }) => !/!\[|<Figure/.test(body)).map(({ body }) => body);
    project(bodies);
    const result = build();
    expect(result.status, result.stdout + result.stderr).toBe(0);
    expect(existsSync(marker)).toBe(false);
    for (let index = 0; index < bodies.length; index += 1) {
      const html = readFileSync(path.join(root, `dist/${id(index)}/index.html`), 'utf8');
      const active = readPage(html).filter(
        (element) =>
          /^(?:script|iframe|object|embed|base|form|style|link)$/.test(element.name) ||
          Object.entries(element.attributes).some(([name, value]) => name.startsWith('on') || name === 'style' || /^\s*(?:javascript|data|vbscript):/i.test(value)),
      );
      expect(active).toEqual([]);
      expect(html).not.toContain(SECRET);
    }
  }, 120_000);

  test.each(marked)(
    '$name stops the build and never runs',
    async ({ body }) => {
      if (inert.some((attack) => attack.body === body)) return;
      await rm(path.join(root, 'src'), { recursive: true, force: true });
      project([body]);
      const result = build();
      expect(result.status).not.toBe(0);
      expect(result.stdout + result.stderr).toMatch(/attack-0\.mdx/);
      expect(existsSync(marker)).toBe(false);
    },
    60_000,
  );
});
