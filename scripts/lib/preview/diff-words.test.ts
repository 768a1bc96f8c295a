import { describe, expect, it } from 'vitest';
import { diffWords } from './diff-words.ts';

/** What is marked, with the words for a screen reader taken out. */
const brief = (html: string) => html.replaceAll('<span class="visually-hidden">taken out: </span>', '').replaceAll('<span class="visually-hidden">put in: </span>', '');
const both = (before: string, after: string) => {
  const marked = diffWords(before, after);
  return [brief(marked.before), brief(marked.after)];
};

describe('the words that differ', () => {
  it.each([
    ['one word', '<p>Set five traps.</p>', '<p>Set six traps.</p>', '<p>Set <del>five</del> traps.</p>', '<p>Set <ins>six</ins> traps.</p>'],
    ['words in a row, as one', '<p>a b c</p>', '<p>a x y z c</p>', '<p>a <del>b</del> c</p>', '<p>a <ins>x y z</ins> c</p>'],
    [
      'across elements, each by itself',
      '<p>a</p><ul><li>b</li></ul>',
      '<p>a c</p><ul><li>d</li><li>b</li></ul>',
      '<p>a</p><ul><li>b</li></ul>',
      '<p>a <ins>c</ins></p><ul><li><ins>d</ins></li><li>b</li></ul>',
    ],
    ['a macron', '<p>kākā</p>', '<p>kaka</p>', '<p><del>kākā</del></p>', '<p><ins>kaka</ins></p>'],
    [
      'where a link leads, though it says the same',
      '<p><a href="/a">See</a> x</p>',
      '<p><a href="/b">See</a> x</p>',
      '<p><a href="/a"><del>See</del></a> x</p>',
      '<p><a href="/b"><ins>See</ins></a> x</p>',
    ],
    ['a picture', '<p><img src="1" alt="a > b"></p>', '<p><img src="2" alt="a > b"></p>', '<p><del><img src="1" alt="a > b"></del></p>', '<p><ins><img src="2" alt="a > b"></ins></p>'],
    ['an entity, whole', '<p>a &amp; b</p>', '<p>a &#x3C; b</p>', '<p>a <del>&amp;</del> b</p>', '<p>a <ins>&#x3C;</ins> b</p>'],
    ['nothing', '<p>same</p>', '<p>same</p>', '<p>same</p>', '<p>same</p>'],
    ['everything', '', '<p>new</p>', '', '<p><ins>new</ins></p>'],
  ])('are marked: %s', (_what, before, after, old, now) => {
    expect(both(before, after)).toEqual([old, now]);
  });

  it('are announced to those who hear the page', () => {
    expect(diffWords('a', 'b')).toEqual({ before: '<del><span class="visually-hidden">taken out: </span>a</del>', after: '<ins><span class="visually-hidden">put in: </span>b</ins>' });
  });

  it('leave both texts as they were but for the marks', () => {
    const [before, after] = ['<p>One <em>two</em>, three &lt;b&gt; four</p>\n<pre>x  y\n z</pre>', '<h2>Two</h2><p>three <em>four, </em> &lt;i&gt;</p>\n<pre>x z\n\n y</pre>'];
    const marked = both(before, after);
    expect(marked.map((html) => html.replace(/<\/?(?:ins|del)>/g, ''))).toEqual([before, after]);
    expect(marked.join('')).toContain('<ins>');
  });

  it('are all of them when two large texts have nothing in common', () => {
    const text = (word: string) => Array.from({ length: 15_000 }, (_, at) => `${word}${at}`).join(' ');
    const { before, after } = diffWords(text('a'), text('b'));
    expect([brief(before), brief(after)]).toEqual([`<del>${text('a')}</del>`, `<ins>${text('b')}</ins>`]);
  });
});
