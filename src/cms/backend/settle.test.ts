import { describe, expect, test } from 'vitest';
import type { Stored } from './read-stored.ts';
import { moved, settle, type Versions } from './settle.ts';

const stored = (parts: Partial<Stored>): Stored => ({ published: undefined, draft: undefined, base: undefined, status: undefined, ...parts });
const versions = (parts: Partial<Versions>): Versions => ({ mine: 'mine', opened: 'old', now: stored({ published: 'old' }), where: 'content/guides/a.mdx', considered: () => false, ...parts });
const never = () => Promise.reject(new Error('nobody is asked'));

describe('the text that a save stores', () => {
  test('is mine when nobody else wrote', async () => {
    expect(await settle(versions({}), never)).toBe('mine');
    expect(await settle(versions({ opened: undefined, now: stored({}) }), never)).toBe('mine');
    expect(await settle(versions({ now: stored({ published: 'older', draft: 'old', base: 'older' }) }), never)).toBe('mine');
  });

  test('is mine without asking when somebody else wrote the very same', async () => {
    expect(await settle(versions({ now: stored({ published: 'mine' }) }), never)).toBe('mine');
  });

  test('is what the person chooses when the page was published anew meanwhile', async () => {
    const asked: unknown[] = [];
    const text = await settle(versions({ now: stored({ published: 'theirs' }) }), async (texts) => (asked.push(texts), 'both'));
    expect(text).toBe('both');
    expect(asked).toEqual([{ mine: 'mine', theirs: 'theirs', where: 'content/guides/a.mdx' }]);
  });

  test('is what the person chooses when somebody began or changed a draft meanwhile', async () => {
    expect(await settle(versions({ now: stored({ published: 'old', draft: 'theirs', base: 'old' }) }), async ({ theirs }) => theirs)).toBe('theirs');
  });

  test('is settled with the published page too, when that moved on under a draft', async () => {
    const now = stored({ published: 'new on the site', draft: 'old', base: 'before' });
    expect(await settle(versions({ now }), async ({ mine, theirs }) => `${mine} + ${theirs}`)).toBe('mine + new on the site');
    expect(await settle(versions({ now, considered: (text) => text === 'new on the site' }), never)).toBe('mine');
  });

  test('is nothing when the person goes back, or when the page is gone', async () => {
    await expect(settle(versions({ now: stored({ published: 'theirs' }) }), async () => undefined)).rejects.toThrow('Nothing was saved. Your text is still here.');
    await expect(settle(versions({ now: stored({}) }), never)).rejects.toThrow('not in the repository any more');
  });
});

test.each([
  [{ published: 'b', draft: 'c', base: 'a' }, true],
  [{ published: 'a', draft: 'c', base: 'a' }, false],
  [{ published: 'c', draft: 'c', base: 'a' }, false],
  [{ published: 'b', draft: 'c' }, false],
  [{ published: 'b' }, false],
])('a page with %j has moved on under its draft: %s', (parts, expected) => expect(moved(stored(parts))).toBe(expected));
