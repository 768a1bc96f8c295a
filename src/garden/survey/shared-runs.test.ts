import { describe, expect, it } from 'vitest';
import { sharedRuns } from './shared-runs.ts';

const RUN = 'Tell the crew where the nearest hospital is before they start';
const texts = (...sentences: string[]) => new Map(sentences.map((sentence, index) => [`page ${index + 1}`, [sentence]]));

describe('runs of words in two texts', () => {
  it('are told once, as long as they are, with every text that has them', () => {
    expect(sharedRuns(texts(`First: ${RUN}, says one.`, `${RUN}!`, 'Another sentence.'))).toEqual([
      { words: 'tell the crew where the nearest hospital is before they start', places: ['page 1', 'page 2'] },
    ]);
  });

  it('are found whatever the capitals, macrons and marks', () => {
    expect(sharedRuns(texts('a b c d e f g h i kākā', 'A, b; C d e f g h i "kaka"'))).toHaveLength(1);
  });

  it('are told apart by the texts that share them', () => {
    const found = sharedRuns(texts('a b c d e f g h i j k l', 'a b c d e f g h i j k l', 'b c d e f g h i j k'));
    expect(found.map(({ places }) => places.length)).toEqual([2, 3, 2]);
  });

  it('are no echo when they are shorter, in one text only, or across two sentences', () => {
    expect(sharedRuns(texts('a b c d e f g h i', 'a b c d e f g h i'))).toEqual([]);
    expect(sharedRuns(new Map([['page', [RUN, RUN]]]))).toEqual([]);
    expect(
      sharedRuns(
        new Map([
          ['one', ['a b c d e', 'f g h i j']],
          ['two', ['a b c d e f g h i j']],
        ]),
      ),
    ).toEqual([]);
  });
});
