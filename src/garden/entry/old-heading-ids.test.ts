import { describe, expect, it } from 'vitest';
import { analyseBody } from './body.ts';
import { oldHeadingIds, type MovedHeading } from './old-heading-ids.ts';
import { renderBody } from '../safe-mdx/render-body.ts';

const of = (ids: string[], moved: MovedHeading[]) =>
  Object.fromEntries(
    oldHeadingIds(
      ids.map((id) => ({ id })),
      moved,
    ),
  );

describe('the old ids of headings', () => {
  it.each<[string, MovedHeading[], Record<string, string[]>]>([
    ['a heading that was renamed', [{ from: 'old', to: 'a' }], { a: ['old'] }],
    [
      'one that was renamed twice',
      [
        { from: 'first', to: 'second' },
        { from: 'second', to: 'a' },
      ],
      { a: ['first', 'second'] },
    ],
    [
      'two that became one',
      [
        { from: 'x', to: 'b' },
        { from: 'y', to: 'b' },
      ],
      { b: ['x', 'y'] },
    ],
    ['an id that a heading has today', [{ from: 'a', to: 'b' }], {}],
    [
      'an id that stands twice',
      [
        { from: 'x', to: 'a' },
        { from: 'x', to: 'b' },
      ],
      { a: ['x'] },
    ],
    ['a new heading that is not there', [{ from: 'x', to: 'nowhere' }], {}],
    [
      'a circle',
      [
        { from: 'x', to: 'y' },
        { from: 'y', to: 'x' },
      ],
      {},
    ],
    ['ids that the page itself uses', ['main', 'site.main', 'source-x', 'cite-x', 'user-content-fn-1', 'footnote-label'].map((from) => ({ from, to: 'a' })), {}],
  ])('know %s', (_name, moved, expected) => {
    expect(of(['a', 'b'], moved)).toEqual(expected);
  });

  it('stand in the new heading, as ids and nothing else', () => {
    const { tree, facts } = analyseBody('## Check each trap\n\nText.\n', 1);
    const oldIds = oldHeadingIds(facts.headings, [
      { from: 'check-the-line', to: 'check-each-trap' },
      { from: '"><img/src=x>', to: 'check-each-trap' },
    ]);
    const { html } = renderBody(tree, { oldIds, link: () => undefined, href: (url) => url, source: () => undefined, image: () => undefined, termsMi: new Set() });
    expect(html).toBe('<h2 id="check-each-trap"><span id="check-the-line"></span><span id="&#x22;><img/src=x>"></span>Check each trap</h2>\n<p>Text.</p>');
  });
});
