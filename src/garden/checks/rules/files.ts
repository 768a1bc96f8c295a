import { svgProblem } from '../svg-problem.ts';
import { isKindName } from '../../schema/index.ts';
import { VOCABULARY_NAMES } from '../../schema/vocabularies.ts';
import { isDeviceName } from '../../text/is-device-name.ts';
import { isPageId } from '../../text/is-page-id.ts';
import { nearest } from '../../text/nearest.ts';
import { slugOf } from '../../text/slug-of.ts';
import { isReserved } from '../reserved-addresses.ts';
import type { FileFacts } from '../file-facts.ts';
import { drawing, page, PNG, WEBP_WITH_PLACE } from '../example-page.ts';
import { defineRule, type Finding } from '../rule.ts';

const IMAGE = /\.(jpe?g|png|webp|avif|gif|svg)$/i;
const KILO = 1024;
const LIMITS = { text: 512 * KILO, picture: 2048 * KILO, svg: 200 * KILO, pixels: 40_000_000 } as const;

const start = (file: FileFacts, message: string, suggestion: string): Finding => ({ file: file.file, line: 1, column: 1, message, suggestion });

export const symlink = defineRule({
  id: 'symlink',
  severity: 'error',
  summary: 'Everything under content is a plain file or folder, never a symbolic link.',
  why: 'A link could bring a file from outside the garden onto a page.',
  examples: [
    { title: 'a link to a file outside', found: true, files: { 'pages/a.mdx': { symlink: '../../../package.json' } } },
    { title: 'a plain file', found: false, files: { 'pages/a.mdx': page('Text.') } },
  ],
  checkGarden: ({ files }) =>
    files
      .filter((file) => file.type !== 'file')
      .map((file) => start(file, file.type === 'symlink' ? 'This is a symbolic link, not a file.' : 'This is not a plain file.', 'Put a copy of the file here instead.')),
});

export const unknownFile = defineRule({
  id: 'unknown-file',
  severity: 'error',
  summary: 'Under content stand only entries, vocabularies, site.yaml, pictures and READMEs, each in its place.',
  why: 'A file in the wrong place is silently on no page; an unknown kind of file may do harm.',
  examples: [
    { title: 'a script beside the pictures', found: true, files: { 'media/photo.js': 'alert(1)' } },
    { title: 'a name that cannot be an address', found: true, files: { 'pages/Kākā Count.mdx': page('Text.') } },
    { title: 'each file in its place', found: false, files: { 'pages/a.mdx': page('![A map](../media/map.svg)'), 'media/map.svg': drawing(), 'README.md': 'How this folder works.' } },
  ],
  checkGarden: ({ files }) => files.filter((file) => file.type === 'file').flatMap(misplaced),
});

function misplaced(file: FileFacts): Finding[] {
  const [, folder = '', name = '', ...deeper] = file.file.split('/');
  if (file.file === 'content/site.yaml' || /^content\/(?:[a-z-]+\/)?(?:README|LICENSE)\.md$/.test(file.file)) return [];
  if (name === '') return [start(file, `Nothing is known about a file "${folder}" here.`, 'Put entries into a folder such as content/guides.')];
  if (deeper.length > 0) return [start(file, 'Folders inside a folder are not read.', `Move the file up into content/${folder}.`)];
  if (folder === 'vocabularies') {
    const list = name.replace(/\.yaml$/, '');
    if (name.endsWith('.yaml') && (VOCABULARY_NAMES as readonly string[]).includes(list)) return [];
    const near = nearest(list, VOCABULARY_NAMES);
    return [start(file, `There is no list called "${name}".`, near ? `Did you mean ${near}.yaml?` : `The lists are: ${VOCABULARY_NAMES.map((item) => `${item}.yaml`).join(', ')}.`)];
  }
  if (folder === 'media') {
    if (!IMAGE.test(name)) return [start(file, 'This is not a picture.', 'Only jpg, png, webp, avif, gif and svg files stand in content/media.')];
    if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._()-]*$/u.test(name))
      return [start(file, `"${name}" has characters that a file name cannot have here.`, 'Use letters, digits, spaces, hyphens, dots and brackets.')];
    return [];
  }
  if (!isKindName(folder)) {
    return [start(file, `There is no kind of entry called "${folder}".`, 'Put the file into one of the folders that content/README.md lists.')];
  }
  if (!name.endsWith('.mdx')) return [start(file, 'Only .mdx files are entries.', name.endsWith('.md') ? `Call it ${name}x.` : 'Save it as an .mdx file, or put a picture into content/media.')];
  const id = name.slice(0, -4);
  if (!isPageId(id)) return [start(file, `"${name}" cannot be a page address.`, `Call it ${slugOf(id) || 'a-new-name'}.mdx: lower case letters, digits and hyphens.`)];
  if (isDeviceName(id)) return [start(file, `"${name}" cannot be opened on Windows.`, 'Choose another name.')];
  if (folder === 'pages' && isReserved(id)) return [start(file, `The address /${id}/ belongs to the site itself.`, 'Choose another name.')];
  return [];
}

