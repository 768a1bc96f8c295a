import { mkdtemp, mkdir, cp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadContent } from '../disk/load-content.ts';
const folder = await mkdtemp('/tmp/fz/c-');
await cp('content/vocabularies', path.join(folder, 'vocabularies'), { recursive: true });
await mkdir(folder + '/pages'); await mkdir(folder + '/guides'); await mkdir(folder + '/glossary');
const page = (b: string, h = '') => `---\ntitle: A page\nsummary: A page that is used to try things out here.\nstatus: review\ncredits: [{ name: Garden editors, role: author }]\n${h}\n---\n\n${b}\n`;
const files: Record<string, string> = {
  'pages/constructor.mdx': page('[[constructor]] [[__proto__]] [[toString]] [[guides/../../x]] [x](constructor.mdx) [y](/regions/constructor/) [z](/topics/__proto__/) [q](/.//evil.example) [[constructor#__proto__]] [[pages/constructor/x]]'),
  'pages/__proto__.mdx': page('x'), 'pages/tostring.mdx': page('x'), 'pages/hasownproperty.mdx': page('[[tostring]]'),
  'pages/p1.mdx': page('x', '__proto__: { title: x }'), 'pages/p2.mdx': page('x', '? [a, b]\n: x'), 'pages/p3.mdx': page('x', '1: x\n1.5: y\nnull: z\ntrue: q'), 'pages/p4.mdx': page('x', 'constructor: x\ntoString: y\nhasOwnProperty: z'),
  'pages/p5.mdx': page('x').replace('title: A page', 'title: 1e999'), 'pages/p6.mdx': page('x').replace('title: A page', 'title: 2026-01-01'), 'pages/p7.mdx': page('x').replace('title: A page', 'title: .nan'), 'pages/p8.mdx': page('x').replace('title: A page', 'title: "\\u0000\\u202e<script>"'), 'pages/p9.mdx': page('x', 'created: 99999-99-99\nupdated: 2026-02-30\naliases: [constructor, __proto__]'), 'pages/p10.mdx': page('x').replace('author', '__proto__'), 'pages/p11.mdx': page('x').replace('author', 'constructor'), 'pages/p12.mdx': page('x').replace('{ name: Garden editors, role: author }', '__proto__'),
  'pages/p13.mdx': '---\n---', 'pages/p14.mdx': '', 'pages/p15.mdx': '---\n- a\n- b\n---\nx', 'pages/p16.mdx': '---\nnull\n---\nx', 'pages/p17.mdx': '---\n"x"\n---\n', 'pages/p18.mdx': '---\n__proto__:\n  status: draft\n---\n', 'pages/p19.mdx': page('x'.repeat(1_100_000)), 'pages/p20.mdx': page(('a [[nope' + 'x'.repeat(30) + ']] ').repeat(3)), 'pages/p21.mdx': '---\n' + 'a: b\n'.repeat(200000) + '---\n', 'pages/p22.mdx': '---\ntitle: "a\n' + '\\'.repeat(120000) + '"\n---\n', 'pages/p23.mdx': page('# a\n\n'.repeat(4000) + '[[#nope]] '.repeat(700)),
  'glossary/te-ika.mdx': '---\ntitle: Te Ika-a-Māui\nsummary: The North Island of Aotearoa, as it is known.\nstatus: review\nlang: mi\nmark: true\ncredits: [{ name: Garden editors, role: author }]\n---\n\nx\n',
};
for (let i = 0; i < 5; i += 1) files[`pages/links${i}.mdx`] = page(Array.from({ length: 5 }, (_, b) => Array.from({ length: 700 }, (_, j) => `[[tracking-tunnel-nope${j}-${b}]]`).join(' ')).join('\n\n'));
for (let i = 0; i < 300; i += 1) files[`guides/tracking-tunnels-number-${i}.mdx`] = page('x');
for (const [f, t] of Object.entries(files)) await writeFile(path.join(folder, f), t);
const s = performance.now();
const r = await loadContent(folder, { base: '/' });
console.log('ms', Math.round(performance.now() - s), 'problems', r.problems.length);
const by = Map.groupBy(r.problems, (p) => p.file);
for (const f of Object.keys(files)) if (!/links|number/.test(f)) console.log(f, '|', (by.get('content/' + f) ?? []).slice(0, 12).map((p) => `${p.line}:${p.column} ${p.rule}: ${p.message.slice(0, 90)}`).join(' ; ').slice(0, 900));
console.log('max message', Math.max(...r.problems.map((p) => p.message.length + (p.suggestion?.length ?? 0))));
process.exit(0);
