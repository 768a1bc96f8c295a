import { expect, test } from 'vitest';
import { deskNews } from './desk-news.ts';

test.each([
  [{ ready: true }, false, ''],
  [{ ready: true, building: true }, false, ''],
  [{ ready: true, building: true }, true, 'Published. The site is being built again …'],
  [{ ready: true, building: false }, true, 'Published. The site shows it.'],
  [{ ready: true, held: true }, true, 'The site shows its last good version: the build has stopped at a problem, which the terminal names.'],
  [
    { ready: true, waiting: { reason: 'You have edits that are not committed.', command: 'git pull .garden/desk main' } },
    true,
    'Published on the desk, but not in your folder yet. You have edits that are not committed. To take it over by hand, run: git pull .garden/desk main',
  ],
])('of a desk with %j, published %s, the bar says "%s"', (report, published, words) => expect(deskNews(report, published)).toBe(words));
