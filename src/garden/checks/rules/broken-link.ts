import type { Place, PlainLink } from '../../entry/body-facts.ts';
import { resolveTarget, type IndexedEntry } from '../../model/entry-index.ts';
import { siteLink } from '../../model/site-link.ts';
import type { VocabularyName } from '../../schema/vocabularies.ts';
import { nearest } from '../../text/nearest.ts';
import { page } from '../example-page.ts';
import { defineRule, type CheckedEntry, type EntryContext, type Finding } from '../rule.ts';

export const brokenLink = defineRule({
  id: 'broken-link',
  severity: 'error',
  summary: 'A link inside the garden must lead to a page and a heading that exist.',
  why: 'A dead link costs a reader on a slow connection a page load and leaves them nowhere.',
  examples: [
    { title: 'a mistyped id', found: true, files: { 'pages/a.mdx': page('See [[abuot]].'), 'pages/about.mdx': page('Text.') } },
    { title: 'a heading that is not there', found: true, files: { 'pages/a.mdx': page('See [[about#nowhere]].'), 'pages/about.mdx': page('Text.') } },
    { title: 'a full address of the site itself', found: true, files: { 'pages/a.mdx': page('See [guide](http://localhost:4321/guides/nope/).') } },
    { title: 'a region that is not in the list', found: true, files: { 'pages/a.mdx': page('See [Otago](/regions/otgo/).') } },
    { title: 'a draft, which readers cannot see', found: true, files: { 'pages/a.mdx': page('See [[soon]].'), 'pages/soon.mdx': page('Text.').replace('review', 'draft') } },
    { title: 'a page that is still wanted', found: false, files: { 'pages/a.mdx': page('See [[?Weasels in the roof]].') } },
    { title: 'a link that resolves', found: false, files: { 'pages/a.mdx': page('See [[about#why]] and [about](/about/#why).'), 'pages/about.mdx': page('## Why\n\nText.') } },
  ],
  checkEntry(entry, context) {
    return [...wikilinks(entry, context), ...plainLinks(entry, context)];
  },
});

/** For so many links of an entry the nearest name is looked up; a page with more wrong links has another mistake. */
const MOST_GUESSES = 30;
const MOST_LISTED = 20;

function wikilinks(entry: CheckedEntry, context: EntryContext): Finding[] {
  let guesses = 0;
  return entry.body.wikilinks.flatMap((link): Finding[] => {
    if (link.wanted) return [];
    if (link.target === '')
      return link.heading === undefined
        ? [{ ...at(link), message: 'This link names no page.', suggestion: 'Write the file name of an entry between the brackets.' }]
        : ownHeading(entry, link.heading, link);
    const found = resolveTarget(context.index, link.target);
    if (!found.entry) {
      if (found.ambiguous)
        return [{ ...at(link), message: `More than one entry is called "${link.target}".`, suggestion: `Write ${found.ambiguous.map((address) => `[[${address}]]`).join(' or ')}.` }];
      guesses += 1;
      const near = guesses <= MOST_GUESSES ? found.near : undefined;
      return [
        {
          ...at(link),
          message: `There is no entry called "${link.target}".`,
          suggestion: near ? `Did you mean [[${near}]]?${titleOf(context, near)}` : `If the page is still to be written, ask for it: [[?${link.label ?? link.target}]].`,
        },
      ];
    }
    return [...draftTarget(entry, found.entry, link), ...heading(found.entry, link.heading, link)];
  });
}

function plainLinks(entry: CheckedEntry, context: EntryContext): Finding[] {
  let guesses = 0;
  return entry.body.links.flatMap((link): Finding[] => {
    const target = siteLink(link.url, entry.header.kind, context.site.url);
    if (target.type === 'heading') return target.hash ? ownHeading(entry, target.hash, link) : [];
    if (target.type === 'page') return listPage(target.path, link, context);
    if (target.type !== 'entry') return [];
    const found = context.index.entries.get(target.target);
    if (found) return [...draftTarget(entry, found, link), ...heading(found, target.hash || undefined, link)];
    guesses += 1;
    const { near } = guesses <= MOST_GUESSES ? { near: undefined, ...resolveTarget(context.index, target.target) } : {};
    return [{ ...at(link), message: `The link "${link.url}" leads to no page of this garden.`, suggestion: near ? `Did you mean [[${near}]]?` : 'Link an entry by its file name, as [[file-name]].' }];
  });
}

/** A page of one item of a list, such as `/regions/nz-ota/`. */
function listPage(path: string, link: PlainLink, context: EntryContext): Finding[] {
  const [, name, id] = /^\/(regions|habitats|topics)\/([^/]+)\/$/.exec(path) ?? [];
  const items = context.vocabularies[name as VocabularyName]?.items;
  if (!id || !items || items.some((item) => item.id === id)) return [];
  const near = nearest(
    id,
    items.map((item) => item.id),
  );
  return [
    {
      ...at(link),
      message: `The link "${link.url}" names "${id}", which is not in the list of ${name}.`,
      suggestion: near ? `Did you mean /${name}/${near}/?` : `Choose one from content/vocabularies/${name}.yaml.`,
    },
  ];
}

function draftTarget(entry: CheckedEntry, target: IndexedEntry, place: Place): Finding[] {
  if (!target.draft || entry.header.draft) return [];
  return [{ ...at(place), message: `"${target.title}" is a draft, and readers cannot see it.`, suggestion: `Publish it first, or ask for it with [[?${target.title}]].` }];
}

function heading(target: IndexedEntry, hash: string | undefined, place: Place): Finding[] {
  if (hash === undefined || hash === '' || target.headings.some((item) => item.id === hash)) return [];
  const near = nearest(
    hash,
    target.headings.map((item) => item.id),
  );
  return [
    {
      ...at(place),
      message: `"${target.title}" has no heading "${hash}".`,
      suggestion: near
        ? `Did you mean #${near}?`
        : target.headings.length
          ? `Its headings are: ${target.headings
              .slice(0, MOST_LISTED)
              .map((item) => `#${item.id}`)
              .join(', ')}${target.headings.length > MOST_LISTED ? ' and more' : ''}.`
          : 'That page has no headings: link the page itself.',
    },
  ];
}

function ownHeading(entry: CheckedEntry, hash: string, place: Place): Finding[] {
  if (/^(?:source|cite|user-content)-|^sources$/.test(hash)) return [];
  return heading({ kind: entry.header.kind, id: entry.header.id, title: 'This page', lang: 'en', draft: false, headings: entry.body.headings }, hash, place);
}

function titleOf(context: EntryContext, near: string): string {
  const found = resolveTarget(context.index, near);
  return found.entry ? ` ("${found.entry.title}")` : '';
}

function at(place: Place): Pick<Finding, 'line' | 'column' | 'length'> {
  return { line: place.line, column: place.column, ...(place.length ? { length: place.length } : {}) };
}
