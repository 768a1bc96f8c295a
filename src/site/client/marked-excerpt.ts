import { make } from './make-element.ts';

/** Turns Pagefind's excerpt into text and marks. The HTML is read in a document that can neither run nor load, and only its text comes out. */
export function markedExcerpt(html: string): HTMLParagraphElement {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const paragraph = make('p');
  for (const node of parsed.body.childNodes) {
    const text = node.textContent ?? '';
    paragraph.append(node.nodeName === 'MARK' ? make('mark', {}, text) : text);
  }
  return paragraph;
}
