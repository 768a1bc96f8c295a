import { expect, test } from 'vitest';
import { statusWords } from './status-words.ts';

test.each([
  [{ isNew: true, changed: false, status: undefined }, 'A new page. Start anywhere.'],
  [{ isNew: true, changed: true, status: undefined }, 'Not saved yet. This browser keeps what you type.'],
  [{ isNew: false, changed: false, status: 'draft' }, 'Saved, but not sent yet.'],
  [{ isNew: false, changed: false, status: 'pending_review' }, 'Sent for review.'],
  [{ isNew: false, changed: false, status: 'pending_publish' }, 'Ready to go on the site.'],
  [{ isNew: false, changed: false, status: undefined }, 'This is what the site shows.'],
])('with %j the bar says "%s"', (state, words) => expect(statusWords(state)).toBe(words));
