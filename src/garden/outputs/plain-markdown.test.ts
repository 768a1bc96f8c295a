import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import type { Nodes } from 'mdast';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { codeMarkdown, plainMarkdown } from './plain-markdown.ts';

const HOSTILE = [
  '@garden/maintainers look',
  'mail me@example.org or <me@example.org>',
  'http://evil.example/x and https://evil.example and www.evil.example',
  '[click](javascript:alert(1)) ![x](https://evil.example/x.png) [a]: https://evil.example',
  '<script>alert(1)</script><img src=x onerror=alert(1)><!-- c --> &lt;b&gt; &#64;all',
  '`` `a` `` ``` ~~~ **bold** _em_ ~~no~~ | table | $x$ $`y`$',
  'Fixes #1, GH-1, garden/kanopi#1, JIRA-12 and 0123abcdef0123',
  '\n\n# Heading\n\n- [ ] task\n\n> [!WARNING]\n> text\n\n---\n\n[^1]: note',
  ':tada: \u202etxt.exe\u200b\u0000\ud800',
  '`',
  '',
  '\\',
  '\\` <b> \\',
  '_www.evil.example/_',
  '# Ready for review',
  '---',
  '===',
  '- a list',
  '+ a list',
  '1. a list',
  '2) a list',
  '```js',
];

function nodes(markdown: string): Nodes[] {
  const found: Nodes[] = [];
  const walk = (node: Nodes) => {
    found.push(node);
    if ('children' in node) node.children.forEach(walk);
  };
  walk(unified().use(remarkParse).use(remarkGfm).parse(markdown));
  return found;
}

const inLine = (text: string) => nodes(`- **Line 3**: ${text} (a-rule)`);
/** As the mend of a problem stands, and as a notice does. */
const below = (text: string) => nodes(`- **Line 3**: A sentence.\n  ${text} (a-rule)\n\n${text}`);

const said = (markdown: string) =>
  inLine(markdown)
    .map((node) => (node.type === 'text' || node.type === 'inlineCode' ? node.value : ''))
    .join('');

describe('a foreign text in Markdown', () => {
  it.each(HOSTILE)('makes nothing but words and code: %j', (text) => {
    for (const write of [plainMarkdown, codeMarkdown]) {
      for (const tree of [inLine(write(text)), below(write(text))]) {
        const types = tree.map(({ type }) => type);
        expect(types.filter((type) => !['root', 'list', 'listItem', 'paragraph', 'strong', 'text', 'inlineCode'].includes(type))).toEqual([]);
        for (const once of ['strong', 'list', 'listItem']) expect(types.filter((type) => type === once)).toHaveLength(1);
      }
    }
  });

  it.each(HOSTILE)('reads letter for letter as it was, but for signs that nobody sees: %j', (text) => {
    const shown =
      text
        .toWellFormed()
        .replace(/\s+/g, ' ')
        .replace(/[\u202e\u200b\0]/g, '·')
        .trim() || '·';
    expect(said(plainMarkdown(text))).toBe(`Line 3: ${shown} (a-rule)`);
    expect(said(codeMarkdown(text))).toBe(`Line 3: ${shown} (a-rule)`);
  });

  it.each(['@all', 'a @b c', '#12', 'GH-12', 'x/y#1', 'www.x.nz', 'https://x.nz', 'mailto:x', ':tada:', 'deadbeef', '_deadbeef_', '_GH-1', '$x$'])(
    'stands in code where the host would make more of it: %s',
    (text) => {
      expect(plainMarkdown(text)).toBe(`\`${text}\``);
    },
  );

  it('is cut where it is long', () => {
    expect(plainMarkdown('n'.repeat(30), 10)).toBe(`${'n'.repeat(10)}…`);
  });

  it('keeps a plain sentence plain', () => {
    expect(plainMarkdown('There is no entry called "predator-trps". Did you mean it?')).toBe('There is no entry called "predator-trps". Did you mean it?');
  });
});
