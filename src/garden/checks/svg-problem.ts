const ELEMENTS = new Set('svg g defs symbol path rect circle ellipse line polyline polygon text tspan title desc linearGradient radialGradient stop clipPath mask pattern marker use'.split(' '));
const ATTRIBUTES = new Set(
  'xmlns id class x y x1 y1 x2 y2 cx cy r rx ry fx fy d points width height viewBox preserveAspectRatio transform fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray stroke-dashoffset stroke-opacity stroke-miterlimit opacity font-size font-family font-weight font-style text-anchor dominant-baseline letter-spacing dx dy rotate textLength lengthAdjust gradientUnits gradientTransform offset stop-color stop-opacity spreadMethod clip-path clip-rule clipPathUnits mask maskUnits patternUnits patternContentUnits patternTransform marker-start marker-mid marker-end markerWidth markerHeight markerUnits refX refY orient paint-order vector-effect role aria-label aria-labelledby aria-hidden lang xml:lang xml:space version'.split(
    ' ',
  ),
);

/** The first thing in an SVG that is not on the short list of shapes, words and drawing attributes. Linear in the text. */
export function svgProblem(svg: string): { line: number; column: number; message: string; suggestion: string } | undefined {
  const source = svg.replace(/^\uFEFF/, '');
  const at = (offset: number, message: string, suggestion: string) => {
    const before = source.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1, message, suggestion };
  };
  if (/[\0\u0001-\u0008]/.test(source)) return at(0, 'This drawing is not plain text.', 'Save it as plain SVG.');
  const text = withoutComments(source).replace(/^\s*<\?xml\s[^<>?]*\?>/, blank);
  const token = /<(?:(\/)([A-Za-z][\w:.-]*)\s*|([A-Za-z][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?))>|<|&(?!(?:amp|lt|gt|quot|apos|#\d{1,6}|#x[\da-fA-F]{1,5});)/g;
  const open: string[] = [];
  let roots = 0;
  for (const match of text.matchAll(token)) {
    const [whole, closing, closed = '', name, attributes = '', selfClosing] = match;
    if (closing) {
      if (open.pop() !== closed) return at(match.index, `Here </${closed}> closes what is not open.`, 'Save the drawing again as plain SVG.');
      continue;
    }
    if (name === undefined)
      return at(match.index, whole === '<' ? 'This part of the drawing is not plain SVG.' : 'A "&" in a drawing must be written &amp;.', 'Save the drawing as plain SVG, without editor data.');
    if (!ELEMENTS.has(name)) return at(match.index, `A drawing cannot hold <${name}>.`, 'Save it as plain SVG with shapes and words only.');
    if (open.length === 0) {
      roots += 1;
      if (name !== 'svg' || roots > 1) return at(match.index, 'A drawing must be one <svg> element.', 'Save it as plain SVG.');
    }
    if (!selfClosing) open.push(name);
    for (const [, attribute = '', double, single] of attributes.matchAll(/([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      const value = double ?? single ?? '';
      if ((attribute === 'href' || attribute === 'xlink:href') && name === 'use' && /^#[\w-]+$/.test(value)) continue;
      if (attribute === 'xmlns:xlink') continue;
      if (!ATTRIBUTES.has(attribute)) return at(match.index, `A drawing cannot hold the attribute "${attribute}".`, 'Save it as plain SVG, with presentation attributes instead of styles.');
      if (attribute === 'xmlns' ? value !== 'http://www.w3.org/2000/svg' : /&|(?:javascript|data|https?|file|vbscript)\s*:|\/\/|@import|expression\(/i.test(value) && attribute !== 'aria-label')
        return at(match.index, `The attribute "${attribute}" holds an address.`, 'Take the address out; a drawing must stand on its own.');
      if (/url\(/i.test(value) && !/^url\(#[\w-]+\)$/.test(value.trim()))
        return at(match.index, `The attribute "${attribute}" points outside the drawing.`, 'Refer only to parts of the drawing itself.');
    }
  }
  if (roots === 0) return at(0, 'This file holds no <svg> element.', 'Save it as plain SVG.');
  if (open.length > 0) return at(0, 'The elements of this drawing do not close.', 'Save it again as plain SVG.');
  return undefined;
}

/** Comments as spaces. Without a regular expression, because many open comments would make one slow. */
function withoutComments(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let start = text.indexOf('<!--'); start !== -1; start = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', start + 4);
    if (end === -1) break;
    parts.push(text.slice(from, start), blank(text.slice(start, end + 3)));
    from = end + 3;
  }
  return parts.join('') + text.slice(from);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
