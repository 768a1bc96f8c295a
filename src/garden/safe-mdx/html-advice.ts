/** Tags that can run code, load things or take over a page, whatever stands in them. */
const ACTIVE = new Set(
  'script style iframe object embed applet base meta link form input button textarea select option svg math template slot portal frame frameset noscript noembed noframes plaintext xmp listing video audio source track canvas dialog marquee bgsound isindex keygen param html head body title foreignobject animate set use image'.split(
    ' ',
  ),
);

/** What to write instead of a harmless tag. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['b', 'Write **bold** with two asterisks on each side.'],
  ['strong', 'Write **bold** with two asterisks on each side.'],
  ['i', 'Write *italics* with one asterisk on each side.'],
  ['em', 'Write *italics* with one asterisk on each side.'],
  ['s', 'Write ~~struck out~~ with two tildes on each side.'],
  ['del', 'Write ~~struck out~~ with two tildes on each side.'],
  ['a', 'Write [words](https://address) for a link, or [[page]] for a page of the garden.'],
  ['img', 'Write ![what it shows](../media/file.jpg), or use <Figure src="…" alt="…" />.'],
  ['figure', 'Use <Figure src="…" alt="…" />.'],
  ['br', 'Leave a blank line for a new paragraph.'],
  ['p', 'Leave a blank line between paragraphs.'],
  ['div', 'Leave the tag out, or use <Callout> for a box.'],
  ['span', 'Leave the tag out.'],
  ['aside', 'Use <Callout>.'],
  ['hr', 'Write --- on a line of its own.'],
  ['code', 'Put a backtick on each side.'],
  ['pre', 'Put ``` on the lines before and after.'],
  ['blockquote', 'Start each line with >.'],
  ['details', 'Use <Exercise> with <Answer>, or write it openly.'],
  ['ul', 'Start each line with "- ".'],
  ['ol', 'Start each line with "1. ".'],
  ['li', 'Start each line with "- ".'],
  ['table', 'Write a table with | between the cells.'],
  ['sub', 'Write the small letter itself, such as CO₂.'],
  ['sup', 'Write the small letter itself, such as m², or a note as [^1].'],
]);

const PLAIN = new Set(
  'abbr address article bdi bdo big center cite col colgroup data dd dfn dl dt figcaption font footer header ins kbd label legend main map mark menu meter nav output picture progress q rp rt ruby samp section small strike summary tbody td tfoot th thead time tr tt u var wbr area h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
);

/** Tags that never have a closing tag. */
const VOID = new Set('area base br col embed frame hr img input link meta param source track wbr'.split(' '));

/** Whether HTML has a tag of this name, in any case. */
export function isHtmlTag(name: string): boolean {
  const lower = name.toLowerCase();
  return ACTIVE.has(lower) || INSTEAD.has(lower) || PLAIN.has(lower);
}

/** Whether a tag of this name can run code or load something. */
export function isActiveTag(name: string): boolean {
  return ACTIVE.has(name.toLowerCase());
}

/** Whether HTML closes a tag of this name by itself. */
export function isVoidTag(name: string): boolean {
  return VOID.has(name.toLowerCase());
}

/** The next step for a person who wrote this tag. */
export function htmlAdvice(name: string): string {
  const lower = name.toLowerCase();
  if (/^h[1-6]$/.test(lower)) return `Start the line with ${'#'.repeat(Number(lower[1]))} and a space.`;
  return INSTEAD.get(lower) ?? 'Leave the tag out and keep the words.';
}
