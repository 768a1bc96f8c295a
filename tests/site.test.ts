import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { isKindName } from '../src/garden/schema/index.ts';
import { readPage, type PageElement } from './read-page.ts';

interface Page {
  readonly path: string;
  readonly html: string;
  readonly elements: readonly PageElement[];
}

describe.each(inject('sites'))('the site built for $url', ({ url, base, folder }) => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.relative(folder, path.join(item.parentPath, item.name)).split(path.sep).join('/'));
  // The page of the form is an application with rules of its own; all others are for readers.
  const pages = files
    .filter((file) => file.endsWith('.html') && !file.startsWith('admin/'))
    .map((file): Page => {
      const html = readFileSync(path.join(folder, file), 'utf8');
      return { path: base + file.replace(/(?:^|(?<=\/))index\.html$/, ''), html, elements: readPage(html) };
    });
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const entries = pages.filter((page) => page.html.includes('data-entry-body'));
  const form = `${base}admin/`;
  /** Whether the form has something to open at this hash: its start, a new entry of a kind, or an entry that has a page. */
  const opensInForm = (hash: string) => {
    if (hash === '') return files.includes('admin/index.html');
    const [, kind = '', id] = /^#\/collections\/([a-z-]+)\/(?:new|entries\/([^/]+))$/.exec(hash) ?? [];
    return isKindName(kind) && (id === undefined || byPath.has(`${base}${kind === 'pages' ? '' : `${kind}/`}${id}/`));
  };

  test('every link, picture and script leads to something that exists, headings included', () => {
    const broken = pages.flatMap((page) =>
      addresses(page).flatMap((address) => {
        const target = new URL(address, new URL(page.path, url));
        if (target.origin !== new URL(url).origin) return [];
        if (target.pathname === form) return opensInForm(target.hash) ? [] : [`${page.path} -> ${address} (nothing of the form)`];
        const found = byPath.get(decodeURIComponent(target.pathname));
        if (!found) return files.includes(decodeURIComponent(target.pathname).slice(base.length)) && target.pathname.startsWith(base) ? [] : [`${page.path} -> ${address}`];
        const hash = decodeURIComponent(target.hash.slice(1));
        return hash === '' || found.elements.some((element) => element.attributes['id'] === hash) ? [] : [`${page.path} -> ${address} (no such heading)`];
      }),
    );
    expect(broken).toEqual([]);
  });

  test('every page of an entry leads to its own entry in the form, and every guide to a case study with the guide filled in', () => {
    for (const page of entries) {
      const [, kind = 'pages', id = ''] = /^(?:([a-z-]+)\/)?([^/]+)\/$/.exec(page.path.slice(base.length)) ?? [];
      const links = page.elements.flatMap(({ name, attributes }) => (name === 'a' && attributes['href'] ? [new URL(attributes['href'], new URL(page.path, url))] : []));
      expect(
        links.some((link) => link.pathname === form && link.hash === `#/collections/${kind}/entries/${id}`),
        page.path,
      ).toBe(true);
      expect(
        links.some(({ hash, searchParams }) => hash === '#/collections/case-studies/new' && searchParams.get('applied')?.includes(`"guide":"${id}"`)),
        page.path,
      ).toBe(kind === 'guides');
    }
  });

  test('no page for readers loads anything of the form', () => {
    const loads = ({ elements }: Pick<Page, 'elements'>) =>
      elements.flatMap(({ name, attributes }) => (name === 'script' ? (attributes['src'] ?? []) : name === 'link' && attributes['rel'] !== 'canonical' ? (attributes['href'] ?? []) : []));
    const ofForm = loads({ elements: readPage(readFileSync(path.join(folder, 'admin/index.html'), 'utf8')) }).filter((address) => address.includes('/_astro/'));
    expect(ofForm.length).toBeGreaterThan(0);
    for (const page of pages)
      expect(
        loads(page).filter((address) => address.includes('/admin/') || ofForm.includes(address)),
        page.path,
      ).toEqual([]);
  });

  test('every entry is reached by links from the home page, without a script', () => {
    const seen = new Set<string>([base]);
    const queue = [base];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      for (const element of byPath.get(at)?.elements ?? []) {
        if (element.name !== 'a' || !element.attributes['href']) continue;
        const { pathname, origin } = new URL(element.attributes['href'], new URL(at, url));
        if (origin !== new URL(url).origin || seen.has(pathname)) continue;
        seen.add(pathname);
        queue.push(pathname);
      }
    }
    // Pages that moved or went are for those who have an old link.
    expect(
      pages
        .filter((page) => !isOld(page))
        .map((page) => page.path)
        .filter((page) => !seen.has(page) && !page.endsWith('404.html')),
    ).toEqual([]);
  });

  test('no id stands twice on a page, and each page has one title and one main heading', () => {
    for (const page of pages) {
      const ids = page.elements.flatMap((element) => (element.attributes['id'] ? [element.attributes['id']] : []));
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        page.path,
      ).toEqual([]);
      expect(page.elements.filter((element) => element.name === 'h1').length, page.path).toBe(1);
      expect(page.elements.filter((element) => element.name === 'title').length, page.path).toBeGreaterThan(0);
      expect(page.elements.find((element) => element.name === 'html')?.attributes['lang'], page.path).toMatch(/^(en|mi)/);
    }
  });

  test('headings go down one level at a time', () => {
    for (const page of pages) {
      let before = 0;
      for (const element of page.elements) {
        const depth = Number(/^h([1-6])$/.exec(element.name)?.[1] ?? 0);
        if (depth === 0) continue;
        expect(depth, `${page.path}: ${element.text}`).toBeLessThanOrEqual(before + 1);
        before = depth;
      }
    }
  });

  test('the body of an entry stands on its page exactly once', () => {
    expect(entries.length).toBeGreaterThan(100);
    for (const page of entries) expect(page.elements.filter((element) => 'data-entry-body' in element.attributes).length, page.path).toBe(1);
  });

  test('nothing runs inline: no script, style or event stands in the HTML, and the policy forbids them', () => {
    for (const page of pages) {
      const policy = page.elements.find((element) => element.attributes['http-equiv']?.toLowerCase() === 'content-security-policy')?.attributes['content'] ?? '';
      expect(policy, page.path).toContain("default-src 'none'");
      expect(policy, page.path).not.toMatch(/'unsafe-inline'|'unsafe-eval'/);
      for (const element of page.elements) {
        expect(
          Object.keys(element.attributes).filter((name) => name.startsWith('on') || name === 'style'),
          `${page.path} <${element.name}>`,
        ).toEqual([]);
        if (element.name === 'style') expect.fail(`${page.path} has an inline style element`);
        if (element.name === 'script') expect(element.attributes['src'], page.path).toBeTruthy();
      }
    }
  });

  test('every picture has words, and every control a name', () => {
    for (const page of pages) {
      for (const element of page.elements) {
        if (element.name === 'img') expect(element.attributes, page.path).toHaveProperty('alt');
        if (element.name === 'button') expect((element.attributes['aria-label'] ?? '') + element.text.trim(), page.path).not.toBe('');
      }
    }
  });

  test('there is one search index for all languages', () => {
    const entry = JSON.parse(readFileSync(path.join(folder, 'pagefind', 'pagefind-entry.json'), 'utf8')) as { languages: Record<string, { page_count: number }> };
    expect(Object.keys(entry.languages)).toEqual(['en']);
    expect(entry.languages['en']?.page_count).toBeGreaterThanOrEqual(100);
  });

  test('full addresses on the pages are those of the site', () => {
    for (const page of pages) {
      const canonical = page.elements.find((element) => element.name === 'link' && element.attributes['rel'] === 'canonical')?.attributes['href'];
      if (!page.path.endsWith('404.html') && !page.html.includes('http-equiv="refresh"')) expect(canonical).toBe(new URL(page.path, url).href);
    }
  });
});

/** Whether a page stands at an address at which there was another. */
function isOld(page: Page): boolean {
  return page.elements.some(({ name, text }) => name === 'h1' && /^This page has (?:moved|gone)$/.test(text.trim()));
}

function addresses(page: Page): string[] {
  return page.elements.flatMap((element) => {
    const { href, src, srcset, action } = element.attributes;
    const sets = srcset?.split(',').map((item) => item.trim().split(/\s+/)[0] ?? '') ?? [];
    return [href, src, action, ...sets].filter((item): item is string => item !== undefined && item !== '' && !/^(?:mailto|tel|data):/.test(item));
  });
}
