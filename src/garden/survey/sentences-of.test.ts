import { expect, it } from 'vitest';
import { sentencesOf } from './sentences-of.ts';

it.each([
  ['One. Two? “Three.” Four', ['One.', 'Two?', '“Three.”', 'Four']],
  ['It cost 3.5 m, e.g. for traps. 12 stayed.', ['It cost 3.5 m, e.g. for traps.', '12 stayed.']],
  ['Spaces  and\nlines , told .', ['Spaces and lines, told.']],
  ['', []],
])('%j reads as its sentences', (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});
