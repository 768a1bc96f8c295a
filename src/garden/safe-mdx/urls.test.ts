import { expect, test } from 'vitest';
import { imageProblem, linkProblem } from './urls.ts';

test.each([
  'https://example.org/a?b=c#d',
  'http://example.org',
  'mailto:a@b.nz',
  'tel:+64211234',
  '/guides/a/',
  '../guides/a.mdx',
  '#heading',
  'page',
  'a/b:c',
  '?q=a:b',
  'https://mi.wikipedia.org/wiki/Māori',
])('%s is a fine link', (url) => {
  expect(linkProblem(url)).toBeUndefined();
});

test.each([
  'javascript:x',
  'JAVA\tscript:x',
  'java\u200bscript:x',
  'data:x',
  'blob:x',
  '//a',
  '/\\a',
  'https:a',
  'https://',
  'https://a@b.nz',
  'http:/a',
  ' javascript:x',
  'javascript&colon;x',
  'x:y',
])('%j is no fine link', (url) => {
  expect(linkProblem(url)).toBeDefined();
});

test.each(['../media/trap.jpg', './a.png', 'a.webp', '../media/Kākā photo 1.JPG', '../media/K%C4%81k%C4%81%20photo.JPG', '../media/a(1).svg'])('%s is a fine image', (src) => {
  expect(imageProblem(src)).toBeUndefined();
});

test.each([
  'https://a.nz/a.png',
  '/a.png',
  '//a/a.png',
  '../.env?raw',
  './evil.mjs',
  '../media/a.png?x',
  '../media/a.png#x',
  '../../../../a.png',
  '../media/../../a.png',
  '..%2f..%2f..%2f..%2fa.png',
  'data:image/png;base64,x',
  '',
])('%j is no fine image', (src) => {
  expect(imageProblem(src)).toBeDefined();
});
