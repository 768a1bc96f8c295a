/** First segments of addresses that are no content page. */
const RESERVED = new Set([
  'search',
  'regions',
  'habitats',
  'topics',
  'components',
  'contribute',
  '404',
  'fonts',
  'pagefind',
  'admin',
  'index',
  'data',
  'schemas',
  'feed',
  'x',
  'guides',
  'case-studies',
  'curricula',
  'sessions',
  'capabilities',
  'glossary',
  'sources',
  'pages',
  'media',
  'people',
  'organisations',
  'groups',
  'events',
  'asks',
  'services',
  'decisions',
]);

/** Whether the first word of an address belongs to the site itself, so that no page can have it. */
export function isReserved(id: string): boolean {
  return RESERVED.has(id);
}
