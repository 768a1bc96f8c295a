const TAG = /<(\/?)([a-zA-Z][^\s/>]*)((?:\s+[^\s=>"']+(?:="[^"]*")?)*)\s*>/g;
const ATTRIBUTE = /([^\s=>"']+)(?:="([^"]*)")?/g;
const NAMES = new Set(
  'p h1 h2 h3 h4 h5 h6 em strong del sup sub small span blockquote hr br figcaption summary thead tbody tr section aside div figure details label ul ol li pre code a img input time table th td'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'id class role aria-label aria-describedby lang title tabindex href rel hreflang src alt width height loading decoding type checked disabled datetime scope start data-footnotes data-footnote-ref data-footnote-backref data-kind'.split(
    ' ',
  ),
);

/**
 * Lists what could act in a piece of finished HTML: tags and attributes that are not known, addresses that are not on
 * the list, and `<` that opens no tag. It reads the text itself and shares no code with what it checks.
 */
export function activeParts(html: string): string[] {
  const found: string[] = [];
  const rest = html.replace(TAG, (whole, _slash: string, name: string, attributes: string) => {
    if (!NAMES.has(name)) found.push(whole);
    for (const [pair, key = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
      if (!ATTRIBUTES.has(key)) found.push(pair);
      if ((key === 'href' || key === 'src') && !/^(?:https?:\/\/|mailto:|tel:|[#?]|\.{0,2}\/(?![/\\])|[\w%.-]+(?:[/?#]|$))/i.test(value)) found.push(pair);
    }
    return '';
  });
  if (rest.includes('<')) found.push(rest.slice(rest.indexOf('<'), rest.indexOf('<') + 40));
  if (/__(?:ASTRO|VITE)/.test(html)) found.push('a placeholder of a build tool');
  return found;
}
