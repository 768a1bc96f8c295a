import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);

/** The two files of the display face: what each holds, and the packaged file it is cut from. The packaged Latin file has no macrons. */
export const FACES = {
  'fraunces-latin': { from: 'fraunces-latin-wght-normal.woff2', text: `${ascii()}\u00a0£§°·×½¼–—‘’“”…àáâäçèéêëíïñóôöúüÀÁÉÖÜ` },
  'fraunces-macrons': { from: 'fraunces-latin-ext-wght-normal.woff2', text: 'āēīōūĀĒĪŌŪ' },
} as const;

export type FaceName = keyof typeof FACES;

/** Cuts one file down to its letters and to the weights that the site uses. */
export async function subsetFace(name: FaceName): Promise<Buffer> {
  const { from, text } = FACES[name];
  const font = await readFile(require.resolve(`@fontsource-variable/fraunces/files/${from}`));
  return subsetFont(font, text, { targetFormat: 'woff2', variationAxes: { wght: { min: 400, max: 650 } } });
}

/** The @font-face rules. Addresses are relative, so they hold under any path; a page with no macron loads one file. */
export function fontFaces(): string {
  return (Object.keys(FACES) as FaceName[])
    .map((name) => `@font-face{font-family:Fraunces;font-style:normal;font-weight:400 650;font-display:swap;src:url(${name}.woff2) format("woff2");unicode-range:${ranges(FACES[name].text)}}\n`)
    .join('');
}

function ranges(text: string): string {
  const points = [...new Set([...text].map((character) => character.codePointAt(0)!))].sort((a, b) => a - b);
  const spans: [number, number][] = [];
  for (const point of points) {
    const last = spans.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else spans.push([point, point]);
  }
  const hex = (value: number) => value.toString(16).toUpperCase();
  return spans.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',');
}

function ascii(): string {
  return Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index)).join('');
}
