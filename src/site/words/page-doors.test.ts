import { beforeAll, afterAll, describe, expect, test, vi } from 'vitest';
import type { Address, AnyEntry, Garden } from '#garden/model/garden.ts';
import { pageDoors } from './page-doors.ts';
import { reportAddress } from './report-address.ts';

const guide = entry('guides', 'use-chew-cards', 'Use chew cards', '/guides/use-chew-cards/');
const about = entry('pages', 'about', 'About', '/about/');

beforeAll(() => {
  vi.stubEnv('BASE_URL', '/garden/');
  vi.stubEnv('SITE', 'https://owner.example');
});
afterAll(() => vi.unstubAllEnvs());

describe('the doors of a page', () => {
  test('lead from a guide to the form, to a case of one’s own, to its text and to a report', () => {
    expect(pageDoors(garden('https://github.com/example/garden'), guide).map(({ label }) => label)).toEqual([
      'Improve this page',
      'I used this',
      'Edit the text on GitHub',
      'Report a problem',
      'How to contribute',
    ]);
  });

  test('ask only readers of guides whether they used it', () => {
    expect(pageDoors(garden('https://codeberg.org/example/garden'), about).map(({ label }) => label)).toEqual([
      'Improve this page',
      'Edit the text on Codeberg',
      'Report a problem',
      'How to contribute',
    ]);
  });

  test('name no host that is not known, and none that is not there', () => {
    expect(pageDoors(garden('https://git.example.org/example/garden'), about).map(({ label }) => label)).toEqual(['Improve this page', 'Edit the text in the repository', 'How to contribute']);
    expect(pageDoors(garden(undefined), about).map(({ label }) => label)).toEqual(['Improve this page', 'How to contribute']);
  });

  test('stay below the base path', () => {
    const [improve, used] = pageDoors(garden('https://github.com/example/garden'), guide);
    expect(improve?.href).toBe('/garden/admin/#/collections/guides/entries/use-chew-cards');
    const address = new URL(used?.href ?? '', 'https://owner.example');
    expect(address.pathname + address.hash).toBe('/garden/admin/#/collections/case-studies/new');
    expect(JSON.parse(address.searchParams.get('applied') ?? '')).toEqual([{ guide: 'use-chew-cards', how: 'as-written' }]);
  });
});

describe('a report', () => {
  test('names the page, its file and the day of its last change', () => {
    const text = body(reportAddress(garden('https://github.com/example/garden'), '/guides/use-chew-cards/'));
    expect(text).toContain('Page: https://owner.example/garden/guides/use-chew-cards/\n');
    expect(text).toContain('File: content/guides/use-chew-cards.mdx\n');
    expect(text).toContain('Last change: 2026-10-02');
  });

  test('names the day of the site where the history of a file is not known', () => {
    expect(body(reportAddress(garden('https://github.com/example/garden'), '/about/'))).toMatch(/File: content\/pages\/about\.mdx\nSite built: 2026-11-25$/);
  });

  test('names no file for a list', () => {
    expect(body(reportAddress(garden('https://github.com/example/garden'), '/guides/'))).not.toContain('File:');
  });
});

function body(address: string | undefined): string {
  return new URL(address ?? '').searchParams.get('body') ?? '';
}

function garden(repository: string | undefined): Pick<Garden, 'site' | 'today' | 'entries' | 'history'> {
  return {
    site: { name: 'Kanopi', tagline: '', url: 'https://owner.example/garden/', lang: 'en-NZ', branch: 'main', licence: 'CC-BY-4.0', ...(repository ? { repository } : {}) },
    today: '2026-11-25',
    entries: new Map<Address, AnyEntry>([guide, about].map((item) => [item.address, item])),
    history: new Map([[guide.file, { last: '2026-10-02', people: [] }]]) as unknown as Garden['history'],
  };
}

function entry(kind: 'guides' | 'pages', id: string, title: string, path: string): AnyEntry {
  return { kind, id, address: `${kind}/${id}`, file: `content/${kind}/${id}.mdx`, title, path, summary: '', draft: false } as unknown as AnyEntry;
}
