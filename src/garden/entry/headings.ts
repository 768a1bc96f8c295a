import GithubSlugger, { slug } from 'github-slugger';

/** Ids that the page itself uses. */
const RESERVED = 'main search footnotes content contents top sources toc menu nav header footer backlinks history footnote-label body page'.split(' ');
const RESERVED_START = /^(?:source|cite|user-content|footnote)-/;

/** Gives the headings of a body their ids, in order. No id comes twice, and none is one that the page uses. */
export function headingIds(texts: readonly string[]): string[] {
  const slugger = new GithubSlugger();
  for (const id of RESERVED) slugger.slug(id);
  return texts.map((text, index) => {
    const base = slug(wellFormed(text)).replace(/^-+|-+$/g, '');
    const id = slugger.slug(base === '' ? `section-${index + 1}` : base);
    return RESERVED_START.test(id) ? slugger.slug(`section-${id}`) : id;
  });
}

function wellFormed(text: string): string {
  return text.normalize('NFC').replace(/\p{Cs}|\p{Cf}|\ufffd/gu, '');
}
