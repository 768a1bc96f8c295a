import { words, type Draw } from './page.ts';

/** Where a claim comes from. */
export const cite: Draw = (props, _children, page) => {
  const source = words(props, 'source');
  const sources = source === undefined ? (Array.isArray(props['sources']) ? props['sources'].map(String) : []) : [source];
  return page.cite(sources, words(props, 'page'));
};
