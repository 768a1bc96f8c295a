import { findInWriting } from '../writing.ts';
import { page } from '../example-page.ts';
import { defineRule, type Finding } from '../rule.ts';

/** Names before the "@" that belong to an office and not to a person. */
const OFFICE =
  /^(?:info|contact|hello|kia-?ora|office|admin|enquir(?:y|ies)|inquiries|mail|team|support|help|media|press|news|editors?|editorial|secretary|hotline|biosecurity|webmaster|privacy|security|volunteer(?:s|ing)?|membership|bookings)\b/i;
const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,4}\p{L}{2,24}(?![\p{L}\p{N}-])/gu;
// Freephone and emergency numbers belong to no person.
const PHONE =
  /(?<![\p{L}\p{N}./#_-]|[\d)] )(?:\+(?:64|61)[ .-]?(?:\(0\)[ .-]?)?\d{1,3}(?:[ .-]?\d{2,4}){2,3}|\(0\d{1,2}\)[ .-]?\d{3,4}[ .-]?\d{3,5}|0(?!800|508)\d{1,2}[ .-]\d{3,4}[ .-]?\d{3,5}|02[0-9]\d{6,8}|04\d{2}[ .-]?\d{3}[ .-]?\d{3})(?![\p{L}\p{N}/]|[.-]\d)/gu;
const NUMBER = /(?:\+6|0)\d[\d ().-]{6}|\+6|\(0/;
const OTHER_NUMBER = /(?:permit|consent|licen[cs]e|authority|approval|isbn|issn|doi|account|reference|ref|file|grid|map|sheet|case|order|version)(?: (?:number|no|nr|code|is|was))*[ .:#]*$/i;

export const personalData = defineRule({
  id: 'personal-data',
  severity: 'warning',
  summary: 'A page holds nobody’s own e-mail address or telephone number.',
  why: 'What stands in a public garden is copied within hours, and stays in its history when the page is mended. The contact of the garden stands in site.yaml, and addresses of organisations in their sources.',
  examples: [
    { title: 'somebody’s e-mail address', found: true, files: { 'pages/a.mdx': page('Ask hana.rewi@example.org for a key.') } },
    { title: 'somebody’s telephone number', found: true, files: { 'pages/a.mdx': page('Ring Hana on 021 555 0182 before you go.') } },
    { title: 'an address in a field', found: true, files: { 'pages/a.mdx': page('Text.').replace('Garden editors', 'Hana (hana.rewi@example.org)') } },
    {
      title: 'numbers that are not a person’s, and an office',
      found: false,
      files: { 'pages/a.mdx': page('Ring 0800 362 468, or write to info@example.org. Between 2019 and 2023, under permit 021 555 018, rates fell from 0.285 to 0.012.') },
    },
  ],
  checkEntry({ header }, { site }): Finding[] {
    if (header.kind === 'sources') return [];
    const contact = site.contact?.replace(/^mailto:/i, '');
    const mails = findInWriting(header, EMAIL, /@/)
      .filter(({ match: [text] }) => !OFFICE.test(text) && text !== contact)
      .map(({ match: [text], before: _before, ...place }) => ({
        ...at(place),
        message: `This looks like the e-mail address of a person: "${text}".`,
        suggestion: 'Leave it out, or name an office that anybody may write to.',
      }));
    const phones = findInWriting(header, PHONE, NUMBER)
      .filter(({ before }) => !OTHER_NUMBER.test(before))
      .map(({ match: [text], before: _before, ...place }) => ({
        ...at(place),
        message: `This looks like somebody’s telephone number: "${text}".`,
        suggestion: 'Leave it out, or name an office that anybody may ring.',
      }));
    return [...mails, ...phones];
  },
});

function at({ line, column, length, path }: Pick<Finding, 'line' | 'column' | 'length' | 'path'>): Finding {
  return { line, column, ...(length ? { length } : {}), ...(path ? { path } : {}), message: '' };
}
