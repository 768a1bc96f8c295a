import { describe, expect, it } from 'vitest';
import { drawing } from './example-page.ts';
import { svgProblem } from './svg-problem.ts';

const inside = (attributes: string) => drawing(`<circle r="1" ${attributes} />`);

describe('a drawing is refused', () => {
  it.each([
    ['a script', drawing('<script>alert(1)</script>')],
    ['a script in capitals', drawing('<SCRIPT>alert(1)</SCRIPT>')],
    ['a script with a prefix', drawing('<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>')],
    ['a script after a comment that looks open', drawing('<!--><script>alert(1)</script>--><script>alert(1)</script>')],
    ['an event', inside('onclick="alert(1)"')],
    ['an event on the root', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>'],
    ['an event on a second line', inside('\n\tONLOAD\n=\n"alert(1)"')],
    ['HTML in it', drawing('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml" /></foreignObject>')],
    ['a style sheet', drawing('<style>@import "https://example.org/x.css";</style>')],
    ['a style attribute', inside('style="fill: url(https://example.org/x)"')],
    ['a link', drawing('<a href="https://example.org/"><circle r="1" /></a>')],
    ['a link that runs code', drawing('<a xlink:href="javascript:alert(1)"><circle r="1" /></a>')],
    ['a picture from elsewhere', drawing('<image href="https://example.org/x.png" />')],
    ['a picture in an address', drawing('<image href="data:image/svg+xml;base64,AAAA" />')],
    ['use of another file', drawing('<use href="other.svg#a" />')],
    ['use of another site', drawing('<use xlink:href="//example.org/x.svg#a" />')],
    ['a fill from elsewhere', inside('fill="url(https://example.org/x.svg#a)"')],
    ['a fill from another file', inside("fill='url(x.svg#a)'")],
    ['a filter in a mask', inside('mask="url( //example.org/x#a )"')],
    ['a hidden address', inside('fill="&#104;ttps://example.org/"')],
    ['an animation', drawing('<animate attributeName="href" values="javascript:alert(1)" />')],
    ['an animation that sets a value', drawing('<set attributeName="onload" to="alert(1)" />')],
    ['a handler', drawing('<handler type="application/javascript">alert(1)</handler>')],
    ['an entity declared in front', `<!DOCTYPE svg [<!ENTITY x "<script/>">]>${drawing()}`],
    ['an outside document type', `<!DOCTYPE svg SYSTEM "file:///etc/passwd">${drawing()}`],
    ['an unknown entity', drawing('<text>&x;</text>')],
    ['a style sheet in front', `<?xml-stylesheet href="https://example.org/x.css"?>${drawing()}`],
    ['raw text', drawing('<![CDATA[<script>alert(1)</script>]]>')],
    ['a processing instruction inside', drawing('<?php system("ls") ?>')],
    ['an attribute without quotes', drawing('<circle r=1 />')],
    ['a namespace that is not SVG', '<svg xmlns="http://www.w3.org/1999/xhtml"></svg>'],
    ['a second root', `${drawing()}<svg></svg>`],
    ['a root that is something else', '<g><circle r="1" /></g>'],
    ['no element at all', 'Kia ora'],
    ['tags that do not close', '<svg><g></svg>'],
    ['tags that cross', '<svg><g><text></g></text></svg>'],
    ['a tag cut in half', '<svg><circle r="1'],
    ['a hidden character', drawing('<text>\0</text>')],
  ])('for %s', (_name, svg) => {
    expect(svgProblem(svg)).toMatchObject({ line: expect.any(Number), column: expect.any(Number), message: expect.any(String), suggestion: expect.any(String) });
  });

  it('at the line and column where it stands', () => {
    expect(svgProblem('<svg>\r\n  <g>\r\n    <script />\r\n  </g>\r\n</svg>')).toMatchObject({ line: 3, column: 5, message: 'A drawing cannot hold <script>.' });
  });
});

describe('a drawing is fine', () => {
  it.each([
    [
      'shapes, words and a gradient',
      drawing(
        '<title>Ngā ara</title><defs><linearGradient id="a"><stop offset="0" stop-color="#fff" /></linearGradient></defs><rect fill="url(#a)" width="8" height="8" /><text x="1" y="4" lang="mi">Te ara &amp; te awa</text>',
      ),
    ],
    ['a declaration, a mark and comments', `\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<!-- <script> in a note -->\n${drawing()}`],
    ['use of its own part', drawing('<symbol id="tree"><path d="M0 0h1" /></symbol><use href="#tree" x="1" />')],
    ['an address in words', drawing('<text>https://example.org/</text>')],
  ])('with %s', (_name, svg) => {
    expect(svgProblem(svg)).toBeUndefined();
  });
});

it('reads a file of open comments and one of attributes without getting stuck', () => {
  expect(svgProblem('<!--'.repeat(500_000))).toBeDefined();
  expect(svgProblem(`<svg ${'a="b" '.repeat(100_000)}`)).toBeDefined();
});
