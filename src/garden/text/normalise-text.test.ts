import { expect, it } from 'vitest';
import { normaliseText } from './normalise-text.ts';

it.each([
  ['line ends of Windows', 'a\r\nb\r\n', 'a\nb\n'],
  ['line ends of old Macs', 'a\rb', 'a\nb'],
  ['a byte order mark', '\uFEFF---\n', '---\n'],
  ['mixed line ends', 'a\r\n\r\nb\n\rc', 'a\n\nb\n\nc'],
])('reads %s as plain lines', (_name, raw, text) => {
  expect(normaliseText(raw)).toBe(text);
});

it('leaves a mark inside the text to the checks', () => {
  expect(normaliseText('a\uFEFFb')).toBe('a\uFEFFb');
});
