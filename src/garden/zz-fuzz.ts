import { analyseBody } from './entry/body.ts';
import { renderBody } from './safe-mdx/render-body.ts';
import { activeParts } from './safe-mdx/active-parts.ts';
import { attacks } from './safe-mdx/attacks.ts';
import { doBodyJob } from '../disk/body-job.ts';
import { entryIndex } from './model/entry-index.ts';
import { parse } from 'parse5';
const around: any = { index: entryIndex([{ kind: 'guides', id: 'a', title: 'A <b>"x', lang: 'en', draft: false, headings: [] }, { kind: 'guides', id: 'constructor', title: 'C', lang: 'en', draft: false, headings: [] }] as any), sources: new Map([['a', '"><script>']]), termsMi: new Set(['kererū']), base: process.argv[2] ?? '/', siteUrl: 'https://g.nz/' };
const TAGS = new Set('html head body p h1 h2 h3 h4 h5 h6 em strong del sup sub small span blockquote hr br figcaption summary thead tbody tr section aside div figure details label ul ol li pre code a img input time table th td'.split(' '));
const BAD = /^(on.*|style|srcdoc|action|formaction|is|slot|xlink.*|name|target|data-astro.*)$/;
function walk(n: any, bad: string[], ids: Set<string>) {
  if (n.tagName) { if (!TAGS.has(n.tagName)) bad.push('tag ' + n.tagName);
    for (const a of n.attrs ?? []) { if (BAD.test(a.name)) bad.push('attr ' + a.name);
      if (a.name === 'id') { if (ids.has(a.value)) bad.push('ID TWICE ' + a.value); ids.add(a.value); }
      if (a.name === 'href' || a.name === 'src') { let u; try { u = new URL(a.value, 'https://g.nz/guides/x/'); } catch { u = undefined; } if (u && !/^(https?|mailto|tel):$/.test(u.protocol)) bad.push('url ' + a.value); if (u && a.name === 'src' && u.host !== 'g.nz') bad.push('src ' + a.value); if (u && /evil/.test(u.host) && !/^https?:\/\//i.test(a.value)) bad.push('offsite ' + a.value); } } }
  if (n.nodeName === '#comment' || n.nodeName === '#documentType') bad.push(n.nodeName);
  for (const c of n.childNodes ?? []) walk(c, bad, ids);
}
const mine = ['[x](/.//evil.example)', '[x](/..//evil.example)', '[x](.//evil.example)', '[x](../..//evil.example)', '[x](/%2F/evil.example)', '[x](%2F%2Fevil.example)', '[x](/%5Cevil.example)', '[x](/\tevil)', '[x](</ /evil.example>)', '[x](https://g.nz//evil.example)', '[x](https://g.nz/%2Fevil.example)', '[x](https:\\/\\/evil)', '[x](http:/evil.example)', '[x](http:\u2028//evil.example)', '[x](?//evil)', '[x](regions//evil.example)', '[x](/topics//evil.example/)', '[x](/topics/../..//evil.example/)', '[x](/regions/%2e%2e/%2e%2e//evil.example)', '[x](/components/..//evil)', '[[guides/../../x]]', '[[constructor]]', '[[__proto__]]', '[[guides/constructor]]', '[[guides/__proto__|y]]', '[[a#__proto__]]', '[[a#"><img src=x onerror=alert(1)>]]', '[[#x" onclick="y]]', '[[//evil.example]]', '[[/evil.example]]', '[[guides//evil]]', '[[a\u0000b]]', '[[a\u2028b]]', '[[?__proto__]]', '[[a|![x](y)]]', '[a]: javascript:alert(1)', '[a]: data:x "t\\" onclick=1"', '[a][] [a]', '[^a]', '[^a]: <Callout>\n    x', '[^toString]: x [^toString]', '<Callout title="&lt;img src=x onerror=1&gt;&quot; onclick=&quot;1">', '</Callout>', '<Callout', '<Callout title=\'a', '<Callout type="tip" type="stop">', '<Callout title={["a", ["b"]]}>', '<Cite sources={["a", "<b>"]} />', '<Cite source="a" page="<b>" />', '<Cite sources="a,a,a" />', '<Evidence strength="weak" sources="<img src=x>">', '<Evidence strength="weak" sources="a">', '</Evidence>', '<Figure src="../media/%2e%2e/x.png" alt="x" />', '<Figure src="..//evil.example/x.png" alt="x" />', '<Figure src="%2F%2Fevil.example/x.png" alt="a" />', '<Figure src="../media/a.png&#10;" alt="a" />', '<Figure src="&#x6a;avascript:a.png" alt="a" />', '<Figure src="../media/\u202ea.png" alt="a" />', '<Figure src="../media/a.png" alt="a" caption="</figcaption><script>" description="<x>" />', '<Exercise title="a" minutes="1e2">', '<Exercise title="a" minutes={9007199254740993}>', '<Answer>', '</Answer>', '</Exercise>', '<Steps>', '1. a', '</Steps>', '<Checklist>', '- [ ] a', '</Checklist>', '<!-- <script> -->', '<!-- \n\n<Callout> \n-->', '<!-- -- > <script>', '<![CDATA[x]]>', '<?x ?>', '{/* </script> */}', '{/* \n', '-->', '| a | b |', '|---|:-:|', '> ', '- ', '1) ', '    ', '\t', '```', '~~~js', '`', '**', '~~', '_', '\\', '&#x3c;script&#x3e;', '&lt;img onerror=1&gt;', '\u2028', '\u2029', '\u0085', '\ufeff', '\u0000', '# <b>', '## __proto__', '## main', '### source-a', '## footnote-1', '## user-content-fn-1', '## x {#id}', 'x\n===', '---', '***', 'https://evil.example/<script>', 'www.evil.example/"onclick=1', 'a@b.nz', '<a@b.nz>', '<https://a.nz/">', '<HTTPS:evil>', 'mailto:a@b.nz', 'xmpp:a@b.nz/x', 'import x from "y"', 'export const a = 1', '![a](../media/a.png "t\\" onerror=1")', '![a][a]', '![a](../media/a.png)', '[![a](../media/a.png)](javascript:1)', '[a [[a]] b](/x)', 'kererū', '__ASTRO_X', '<Field\u200bNote>', '<FieldNote place="x" date="2019-13-45" by="<b>" source="a">', '</FieldNote>', '<Facilitator>', '</Facilitator>', '<Protocol title="">', '</Protocol>', '<callout>', '<Callout/>', '<Callout / >', '<Callout title/>', '<Callout =x>', '<Callout "x">', '<Callout title="a"type="tip">', '<Callout title=\u201ca\u201d>', `<${'A'.repeat(99)} />`, `<${'A'.repeat(200)} />`, '<Cite source="a"/><Cite source="a"/>', '\n', '\n\n', '\n\n', ' ', '\n    ', '\n  '];
let seed = Number(process.argv[3] ?? 1); const next = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
const end = Date.now() + Number(process.argv[4] ?? 40) * 1000; let rounds = 0, drawn = 0; const seen = new Set<string>();
const say = (k: string, b: string) => { const key = k.slice(0, 24); if (seen.has(key)) return; seen.add(key); console.log(k, '::', JSON.stringify(b).slice(0, 300)); };
function run(body: string) {
  rounds += 1; const s = performance.now();
  try {
    const { tree, facts } = analyseBody(body, 1);
    if (facts.problems.some((p) => p.message.includes('tangled'))) say('TANGLED', body);
    for (const p of facts.problems) if (!(p.line >= 1 && p.column >= 1)) say('PLACE', body);
    if (rounds % 2) { const { html } = renderBody(tree, { link: ({ id, heading }: any) => ({ href: `/guides/${id}/${heading ? '#' + heading : ''}`, title: id, kind: 'guides' }), href: (u) => u, source: (id) => ({ title: id, label: id }), image: () => ({ src: '/a.png' }), termsMi: new Set(['kererū']) }); const a = activeParts(html); if (a.length) say('ACTIVE ' + a[0], body); const bad: string[] = []; walk(parse(`<!doctype html><body>${html}`).childNodes[1], bad, new Set()); for (const b of bad) say('ANYWAY ' + b, body); }
    const r = doBodyJob({ file: 'content/guides/x.mdx', kind: 'guides', body, bodyLine: 1 }, around);
    if (r.rendered) { drawn += 1; const bad: string[] = []; walk(parse(`<!doctype html><body>${r.rendered.html}`).childNodes[1], bad, new Set()); for (const b of bad) say('FINE ' + b, body); const a = activeParts(r.rendered.html); if (a.length) say('FINEACTIVE ' + a[0], body); }
  } catch (e) { say('THROWS ' + String((e as Error).stack).slice(0, 300), body); }
  const ms = performance.now() - s; if (ms > 600) say('SLOW ' + ms, body);
}
for (const m of mine) { run(m); run(`x ${m}\n\n[a]: https://a.nz\n\n[^a]: b`); }
while (Date.now() < end) { const n = 1 + next(9); let b = ''; for (let i = 0; i < n; i += 1) b += (next(12) === 0 ? attacks[next(attacks.length)]!.body : mine[next(mine.length)]) + ['', ' ', '\n', '\n\n', '\n\n'][next(5)]; run(b); }
console.log('rounds', rounds, 'drawn', drawn);
