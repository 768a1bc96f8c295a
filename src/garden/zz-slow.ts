import { analyseBody } from './entry/body.ts';
import { parseHeader } from './entry/parse-header.ts';
import { renderBody } from './safe-mdx/render-body.ts';
import { svgProblem } from './checks/svg-problem.ts';
import * as svg from './checks/svg-problem.ts';
const context: any = { link: ({id}: any) => ({ href: `/guides/${id}/`, title: id, kind: 'guides' }), href: (u: string) => u, source: (id: string) => ({ title: id, label: id }), image: () => ({ src: '/a.png' }), termsMi: new Set(['kererū']) };
const r = (s: string, n: number) => s.repeat(n);
const bodies: Record<string, string> = {
  spacesHeading: r(`# a${r(' ', 19000)}b\n\n`, 26),
  attrSpaces: r(`<Callout title="a${r(' ', 3900)}b">\n\nx\n\n</Callout>\n\n`, 120),
  literalList: `<Evidence strength="weak" sources={["a"${r(' ', 1200)}"b"]}>\n\nx\n\n</Evidence>`,
  exportFn: `export function${r(' ', 1980)}x`,
  exportClass: r(`export class${r(' ', 1980)}x\n\n`, 250),
  words: r(r(r('a', 2499) + ' ', 8).slice(0, 19999) + '\n\n', 25),
  refUrl: `[a]: <https://a.nz/${r(' a', 9000)}>\n\n${r(r('[a] ', 700) + '\n\n', 8)}`,
  refTitle: `[a]: https://a.nz "${r(' a', 9000)}"\n\n${r(r('[a] ', 700) + '\n\n', 8)}`,
  tableRows: `|${r('a|', 58)}\n|${r('-|', 58)}\n${r('a\n', 19000)}`,
  wikilinks: r(r('[[a]] ' + r('xx ', 25), 700) + '\n\n', 8),
  footMany: r('[^a] x\n', 1400),
  backref: `${r(r('[^a] ', 700) + '\n\n', 8)}[^a]: x`,
  bold: r(r('** ', 700) + '\n\n', 10),
  nbspHead: r(`# a${r('\u00a0', 19000)}b\n\n`, 26),
  entities: r(r('&amp;[[', 700) + '\n\n', 10),
  notes: Array.from({ length: 900 }, (_, i) => `[^${i}]: [^${(i + 1) % 900}] [^${i}]`).join('\n\n') + ' [^0]',
  deepList: r('- ', 19) + 'a', calls: r('<Callout>\n\n', 4000), closes: r('</Callout>\n\n', 4000), callsInline: r('<Cite ', 7000),
  quoteTags: r('> <Callout>\n', 500), opens: r('<Callout title="', 1400), addr: r('[x](../a b', 1400), addr2: r('](' + r('(', 300), 100),
  headings: r('# a\n\n', 9000), emails: r('a@b.', 900), www: r('www.', 600), http: r('http://', 350), del: r('~~a', 700), codes: r('`', 1400) + ' ' + r('`` `', 300),
  autolink: r('<https://a.nz/ ', 1400), strongem: r('*a **b ', 500), imgs: r('![', 700), linksnest: r('[a](', 1400), comment: r('<!-- ', 299), brace: r('{/* ', 299),
  tableTags: `|a|\n|-|\n${r('|<Cite source="a" />|\n', 1400)}`, tasks: r('- [ ] a\n', 5000), setext: r('a\n-\n\n', 790), html: r('<b>', 1400),
  esc: r(r('\\', 1800) + '[[', 2), hyph: r('# ' + r('- ', 9000) + 'b\n\n', 25),
};
const t = (name: string, f: () => any) => { const s = performance.now(); let out: any; try { out = f(); } catch (e) { out = 'THROWS ' + String(e).slice(0, 200); } const ms = performance.now() - s; if (ms > 300 || String(out).startsWith('THROWS')) console.log(name, Math.round(ms), String(out).slice(0, 120)); };
const want = process.argv[2];
if (!want || want === 'b') for (const [n, b] of Object.entries(bodies)) {
  let tree: any; let facts: any;
  t('analyse ' + n, () => { ({ tree, facts } = analyseBody(b, 1)); return facts.problems.length + ' ' + (facts.problems[0]?.message ?? ''); });
  if (!facts.problems.some((p: any) => p.severity === 'error')) t('render ' + n, () => renderBody(tree, context).html.length);
}
const K = 120_000;
const headers: Record<string, string> = {
  spacesError: `title: "x\n${r(' ', K)}`, fieldLine: `${r(' ', K)}x: "\n`, fieldTail: `a: @${r(' ', K)}c`, dashSpaces: `- ${r(' ', K)}`, fieldMid: `title: @b${r(' ', K)}c`,
  keys: Array.from({ length: 14000 }, (_, i) => `k${i}: 1`).join('\n'), tags: `topics: [${r('a,', 50000)}]`, objs: `topics: [${r('{},', 40000)}{a: 1}]`,
  nestedSeq: `a: [${r('- ', 20)}]`, q: `title: '${r("a'b", 30000)}`, dq: `title: "${r('\\', K)}`, qlines: r(`a: "x\n`, 15000), anchors: r('&', K), pipes: `a: |\n${r(' \n', 50000)}`, fold: `a: >\n${r('  x\n\n', 25000)}`,
  comments: r('#\n', 50000), doc: r('...\n', 25000), doc2: r('%YAML 1.2\n', 10000), flowmap: `a: {${r('b: 1, ', 15000)}}`, colon: r('a:', 50000), question: r('? ', 50000), errs: r('a: b: c\n', 14000), tabs: r('\t', K),
  sources: `sources: [${r('"a",', 28000)}]`, credits: `credits: [${r('{name: x},', 11000)}]`, hash: r('a #b\n', 20000), plainml: `title: a\n${r('  b\n', 29000)}`, excl: r('!a ', 40000), bt: r('`', K),
};
for (const d of [50, 200, 500, 800, 1000, 1200, 1500, 1800, 2000, 2500, 3000, 4000, 6000, 10000, 30000, 60000]) { headers['deepseq' + d] = `a:\n  ${r('- ', d)}x`; headers['deepq' + d] = `? ${r('? ', d)}x`; headers['alt' + d] = `a:\n  ${r('- [', Math.min(d, 190))}`;  }
for (const d of [100, 180, 199]) headers['flow' + d] = `a: ${r('[', d)}x${r(']', d)}`;
for (const d of [200, 1000, 5000, 10000]) headers['flowq' + d] = `a: ${r('["",', d)}x${r(']', d)}`;
for (const d of [100, 300, 480]) headers['map' + d] = Array.from({ length: d }, (_, i) => ' '.repeat(i) + 'a:').join('\n');
if (!want || want === 'h') for (const [n, h] of Object.entries(headers)) for (const kind of ['pages']) t('header ' + n, () => parseHeader(`content/${kind}/a.mdx`, `---\n${h}\n---\nx`).problems.length + ' ' + JSON.stringify(parseHeader(`content/${kind}/a.mdx`, `---\n${h}\n---\nx`).problems[0]?.message ?? null));
const svgs: Record<string, string> = { attr: `<svg ${r('a', 100000)}>`, attrs: `<svg xmlns="http://www.w3.org/2000/svg" ${r('a', 100000)}</svg>`, sp: `<svg${r(' ', 100000)}`, eq: `<svg a${r(' ', 100000)}x>`, cm: r('<!--', 50000), cm2: '<svg>' + r('<!--', 50000), lt: '<svg>' + r('<a ', 50000), q: '<svg ' + r('a="', 50000), xml: `<?xml ${r('?', 100000)}`, ent: '<svg>' + r('&', 100000) , val: `<svg a="${r('url(', 30000)}"/>`, g: '<svg>' + r('<g>', 50000), pi: '<svg>' + r('<?x ', 50000), cd: '<svg>' + r('<![CDATA[', 20000), val2: `<svg xmlns="http://www.w3.org/2000/svg"><g id="${r('a:', 50000)}"/></svg>` };
if (!want || want === 's') for (const [n, x] of Object.entries(svgs)) t('svg ' + n, () => JSON.stringify((svg as any).svgProblem(x)));
