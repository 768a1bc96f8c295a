import { makeElement } from '../fields/make-element.ts';

/** Says on the page, for eyes and ears, that a picture is being drawn again; returns what takes the words away. */
export function showDrawing(page: Document): () => void {
  const words = makeElement('p', { class: 'garden-drawing', role: 'status' });
  page.body.append(words);
  // A status that already has words when it enters the page is not read out.
  words.textContent = 'Making the picture ready…';
  return () => words.remove();
}
