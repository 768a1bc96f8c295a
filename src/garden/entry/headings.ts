import GithubSlugger, { slug } from 'github-slugger';

/** Ids that the page itself uses. */
const RESERVED = 'main search footnotes content contents top sources toc menu nav header footer backlinks history footnote-label body page'.split(' ');
const RESERVED_START = /^(?:source|cite|user-content|footnote)-/;

/** Gives the headings of a body their ids, in order. No id comes twice, and none is one that the page uses. */
export function headingIds(texts: readonly string[]): string[] {
  const slugger = new GithubSlugger();
  for (const id of RESERVED) slugger.slug(id);
  return texts.map((text, index) => {
    const base = withoutHyphens(slug(wellFormed(text)));
    const id = slugger.slug(base === '' ? `section-${index + 1}` : base);
    return RESERVED_START.test(id) ? slugger.slug(`section-${id}`) : id;
  });
}

/** Whether a page uses an id itself, or may, so that no heading of a text can have it. */
export function isIdOfPage(id: string): boolean {
  return id.includes('.') || RESERVED.includes(id) || RESERVED_START.test(id);
}

/** An id without the hyphens at its ends. A pattern for those at the end would be slow where many stand in the middle. */
function withoutHyphens(id: string): string {
  let end = id.length;
  while (id[end - 1] === '-') end -= 1;
  return id.slice(0, end).replace(/^-+/, '');
}

function wellFormed(text: string): string {
  return text.normalize('NFC').replace(/\p{Cs}|\p{Cf}|\ufffd/gu, '');
}
