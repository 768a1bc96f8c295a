import { expect, test } from 'vitest';
import type { ImmutableMap } from './decap.ts';
import { settleTitle } from './settle-title.ts';

const map = (values: Record<string, unknown>): ImmutableMap => ({ get: (name) => values[name], getIn: () => undefined, set: (name, value) => map({ ...values, [name]: value }), toJS: () => values });
const settled = (title: unknown, newRecord = true) => settleTitle({ entry: map({ newRecord, data: map({ title, summary: 'stays' }) }) }).toJS();

test('letters of a new title are put together with their macrons, and the rest stays', () => {
  expect(settled('Ma\u0304tauranga')).toEqual({ title: 'M\u0101tauranga', summary: 'stays' });
});

test('the title of a page that exists stays as it was typed', () => {
  expect(settled('Ma\u0304tauranga', false)).toEqual({ title: 'Ma\u0304tauranga', summary: 'stays' });
  expect(settled('\u6f22\u5b57', false)).toEqual({ title: '\u6f22\u5b57', summary: 'stays' });
});

test.each(['\u6f22\u5b57', '\u{1f95d}', '\u2026'])('a new title of nothing but %s is refused in a sentence that stands alone', (title) => {
  let said = '';
  try {
    settled(title);
  } catch (error) {
    said = String(error);
  }
  expect(said).toMatch(/^The address of this page is made from its title/);
});

test('a page whose title is not written yet is left to the check', () => {
  expect(settled(undefined)).toEqual({ title: undefined, summary: 'stays' });
});
