import { expect, test } from 'vitest';
import { plainError } from './plain-error.ts';

test('a sentence of ours stands alone, without the name of an error in front', () => expect(String(plainError(new TypeError('Nothing was saved.')))).toBe('Nothing was saved.'));

test.each(['Failed to fetch', 'NetworkError when attempting to fetch resource.', 'Load failed', 'signal is aborted without reason'])(
  '"%s", as a browser says it, is a connection that is lost',
  (words) => expect(String(plainError(new TypeError(words)))).toBe('The place where pages are kept cannot be reached. What you typed is still here: try again when the connection is back.'),
);
