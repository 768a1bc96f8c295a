import { make } from './make-element.ts';
import { markedExcerpt } from './marked-excerpt.ts';
import type { PagefindPage } from './pagefind-api.ts';

/** One result: its title as a heading, what kind of page it is, the words around the match, and headings inside it. */
export function resultItem({ url, meta, excerpt, sub_results: parts }: PagefindPage): HTMLLIElement {
  const facts = [meta['kind'], meta['outcome'], meta['language']].filter(Boolean).join(' · ');
  const inside = parts.filter((part) => part.url.includes('#') && part.title !== meta['title']).slice(0, 2);
  return make(
    'li',
    {},
    make('h3', {}, make('a', { href: url }, meta['title'] ?? url)),
    facts ? make('p', { class: 'quiet' }, facts) : undefined,
    markedExcerpt(excerpt),
    inside.length > 0 ? make('p', { class: 'quiet' }, 'In it: ', ...inside.flatMap((part, index) => [index > 0 ? ', ' : '', make('a', { href: part.url }, part.title)])) : undefined,
  );
}
