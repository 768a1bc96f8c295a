import { headerImages } from '../header-images.ts';
import { mediaPath } from '../media-path.ts';
import { nearest } from '../../text/nearest.ts';
import { drawing, page, PNG, session } from '../example-page.ts';
import { defineRule } from '../rule.ts';

export const missingImage = defineRule({
  id: 'missing-image',
  severity: 'error',
  summary: 'A picture on a page must be a file in content/media.',
  why: 'A picture that is not there leaves a hole in the page, and one from elsewhere tells that place who reads.',
  examples: [
    { title: 'capitals that do not match the file', found: true, files: { 'pages/a.mdx': page('![A kākā at a feeder](../media/Kaka.png)'), 'media/kaka.png': PNG } },
    { title: 'a picture at the top that is not there', found: true, files: { 'sessions/a.mdx': covered('../media/lost.png') } },
    { title: 'a picture at the top', found: false, files: { 'sessions/a.mdx': covered('../media/kaka.png'), 'media/kaka.png': PNG } },
    { title: 'a file name with a space', found: false, files: { 'pages/a.mdx': page('![A kākā at a feeder](<../media/Kākā photo 1.PNG>)'), 'media/Kākā photo 1.PNG': PNG } },
  ],
  checkEntry({ header, body }, { media }) {
    if (!media) return [];
    return [...headerImages(header), ...body.images].flatMap((image) => {
      const place = { line: image.line, column: image.column, ...(image.length ? { length: image.length } : {}), ...('path' in image ? { path: image.path } : {}) };
      const path = mediaPath(header.file, image.src);
      if (path === undefined)
        return [{ ...place, message: `The picture "${image.src}" does not stand in this garden.`, suggestion: 'Put the file into content/media and write ../media/file-name.jpg.' }];
      if (media.has(path)) return [];
      const near = nearest(path, media);
      return [{ ...place, message: `There is no picture "${path}".`, suggestion: near ? didYouMean(near) : 'Put the file into content/media first.' }];
    });
  },
});

/** The address is given with `%20`, which works in Markdown and in `Figure` alike. */
function didYouMean(path: string): string {
  const written = path.replace('content/', '../');
  return `Did you mean "${written}"? Capitals count.${written.includes(' ') ? ` Write it as ${written.replaceAll(' ', '%20')}.` : ''}`;
}

export const unusedMedia = defineRule({
  id: 'unused-media',
  severity: 'warning',
  summary: 'A file in content/media should be shown by at least one page.',
  why: 'Every clone of the garden carries it for ever.',
  examples: [
    { title: 'a drawing that no page shows', found: true, files: { 'media/map.svg': drawing() } },
    { title: 'a picture at the top of a session', found: false, files: { 'sessions/a.mdx': covered('../media/kaka.png'), 'media/kaka.png': PNG } },
    { title: 'a drawing in a figure', found: false, files: { 'pages/a.mdx': page('<Figure src="../media/map.svg" alt="A map of the block" />'), 'media/map.svg': drawing() } },
  ],
  checkGarden({ entries, files }) {
    const used = new Set(entries.flatMap(({ header, body }) => [...headerImages(header), ...body.images].map((image) => mediaPath(header.file, image.src))));
    return files
      .filter((file) => file.type === 'file' && file.file.startsWith('content/media/') && !file.file.endsWith('/README.md') && !used.has(file.file.normalize('NFC')))
      .map((file) => ({ file: file.file, line: 1, column: 1, message: 'No page shows this file.', suggestion: 'Show it on a page, or remove it.' }));
  },
});

function covered(image: string): string {
  return session('Listen').replace('setting:', `cover: { image: ${image}, alt: A kākā at a feeder }\nsetting:`);
}
