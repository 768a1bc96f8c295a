import { expect, test } from 'vitest';
import { analyseBody } from '../entry/body.ts';
import { isAllowed } from './hast-allow-list.ts';
import { renderBody } from './render-body.ts';
import type { RenderContext } from './render-context.ts';

const context: RenderContext = {
  link: ({ kind, id, heading }) => (id === 'nope' ? undefined : { href: `/kanopi/${kind ?? 'guides'}/${id}/${heading ? `#${heading}` : ''}`, title: `Title of ${id}`, kind: kind ?? 'guides' }),
  href: (url) => (url.startsWith('/') ? `/kanopi${url}` : url.replace(/^\.\.\/guides\/(.*)\.mdx$/, '/kanopi/guides/$1/')),
  source: (id) => ({ id, title: `Title of ${id}`, label: `Label of ${id}` }),
  image: (src) => (src.includes('gone') ? undefined : { src: '/kanopi/a.webp', width: 8, height: 6, srcset: '/kanopi/a.webp 8w', sizes: '8px' }),
  termsMi: new Set(['kererū', 'wētā', 'te ao Māori', 'he']),
};

const html = (text: string) => renderBody(analyseBody(text, 1).tree, context).html;

test('links lead to pages of the garden under the base path', () => {
  expect(html('[[a]] [[kind/b#c|B]] [[nope]] [[nope|No]] [[?New]] [x](/a/) [y](../guides/z.mdx) [w](https://a.nz) [h](#h)')).toMatchInlineSnapshot(
    `"<p><a href="/kanopi/guides/a/" data-kind="guides">Title of a</a> <a href="/kanopi/kind/b/#c" data-kind="kind">B</a> nope No <span class="wanted" title="This page is wanted">New</span> <a href="/kanopi/a/">x</a> <a href="/kanopi/guides/z/">y</a> <a href="https://a.nz" rel="noopener noreferrer">w</a> <a href="#h">h</a></p>"`,
  );
});

test('sources are numbered in the order of their first citation', () => {
  const { cited, html: drawn } = renderBody(
    analyseBody('<Evidence strength="strong" sources="b, a">\n\nClaim.\n\n</Evidence>\n\nMore.<Cite source="a" page="3" /><Cite sources="c, b" />', 1).tree,
    context,
  );
  expect(cited).toEqual(['b', 'a', 'c']);
  expect(drawn.match(/id="cite-\w"/g)).toEqual(['id="cite-b"', 'id="cite-a"', 'id="cite-c"']);
  expect(drawn).toContain('<sup class="cite"><a href="#source-a" aria-label="Source 2: Label of a" title="Title of a">2</a>, p. 3</sup>');
});

test('te reo Māori is marked once a section, as whole words with their macrons, and never where it is not text', () => {
  expect(html('## Wētā\n\nWētā and wētā, weta, wētāpunga; he, te ao Māori. [kererū](/k/) `kererū`\n\n## Kererū\n\n*Wētā* kererū')).toBe(
    '<h2 id="wētā">Wētā</h2>\n<p><span lang="mi">Wētā</span> and wētā, weta, wētāpunga; he, <span lang="mi">te ao Māori</span>. <a href="/kanopi/k/">kererū</a> <code>kererū</code></p>\n<h2 id="kererū">Kererū</h2>\n<p><em><span lang="mi">Wētā</span></em> <span lang="mi">kererū</span></p>',
  );
});

test('tables can be scrolled by keyboard and have no style attribute', () => {
  expect(html('| a | b |\n|:-:|--:|\n| 1 | 2 |').replaceAll('\n', '')).toBe(
    '<div class="table" tabindex="0" role="region" aria-label="Table: a, b"><table><thead><tr><th scope="col" class="align-center">a</th><th scope="col" class="align-right">b</th></tr></thead><tbody><tr><td class="align-center">1</td><td class="align-right">2</td></tr></tbody></table></div>',
  );
});

test('a screen reader can tell the tables of a page apart', () => {
  const drawn = html('| Bird | Count |\n|-|-|\n| a | 1 |\n\n| | |\n|-|-|\n| a | 1 |\n\n| Bird | Count |\n|-|-|\n| b | 2 |');
  expect([...drawn.matchAll(/ aria-label="([^"]*)"/g)].map(([, label]) => label)).toEqual(['Table: Bird, Count', 'Table', 'Table: Bird, Count (2)']);
});

test('tasks have their words as label, and lists in them stay outside of it', () => {
  expect(html('- [ ] a **b**\n  - c\n- [x] d').replaceAll('\n', '')).toBe(
    '<ul class="task-list"><li class="task-list-item"><label><input type="checkbox" disabled> a <strong>b</strong></label><ul><li>c</li></ul></li><li class="task-list-item"><label><input type="checkbox" checked disabled> d</label></li></ul>',
  );
});

test('notes have ids that no other note can have, and a way back', () => {
  const drawn = html('a[^1] b[^1] c[^1-2] d[^ā]\n\n[^1]: One.\n\n[^1-2]: Two.\n\n[^ā]: Three.');
  const ids = [...drawn.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target = ''] of drawn.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
  expect(drawn).toContain('aria-label="Back to note 1 in the text"');
});

test('images have their size, or their words when there is no file', () => {
  expect(html('![A trap](../media/a.jpg) ![Gone](../media/gone.jpg)')).toBe(
    '<p><img src="/kanopi/a.webp" alt="A trap" width="8" height="6" srcset="/kanopi/a.webp 8w" sizes="8px" loading="lazy" decoding="async"> <span class="missing-image">Gone</span></p>',
  );
});

const components: Record<string, string> = {
  Callout: '<Callout type="caution" title="Mind">\n\nx\n\n</Callout>',
  Figure: '<Figure src="../media/a.svg" alt="A" caption="C" credit="G" licence="CC0-1.0" description="Long." />',
  Checklist: '<Checklist title="Day">\n\n- [ ] a\n\n</Checklist>',
  Protocol: '<Protocol title="Ask">\n\nx\n\n</Protocol>',
  FieldNote: '<FieldNote place="P" date="2019" by="B" source="s">\n\nx\n\n</FieldNote>',
  Exercise: '<Exercise title="T" minutes="10">\n\nx\n\n<Answer>\n\ny\n\n</Answer>\n\n</Exercise>',
  Facilitator: '<Facilitator>\n\nx\n\n</Facilitator>',
};

test.each(Object.entries(components))('%s is drawn', (_name, text) => {
  expect(analyseBody(text, 1).facts.problems).toEqual([]);
  expect(html(text).replaceAll('\n', '')).toMatchSnapshot();
});

test('the list of what is allowed takes out what a fault let through', () => {
  const node = (tagName: string, properties: Record<string, string>) => ({ type: 'root' as const, children: [{ type: 'element' as const, tagName, properties, children: [] }] });
  expect(isAllowed(node('p', { className: 'a' }))).toBe(true);
  for (const [name, properties] of [
    ['script', {}],
    ['p', { onClick: 'x' }],
    ['p', { style: 'x' }],
    ['a', { href: 'javascript:x' }],
    ['p', { href: '/' }],
  ] as const)
    expect(isAllowed(node(name, properties))).toBe(false);
});