export const twinNames = defineRule({
  id: 'twin-names',
  severity: 'error',
  summary: 'Two files may not differ only in capitals or in how a macron is stored.',
  why: 'On many computers the one overwrites the other, and on the site one page silently vanishes.',
  examples: [
    { title: 'names that differ in a capital', found: true, files: { 'media/kaka.png': PNG, 'media/Kaka.png': PNG } },
    { title: 'a macron stored in two ways', found: true, files: { 'media/k\u0101k\u0101.png': PNG, 'media/ka\u0304ka\u0304.png': PNG } },
    { title: 'names that differ in a macron', found: false, files: { 'media/kaka.png': PNG, 'media/kākā.png': PNG } },
  ],
  checkGarden({ files }) {
    const seen = new Map<string, string>();
    return files.flatMap((file) => {
      const key = file.file.normalize('NFC').toLowerCase();
      const twin = seen.get(key);
      if (twin === undefined) seen.set(key, file.file);
      return twin === undefined ? [] : [start(file, `This file and ${twin} have the same name but for capitals or accents.`, 'Rename one of the two.')];
    });
  },
});

export const wrongImageBytes = defineRule({
  id: 'wrong-image-bytes',
  severity: 'error',
  summary: 'A picture must be what its name says.',
  why: 'A browser may refuse it, and a file that pretends can carry something else.',
  examples: [
    { title: 'a PNG that is called a JPEG', found: true, files: { 'media/kaka.jpg': PNG } },
    { title: 'an empty file', found: true, files: { 'media/kaka.png': '' } },
    { title: 'a PNG', found: false, files: { 'media/kaka.png': PNG } },
  ],
  checkGarden: ({ files }) =>
    files.flatMap((file) => {
      if (!file.image || !IMAGE.test(file.file)) return [];
      const named = file.file.split('.').pop()?.toLowerCase().replace('jpeg', 'jpg');
      if (file.size === 0) return [start(file, 'This picture is empty.', 'Add the file again.')];
      if (file.image.format === undefined) return [start(file, 'This file is not a picture.', 'Export it again as a JPEG or PNG.')];
      if (file.image.format !== named) return [start(file, `This file is called .${named} but is a ${file.image.format.toUpperCase()}.`, `Rename it to end in .${file.image.format}.`)];
      if (file.image.format !== 'svg' && file.image.width === undefined) return [start(file, 'This picture is damaged.', 'Export it again.')];
      return [];
    }),
});

export const imageWithPlace = defineRule({
  id: 'image-with-place',
  severity: 'error',
  summary: 'A picture may not say where it was taken.',
  why: 'Phones write the exact place into photos; a photo of a nest would lead anybody to it.',
  examples: [
    { title: 'a photo from a phone', found: true, files: { 'media/nest.webp': WEBP_WITH_PLACE } },
    { title: 'a photo without a place', found: false, files: { 'media/nest.png': PNG } },
  ],
  checkGarden: ({ files }) =>
    files
      .filter((file) => file.image?.gps)
      .map((file) => start(file, 'This picture says where it was taken (GPS).', 'Save a copy without location data and use that; if it was pushed anywhere, tell a maintainer.')),
});

export const tooLarge = defineRule({
  id: 'too-large',
  severity: 'error',
  summary: 'Texts are at most 512 KB, pictures at most 2 MB and 40 megapixels, drawings at most 200 KB.',
  why: 'People read on phones with poor signal, and git keeps every version for ever.',
  examples: [
    { title: 'a text of 600 KB', found: true, files: { 'pages/a.mdx': page('A long story.\n\n'.repeat(44_000)) } },
    { title: 'a text of 100 KB', found: false, files: { 'pages/a.mdx': page('A long story.\n\n'.repeat(7_000)) } },
  ],
  checkGarden: ({ files }) =>
    files.flatMap((file) => {
      const limit = file.file.endsWith('.svg') ? LIMITS.svg : IMAGE.test(file.file) ? LIMITS.picture : LIMITS.text;
      if (file.size > limit)
        return [
          start(
            file,
            `This file has ${Math.ceil(file.size / KILO)} KB; at most ${limit / KILO} KB are allowed here.`,
            IMAGE.test(file.file) ? 'Make the picture smaller: 2,000 pixels on the longest side are enough.' : 'Divide the text into several entries.',
          ),
        ];
      if ((file.image?.width ?? 0) * (file.image?.height ?? 0) > LIMITS.pixels)
        return [start(file, 'This picture has too many pixels.', 'Make it smaller: 2,000 pixels on the longest side are enough.')];
      return [];
    }),
});

export const unsafeSvg = defineRule({
  id: 'unsafe-svg',
  severity: 'error',
  summary: 'A drawing holds shapes and words only: no script, style, link, event or outside address.',
  why: 'An SVG can run code and call other servers when somebody opens it.',
  examples: [
    { title: 'a drawing with a script', found: true, files: { 'media/map.svg': drawing('<script>alert(1)</script>') } },
    { title: 'a drawing that fetches a picture', found: true, files: { 'media/map.svg': drawing('<image href="https://example.org/x.png" />') } },
    { title: 'shapes and words', found: false, files: { 'media/map.svg': drawing('<title>Map</title><text x="1" y="4">Ridge</text>') } },
  ],
  checkGarden: ({ files }) =>
    files.flatMap((file) => {
      const found = file.svg === undefined ? undefined : svgProblem(file.svg);
      return found ? [{ file: file.file, ...found }] : [];
    }),
});
