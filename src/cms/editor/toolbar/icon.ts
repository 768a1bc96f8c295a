const SVG = 'http://www.w3.org/2000/svg';

/** Drawings of 20 by 20, as the paths of their lines. */
const PATHS = {
  link: 'M8.5 11.5l3-3 M9.2 6.8l1.6-1.6a2.8 2.8 0 0 1 4 4l-1.6 1.6 M10.8 13.2l-1.6 1.6a2.8 2.8 0 0 1-4-4l1.6-1.6',
  bullets: 'M8 5.5h8.5 M8 10h8.5 M8 14.5h8.5 M4 5.5h.01 M4 10h.01 M4 14.5h.01',
  numbers: 'M9 5.5h7.5 M9 10h7.5 M9 14.5h7.5 M3.4 4.6l1.2-.8v3.9 M3.4 12.6c.6-1 2.2-.7 2.1.3-.1.8-1.4 1.3-2.1 2.4h2.3',
  tasks: 'M9.5 5.8h7 M9.5 14.2h7 M3.5 5.7l1.3 1.3 2.4-2.6 M3.4 12.2h3.9v3.9h-3.9z',
  quote: 'M4 5v10 M8 6.5h8.5 M8 10h8.5 M8 13.5h5.5',
  indent: 'M3.5 4.5h13 M9.5 8.2h7 M9.5 11.8h7 M3.5 15.5h13 M3.6 7.6l2.6 2.4-2.6 2.4',
  outdent: 'M3.5 4.5h13 M9.5 8.2h7 M9.5 11.8h7 M3.5 15.5h13 M6.2 7.6l-2.6 2.4 2.6 2.4',
  table: 'M3.5 4.5h13v11h-13z M3.5 8.2h13 M3.5 11.9h13 M8 4.5v11 M12.2 8.2v7.3',
  callout: 'M3.5 4.5h13v9h-6.2l-3.3 2.7v-2.7h-3.5z M7 8h6 M7 10.3h4',
  part: 'M3.5 3.8h5.2v5.2h-5.2z M11.3 3.8h5.2v5.2h-5.2z M3.5 11.2h5.2v5h-5.2z M13.9 11.2v5 M11.4 13.7h5',
  page: 'M7.5 4h-3v12h3 M12.5 4h3v12h-3 M8 10h4',
  cite: 'M5 3.8h8.5a2 2 0 0 1 2 2v10.4h-9.3a1.7 1.7 0 0 1-1.7-1.7v-9.2a1.5 1.5 0 0 1 .5-1.5z M4.6 14.3a1.7 1.7 0 0 1 1.6-1.4h9.3 M8 7h4.5',
  footnote: 'M3.5 6.5h7.5 M3.5 10.5h9.5 M3.5 14.5h6 M14.6 4.4l1.5-1v5',
  picture: 'M3.5 4.5h13v11h-13z M3.7 13.4l3.8-4 3.2 3.4 2-2 3.6 3.2 M12.9 7.8h.01',
  undo: 'M7 4.5l-3.3 3.2 3.3 3.2 M4 7.7h7.5a4 4 0 0 1 0 8h-4',
  redo: 'M13 4.5l3.3 3.2-3.3 3.2 M16 7.7h-7.5a4 4 0 0 0 0 8h4',
} as const;

/** The name of a drawing. */
export type IconName = keyof typeof PATHS;

/** A drawing for a button that has its name in words. */
export function icon(name: IconName): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
