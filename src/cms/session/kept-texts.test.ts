import { expect, test } from 'vitest';
import { keptTexts } from './kept-texts.ts';

/** A store as browsers have it: names are its own properties. `room` is how many texts fit. */
function store(room = Infinity): Storage {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return Object.hasOwn(this, key) ? this[key] : null;
    },
    setItem(this: Record<string, string>, key: string, text: string) {
      if (!Object.hasOwn(this, key) && Object.keys(this).length >= room) throw new DOMException('full', 'QuotaExceededError');
      this[key] = text;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  };
  return Object.create(methods) as Storage;
}

test('a text outlasts the page that kept it, and goes when it is let go', () => {
  const shared = store();
  keptTexts(shared, 'opened:').set('content/guides/a.mdx', 'old');
  const later = keptTexts(shared, 'opened:');
  expect(later.get('content/guides/a.mdx')).toBe('old');
  later.delete('content/guides/a.mdx');
  expect(later.get('content/guides/a.mdx')).toBeUndefined();
});

test('texts under another name are apart', () => {
  const shared = store();
  keptTexts(shared, 'opened:').set('a', 'old');
  expect(keptTexts(shared, 'considered:').get('a')).toBeUndefined();
});

test('where nothing more fits a text lasts as long as the page', () => {
  const shared = store(0);
  const texts = keptTexts(shared, 'opened:');
  texts.set('a', 'old');
  expect(texts.get('a')).toBe('old');
  expect(keptTexts(shared, 'opened:').get('a')).toBeUndefined();
});

test('old texts make room for new ones', () => {
  const shared = store();
  const texts = keptTexts(shared, 'opened:');
  for (let index = 0; index < 40; index += 1) texts.set(`page-${index}`, 'text');
  expect(Object.keys(shared).length).toBeLessThanOrEqual(12);
  expect(keptTexts(shared, 'opened:').get('page-39')).toBe('text');
});
