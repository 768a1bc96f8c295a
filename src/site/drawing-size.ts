/** The size of a drawing in CSS pixels, from its own width and height or else its view box, so that a page keeps its place free; undefined when it says neither. */
export function drawingSize(svg: string): { readonly width: number; readonly height: number } | undefined {
  const tag = /<svg\b[^>]*>/i.exec(svg)?.[0] ?? '';
  const own = (name: string) => Number(new RegExp(`\\s${name}="([\\d.]+)(?:px)?"`).exec(tag)?.[1]);
  const [, , boxWidth, boxHeight] = (/\sviewBox="([^"]*)"/.exec(tag)?.[1] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [width, height] = own('width') > 0 && own('height') > 0 ? [own('width'), own('height')] : [boxWidth, boxHeight];
  return width !== undefined && height !== undefined && width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : undefined;
}
