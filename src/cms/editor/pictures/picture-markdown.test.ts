import { expect, test } from 'vitest';
import { analyseBody } from '#garden/entry/body.ts';
import { pictureMarkdown } from './picture-markdown.ts';

test.each(['A ridge', 'A [map] of \\ lines', 'Two\nlines'])('a picture that shows %j is read as one picture', (alt) => {
  const { images } = analyseBody(pictureMarkdown({ src: '../media/a (1).png', alt }), 1).facts;
  expect(images.map((image) => image.alt)).toEqual([alt.replace('\n', ' ')]);
});

test('an address keeps no sign that would end it', () => {
  expect(pictureMarkdown({ src: '../media/a (1).png', alt: 'x' })).toBe('![x](../media/a%20%281%29.png)');
});
