import { expect, it } from 'vitest';
import { mediaPath } from './media-path.ts';

const FILE = 'content/guides/x.mdx';

it.each([
  ['../media/kaka.jpg', 'content/media/kaka.jpg'],
  ['../media/K%C4%81k%C4%81%20photo%201.JPG', 'content/media/Kākā photo 1.JPG'],
  ['../media/Kākā photo 1.JPG', 'content/media/Kākā photo 1.JPG'],
  ['../media/ka\u0304ka\u0304.jpg', 'content/media/k\u0101k\u0101.jpg'],
  ['/media/kaka.jpg', 'content/media/kaka.jpg'],
  ['./../media/kaka.jpg', 'content/media/kaka.jpg'],
])('reads %s as a file in content/media', (src, path) => {
  expect(mediaPath(FILE, src)).toBe(path);
});

it.each([
  '../.env',
  '/etc/passwd',
  '../../media/kaka.jpg',
  '../media/../../.env',
  '../media/%2e%2e/%2e%2e/.env',
  'https://example.org/media/x.jpg',
  '//example.org/x.jpg',
  'data:image/png;base64,AA',
  '../media/x.jpg?raw',
  '../media/x.svg#a',
  '..\\media\\x.jpg',
  '../media/%ZZ.jpg',
  'kaka.jpg',
])('does not take %s for one', (src) => {
  expect(mediaPath(FILE, src)).toBeUndefined();
});
