import { expect, test } from 'vitest';
import { drawingSize } from './drawing-size.ts';

test.each([
  ['its width and height', '<svg viewBox="0 0 340 462" width="440" height="598">', { width: 440, height: 598 }],
  ['its view box', '<?xml version="1.0"?>\n<svg xmlns="x" viewBox="0 0 340.4,462">', { width: 340, height: 462 }],
  ['its view box, when its width is no number of pixels', '<svg width="100%" height="100%" viewBox="0 0 8 9">', { width: 8, height: 9 }],
  ['nothing', '<svg stroke-width="3">', undefined],
])('a drawing has the size of %s', (_from, svg, size) => {
  expect(drawingSize(svg)).toEqual(size);
});
