import { expect, it } from 'vitest';
import { parseHeader } from '../entry/parse-header.ts';
import { entryIndex } from '../model/entry-index.ts';
import { siteSchema } from '../schema/site.ts';
import { session } from './example-page.ts';
import { checkEntry } from './check-entry.ts';
import { headerImages } from './header-images.ts';
import { analyseBody } from '../entry/body.ts';

const covered = (cover: string) => parseHeader('content/sessions/a.mdx', session('Listen').replace('setting:', `${cover}\nsetting:`));

it('finds the picture that a header names, with its field and its place', () => {
  const header = covered('cover: { image: ../media/kaka.png, alt: A kākā at a feeder }');
  expect(headerImages(header)).toEqual([expect.objectContaining({ src: '../media/kaka.png', path: ['cover', 'image'], line: 7 })]);
});

it('finds none in a header without a picture, or with an error', () => {
  expect(headerImages(covered(''))).toEqual([]);
  expect(headerImages(covered('cover: { image: ../media/kaka.png }'))).toEqual([]);
});

it('says which picture is not there, at the field that names it', () => {
  const header = covered('cover: { image: ../media/kakaa.png, alt: A kākā at a feeder }');
  const context = { index: entryIndex([]), vocabularies: {}, site: siteSchema.parse({}), media: new Set(['content/media/kaka.png']) };
  const found = checkEntry({ header, body: analyseBody(header.body, header.bodyLine).facts }, context);
  expect(found).toEqual([
    expect.objectContaining({
      rule: 'missing-image',
      path: ['cover', 'image'],
      line: 7,
      message: 'There is no picture "content/media/kakaa.png".',
      suggestion: 'Did you mean "../media/kaka.png"? Capitals count.',
    }),
  ]);
});
