import { page } from '../example-page.ts';
import { defineRule, type Finding } from '../rule.ts';

/** Words that are an address: with its protocol, or a bare name under a well-known ending. */
const NAMED = /^(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+(?:com|org|net|edu|gov|govt|int|info|io|app|dev|nz|au|uk|us|ca|de|fr|eu|kiwi|iwi|maori|eco|earth|science))(?::\d+)?(?:[/?#]\S*)?$/iu;

/** Sites that show the pages of others under their own name. */
const ARCHIVES = new Set(['web.archive.org', 'archive.org', 'archive.ph', 'archive.today', 'webarchive.natlib.govt.nz']);

export const misleadingLink = defineRule({
  id: 'misleading-link',
  severity: 'error',
  summary: 'A link whose words are an address leads to that address.',
  why: 'People trust the name they read. A link that says one site and opens another is how passwords are stolen.',
  examples: [
    { title: 'another host than the words say', found: true, files: { 'pages/a.mdx': page('Log in at [www.doc.govt.nz](https://doc.govt.nz.example.org/login).') } },
    { title: 'the name in the path of another host', found: true, files: { 'pages/a.mdx': page('Log in at [www.doc.govt.nz](https://example.org/www.doc.govt.nz/login).') } },
    { title: 'another e-mail address', found: true, files: { 'pages/a.mdx': page('Write to [info@example.org](mailto:info@example.com).') } },
    {
      title: 'the host that the words say, and words that are no address',
      found: false,
      files: {
        'pages/a.mdx': page(
          'See [doc.govt.nz](https://www.doc.govt.nz/rules/), [the archive of doc.govt.nz](https://example.org/), a copy of [www.doc.govt.nz](https://web.archive.org/web/2020/https://www.doc.govt.nz/) and [Node.js](https://example.org/).',
        ),
      },
    },
  ],
  checkEntry({ body }): Finding[] {
    return body.links.flatMap(({ text, url, line, column, length }): Finding[] => {
      const words = text.trim();
      const place = { line, column, ...(length ? { length } : {}) };
      if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(words) && /^mailto:/i.test(url)) {
        const to = decoded(url.slice(7).split('?')[0] ?? '');
        return to.toLowerCase() === words.toLowerCase() ? [] : [{ ...place, message: `The words of this link say "${words}", but it writes to "${to}".`, suggestion: 'Make the two the same.' }];
      }
      const named = NAMED.exec(words)?.[1];
      const host = hostOf(url);
      if (!named || host === undefined) return [];
      const said = hostOf(`https://${named}`) ?? named.toLowerCase();
      if (bare(said) === bare(host) || host.endsWith(`.${bare(said)}`) || (ARCHIVES.has(host) && archived(url) === bare(said))) return [];
      return [{ ...place, message: `The words of this link say "${named}", but it leads to "${host}".`, suggestion: 'Make the two the same, or use the name of the page as its words.' }];
    });
  },
});

/** The site of which an archive shows a page: the address of that page ends the archive's own. */
function archived(url: string): string | undefined {
  const host = hostOf(/\/(https?:\/\/?.*)$/i.exec(url.slice(8))?.[1] ?? '');
  return host && bare(host);
}

function bare(host: string): string {
  return host.replace(/^www\./, '');
}

function hostOf(url: string): string | undefined {
  try {
    return /^https?:/i.test(url) ? new URL(url).hostname : undefined;
  } catch {
    return undefined;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
